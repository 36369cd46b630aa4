#!/bin/bash
# Fetches Debian's package orthanc-python into build/orthanc-python, to be measured; prints its plugin. Nothing is installed.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TARGET=$PWD/build/orthanc-python

plugin() {
  find "$TARGET/root" -type f -name 'libOrthancPython.so*' 2>/dev/null | head -n 1
}

if [[ -z $(plugin) ]]; then
  rm -rf "$TARGET"
  mkdir -p "$TARGET"
  (cd "$TARGET" && apt-get -o APT::Sandbox::User="$(id -un)" download -qq orthanc-python >&2)
  dpkg-deb -x "$TARGET"/orthanc-python_*.deb "$TARGET/root"
fi
plugin
