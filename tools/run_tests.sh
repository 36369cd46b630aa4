#!/bin/bash
# Runs the tests: first most of them in parallel, since they often wait for servers, then one by one those that measure time.
#
# Arguments are passed to pytest. WORKERS is the number of processes, TEST_PYTHON the Python (default: the project's).
set -uo pipefail
cd "$(dirname "$0")/.."

readonly WORKERS=${WORKERS:-$((3 * $(nproc)))}
readonly TEST_PYTHON=${TEST_PYTHON:-.venv/bin/python}
readonly INTERRUPTED=2 NOTHING_COLLECTED=5

failed=0
collected=0

run() {
  "$TEST_PYTHON" -m pytest "$@"
  local status=$?
  [[ $status != "$INTERRUPTED" && $status -lt 128 ]] || exit "$status"
  [[ $status != "$NOTHING_COLLECTED" ]] || return
  collected=1
  [[ $status == 0 ]] || failed=$status
}

run --numprocesses "$WORKERS" --dist worksteal "$@" -m "not alone"
run "$@" -m alone
[[ $collected == 1 ]] || failed=$NOTHING_COLLECTED
exit "$failed"
