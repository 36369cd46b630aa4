#!/bin/bash
# Runs the end-to-end tests in the Orthanc of each Debian suite, and prints a summary.
#
# Arguments are passed to pytest; tests/e2e is the default. SUITES selects suites, ORTHANC_PYTHON_PLUGIN the plugin (default:
# that of `build`). Fails if a suite fails.
set -uo pipefail
cd "$(dirname "$0")/.."

read -ra suites <<<"${SUITES:-bullseye bookworm trixie sid}"
readonly REPORTS=$PWD/build/matrix

# Prints the results of the parallel tests and of those that run alone, as pytest has summed them up.
results() {
  sed -nE 's/^=* ?([0-9]+ (passed|failed|skipped|deselected|error).* in [0-9.]+s).*/\1/p' "$1" | paste -sd '+' | sed 's/+/ + /'
}

mkdir -p "$REPORTS"
[[ " $*" == *" tests/"* ]] || set -- tests/e2e "$@"
failed=0
summary=()
for suite in "${suites[@]}"; do
  server=$(tools/fetch_orthanc.sh "$suite") || exit 1
  release=$("$server" --version | sed -n '1s/.* //p')
  echo "== Orthanc $release of Debian $suite"
  ORTHANC_SERVER=$server tools/run_tests.sh -rs "$@" | tee "$REPORTS/$suite.txt"
  [[ ${PIPESTATUS[0]} == 0 ]] || failed=1
  summary+=("$(printf '%-9s Orthanc %-7s %s' "$suite" "$release" "$(results "$REPORTS/$suite.txt")")")
done
printf '\n'
printf '%s\n' "${summary[@]}"
exit $failed
