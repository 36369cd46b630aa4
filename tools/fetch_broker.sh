#!/bin/bash
# Fetches Debian's package garagemq, a message broker for AMQP 0-9-1, into build/garagemq, and prints the path of its
# program. Unpacks the package instead of installing it, since it would start a service.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TARGET=$PWD/build/garagemq
readonly PROGRAM=$TARGET/root/usr/bin/garagemq

if [[ ! -x $PROGRAM ]]; then
  rm -rf "$TARGET"
  mkdir -p "$TARGET"
  (cd "$TARGET" && apt-get -o APT::Sandbox::User="$(id -un)" download -qq garagemq >&2)
  dpkg-deb -x "$TARGET"/garagemq_*.deb "$TARGET/root"
fi
echo "$PROGRAM"
