#!/bin/bash
# Fetches what the tests of several servers need into build/cluster, and prints that folder.
#
# Debian packages that this machine lacks (PostgreSQL, Orthanc's plugin for it, nginx, with their libraries) are unpacked below
# root/, not installed, since they would start services. The Python packages of samples/cluster go into the environment venv/.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TARGET=$PWD/build/cluster
readonly REQUIREMENTS=samples/cluster/requirements.txt
readonly PACKAGES=(postgresql-15 orthanc-postgresql nginx)

# Only one process may fetch at a time.
mkdir -p "$TARGET"
exec 9>"$TARGET/lock"
flock 9

# Downloads what `apt-get install` would add to this machine, by its own sources and state.
fetch_packages() {
  local cache=$TARGET/cache package
  rm -rf "$cache" "$TARGET/root"
  mkdir -p "$cache/archives/partial" "$TARGET/root"
  apt_get() {
    apt-get -qq -o Dir::Cache="$cache" -o Debug::NoLocking=true -o APT::Sandbox::User="$(id -un)" "$@" >&2
  }
  # A machine whose lists are old or missing gets new ones, if it may write them.
  apt_get install --yes --download-only --no-install-recommends "${PACKAGES[@]}" ||
    { apt-get -qq update >&2; apt_get install --yes --download-only --no-install-recommends "${PACKAGES[@]}"; }
  for package in "$cache"/archives/*.deb; do
    [[ ! -e $package ]] || dpkg-deb -x "$package" "$TARGET/root"
  done
  rm -rf "$cache"
  touch "$TARGET/packages"
}

# Creates the environment of the sample, as its users would.
make_environment() {
  rm -rf "$TARGET/venv"
  .venv/bin/python -m venv "$TARGET/venv"
  "$TARGET/venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$REQUIREMENTS" >&2
  environment_stamp >"$TARGET/environment"
}

environment_stamp() {
  echo "$TARGET $(sha256sum "$REQUIREMENTS") $(readlink -f .venv/bin/python)"
}

[[ -e $TARGET/packages ]] || fetch_packages
[[ $(cat "$TARGET/environment" 2>/dev/null) == "$(environment_stamp)" ]] || make_environment
echo "$TARGET"
