#!/bin/bash
# Runs the end-to-end tests with the default build in the Orthanc of every suite of Debian, and sums up.
#
# Arguments go to pytest; SUITES names some of the suites. It fails when a suite fails.
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
  ORTHANC_SERVER=$server .venv/bin/python -m pytest tests/e2e -rs "$@" | tee "$REPORTS/$suite.txt"
  [[ ${PIPESTATUS[0]} == 0 ]] || failed=1
  summary+=("$(printf '%-9s Orthanc %-7s %s' "$suite" "$release" "$(tail -n 1 "$REPORTS/$suite.txt")")")
done
printf '\n'
printf '%s\n' "${summary[@]}"
exit $failed
