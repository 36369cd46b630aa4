#!/bin/bash
# Tests the wheel as users install it: runs tests/wheel, then the end-to-end tests with the installed plugin, in the Orthanc of
# each Debian suite and with each CPython. No compiler is in the PATH of pip and of the command.
#
# With --quick, these are left out:
# - most tests in the Orthanc of bookworm: `make test` runs all of them there, with the plugin of `build`;
# - in the Orthanc of bullseye and of trixie, all but the tests that depend most on the release: those of bookworm and sid run all
#   of them;
# - what tools/test_pythons.sh --quick leaves out.
# Other arguments are passed to pytest; then, only tests/wheel runs.
set -uo pipefail
cd "$(dirname "$0")/.."

readonly ENVIRONMENT=$PWD/build/installed/system
readonly SMOKE=(tests/e2e/test_{rest,callbacks,threads,dicom}.py)
readonly RELEASES=(tests/e2e/test_{chunked,codecs,database,dicomweb,error_codes,images,jobs,known_failures,locks,peers}.py
  tests/e2e/test_{releases,resets,resources,samples,server_queue,shutdown,startup,stop_events,storage,stores}.py
  tests/e2e/test_{toolbox,webdav}.py)
failed=0

try() {
  "$@" || failed=1
}

ORTHANC_WHEEL=$(ARCHITECTURES=$(uname -m) tools/make_wheels.sh --once) || exit 1
export ORTHANC_WHEEL
quick=
[[ ${1:-} != --quick ]] || { quick=--quick && shift; }
try tools/run_tests.sh -q tests/wheel "$@"
[[ $# == 0 ]] || exit $failed

rm -rf "$ENVIRONMENT"
ORTHANC_PYTHON_PLUGIN=$(.venv/bin/python -m tests.wheel.environments "$ORTHANC_WHEEL" "$ENVIRONMENT") || exit 1
export ORTHANC_PYTHON_PLUGIN
if [[ -n $quick ]]; then
  SUITES=sid try tools/test_matrix.sh -q
  SUITES="bullseye trixie" try tools/test_matrix.sh -q "${SMOKE[@]}" "${RELEASES[@]}"
  SUITES=bookworm try tools/test_matrix.sh -q "${SMOKE[@]}"
else
  try tools/test_matrix.sh -q
fi
unset ORTHANC_PYTHON_PLUGIN
try tools/test_pythons.sh $quick
exit $failed
