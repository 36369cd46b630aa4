#!/bin/bash
# Runs the end-to-end tests of the default build in the Orthanc of each Debian suite, and prints a summary.
#
# Arguments are passed to pytest. SUITES selects suites. Fails if a suite fails.
set -uo pipefail
cd "$(dirname "$0")/.."

read -ra suites <<<"${SUITES:-bullseye bookworm trixie sid}"
readonly REPORTS=$PWD/build/matrix

mkdir -p "$REPORTS"
failed=0
summary=()
for suite in "${suites[@]}"; do
  server=$(tools/fetch_orthanc.sh "$suite") || exit 1
  release=$("$server" --version | sed -n '1s/.* //p')
  echo "== Orthanc $release of Debian $suite"
  ORTHANC_SERVER=$server tools/run_tests.sh tests/e2e -rs "$@" | tee "$REPORTS/$suite.txt"
  [[ ${PIPESTATUS[0]} == 0 ]] || failed=1
  summary+=("$(printf '%-9s Orthanc %-7s %s' "$suite" "$release" "$(tail -n 1 "$REPORTS/$suite.txt")")")
done
printf '\n'
printf '%s\n' "${summary[@]}"
exit $failed
