#!/bin/bash
# Unpacks a Debian package below build/packages, without installing it, and prints the folder: fetch_package.sh orthanc-python
set -euo pipefail
cd "$(dirname "$0")/.."

readonly PACKAGE=$1
readonly TARGET=$PWD/build/packages/$PACKAGE

# Only one process may fetch at a time.
mkdir -p build/packages
exec 9>"$TARGET.lock"
flock 9

if [[ ! -e $TARGET/complete ]]; then
  rm -rf "$TARGET"
  mkdir -p "$TARGET"
  (cd "$TARGET" && apt-get -o APT::Sandbox::User="$(id -un)" download -qq "$PACKAGE" >&2)
  dpkg-deb -x "$TARGET"/*.deb "$TARGET/root"
  touch "$TARGET/complete"
fi
echo "$TARGET"
