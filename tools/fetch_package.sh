#!/bin/bash
# Unpacks a Debian package below build/packages, without installing it, and prints the folder: fetch_package.sh orthanc-python
set -euo pipefail
cd "$(dirname "$0")/.."

readonly PACKAGE=${1:?the name of a package}
readonly TARGET=$PWD/build/packages/$PACKAGE

# Only one process may fetch at a time.
mkdir -p build/packages
exec 9>"$TARGET.lock"
flock 9

if [[ ! -e $TARGET/complete ]]; then
  rm -rf "$TARGET"
  mkdir -p "$TARGET"
  # Without the lock, which a hanging download would keep. A machine whose lists are old gets new ones, if it may write them.
  download() { (cd "$TARGET" && timeout 120 apt-get -o APT::Sandbox::User="$(id -un)" download -qq "$PACKAGE" >&2 9>&-); }
  download || { apt-get -qq update >&2 9>&-; download; }
  dpkg-deb -x "$TARGET"/*.deb "$TARGET/root"
  touch "$TARGET/complete"
fi
echo "$TARGET"
