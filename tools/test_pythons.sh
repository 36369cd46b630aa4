#!/bin/bash
# Runs the tests of the module and the end-to-end tests with all other CPythons from 3.11 on: those of this machine and those
# of Debian sid. All use the same build, or the wheel that ORTHANC_WHEEL names, which is then installed for each of them.
# Fails if one of them fails.
#
# With --quick: only Pythons of sid (of a build: only those whose version this machine lacks), and only the tests that depend
# most on the Python: threads, coroutines and results of the module with the newest Python, since `make test` runs them with
# an older one, and processes, forks, logs and resets in a server with each.
set -uo pipefail
cd "$(dirname "$0")/.."

readonly PACKAGES=$PWD/build/pythons
readonly INSTALLED=$PWD/build/installed/python
readonly PYTHON=.venv/bin/python
readonly PLUGIN=$(echo "$PWD"/build/[0-9]*/plugin/libOrthancPython.so | tr ' ' '\n' | sort -V | tail -n 1)
CORE=(tests/core)
SCRIPTS=(tests/e2e)
failed=0
summary=()

main() {
  local server known suites newest version program library quick=${1:-}
  export ORTHANC_PYTHON_PLUGIN=${PLUGIN%/*}
  server=$(tools/fetch_orthanc.sh sid) || exit 1
  known=$("$PYTHON" -m tests.e2e.pythons)
  if [[ $quick == --quick ]]; then
    CORE=()
    SCRIPTS=(tests/e2e/test_{failures,forks,late_forks,logs,process_ends,processes,resets}.py)
  else
    while read -r version program library; do
      [[ $program -ef $PYTHON ]] || try "$version" "$program" "$library" ""
    done <<<"$known"
  fi
  suites=$("$PYTHON" -m tests.e2e.pythons "${server%/*}/root/usr/bin")
  newest=$(tail -n 1 <<<"$suites" | cut -d ' ' -f 1)
  while read -r version program library; do
    if [[ $quick == --quick && $version == "$newest" ]]; then
      CORE=(tests/core/test_threads.py tests/core/test_results.py)
    fi
    [[ $quick == --quick && -z ${ORTHANC_WHEEL:-} && $known == *"$version "* ]] || try "$version" "$program" "$library" "$server"
  done <<<"$suites"
  [[ $quick == --quick || -n ${ORTHANC_WHEEL:-} ]] || debug "$server" "$known"
  printf '\n'
  printf '%s\n' "${summary[@]}"
  exit $failed
}

# Runs the tests with one Python, in the installed server or in the given one.
try() {
  local version=$1 program=$2 library=$3 server=$4
  echo "== Python $version: $program"
  [[ -z ${ORTHANC_WHEEL:-} ]] || install_wheel "$program" || exit 1
  if ((${#CORE[@]})); then
    install_packages "$version" || exit 1
    PYTHONPATH=$PACKAGES/$version TEST_PYTHON=$program \
      tools/run_tests.sh -q -p no:cacheprovider "${CORE[@]}" </dev/null
    note "$version" "$program" "tests/core" $?
  fi
  ORTHANC_PYTHON_LIBRARY=$library ${server:+env "ORTHANC_SERVER=$server"} \
    tools/run_tests.sh -q "${SCRIPTS[@]}" </dev/null
  note "$version" "$program" "tests/e2e" $?
}

# Runs the tests of the debugger and of the console, each with the Pythons in the PATH, with those of sid that this machine lacks.
debug() {
  local server=$1 known=$2 folder=${1%/*}/root/usr/bin version versions=()
  while read -r version _; do
    [[ $known == *"$version "* ]] || versions+=("$version")
  done < <("$PYTHON" -m tests.e2e.pythons "$folder")
  [[ ${#versions[@]} != 0 ]] || return 0
  echo "== Debugger: ${versions[*]}"
  PATH=$PATH:$folder ORTHANC_SERVER=$server tools/run_tests.sh -q tests/e2e/test_{debug,console}.py \
    -k "$(printf ' or %s' "${versions[@]}" | cut -c 5-)" </dev/null
  note "${versions[*]}" "$folder" "debugger" $?
}

# Installs the wheel in an environment of a Python, which the plugin is to find by itself.
install_wheel() {
  rm -rf "$INSTALLED"
  ORTHANC_PYTHON_PLUGIN=$("$PYTHON" -m tests.wheel.environments "$ORTHANC_WHEEL" "$INSTALLED" "$1") && library=
}

note() {
  [[ $4 == 0 ]] || failed=1
  summary+=("$(printf '%-5s %-10s %s %s' "$1" "$3" "$([[ $4 == 0 ]] && echo passed || echo FAILED)" "$2")")
}

# Installs the packages that the tests import, for a Python that may lack pip.
install_packages() {
  [[ ! -e $PACKAGES/$1/complete ]] || return 0
  local wanted
  mapfile -t wanted < <("$PYTHON" -c 'import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]
for package in project["dependencies"] + project["optional-dependencies"]["test"]:
    if package.startswith(("pytest", "filelock", "hypothesis")) or package in project["dependencies"]: print(package)')
  rm -rf "${PACKAGES:?}/$1"
  "$PYTHON" -m pip install -q --target "$PACKAGES/$1" --python-version "$1" --only-binary :all: "${wanted[@]}" &&
    touch "$PACKAGES/$1/complete"
}

main "$@"
