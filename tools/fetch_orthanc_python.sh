#!/bin/bash
# Fetches Debian's package orthanc-python into build/orthanc-python for measurements, and prints the path of its plugin.
# Unpacks the package instead of installing it.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TARGET=$PWD/build/orthanc-python

# Only one process may fetch at a time.
mkdir -p build
exec 9>build/orthanc-python.lock
flock 9

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
