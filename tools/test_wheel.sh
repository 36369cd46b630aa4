#!/bin/bash
# Tests the wheel as users install it: runs tests/wheel, then the end-to-end tests with the installed plugin, in the Orthanc of
# each Debian suite and with each CPython. No compiler is in the PATH of pip and of the command.
#
# With --quick: fewer tests in the Orthanc of bookworm, in which `make test` runs all of them with the plugin of `build`, and
# fewer with each Python of sid. Other arguments are passed to pytest; then, only tests/wheel runs.
set -uo pipefail
cd "$(dirname "$0")/.."

readonly ENVIRONMENT=$PWD/build/installed/system
readonly SMOKE=(tests/e2e/test_{rest,callbacks,threads,dicom}.py)
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
  SUITES="bullseye trixie sid" try tools/test_matrix.sh -q
  SUITES=bookworm try tools/test_matrix.sh -q "${SMOKE[@]}"
else
  try tools/test_matrix.sh -q
fi
unset ORTHANC_PYTHON_PLUGIN
try tools/test_pythons.sh $quick
exit $failed
