#!/bin/bash
# Fetches the official SDK headers in Debian's archive into build/official/RELEASE/, for `make verify-sdk`.
#
# The packages orthanc-dev of several suites contain them, and so do the sources of plugins that were written for an older
# SDK. Does nothing if they have been fetched before.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh

readonly TARGET=$PWD/build/official
readonly APT=$TARGET/apt
readonly SUITES=(bullseye bookworm trixie sid)
readonly SOURCES=(orthanc-postgresql orthanc-mysql orthanc-gdcm)  # of bookworm

main() {
  if [[ -f $TARGET/complete ]]; then
    list
    return
  fi
  local suite source
  configure_apt "${SUITES[@]/#/deb }" "deb-src bookworm"
  mkdir -p "$APT"/{packages,sources}
  for suite in "${SUITES[@]}"; do
    (cd "$APT/packages" && apt download -qq "orthanc-dev/$suite")
  done
  for source in "${SOURCES[@]}"; do
    (cd "$APT/sources" && apt source -qq --download-only "$source/bookworm")
  done
  unpack
  touch "$TARGET/complete"
  list
}

unpack() {
  local file scratch
  scratch=$(mktemp -d "$APT/unpacked.XXXXXX")
  for file in "$APT"/packages/*.deb; do
    mkdir -p "$scratch/${file##*/}"
    dpkg-deb -x "$file" "$scratch/${file##*/}"
  done
  for file in "$APT"/sources/*.orig.tar.*; do
    mkdir -p "$scratch/${file##*/}"
    tar -xf "$file" -C "$scratch/${file##*/}" --wildcards '*OrthancCPlugin.h'
  done
  local header name
  while read -r header; do
    name=$(name_of "$header" "$scratch")
    [[ $name != 0.* ]] || continue  # skipped: the interface was still changing
    mkdir -p "$TARGET/$name/orthanc"
    cp "$header" "$TARGET/$name/orthanc/OrthancCPlugin.h"
  done < <(find "$scratch" -name OrthancCPlugin.h | sort)
  rm -r "$scratch"
}

# Prints the name for a header: its release and origin, ex) 1.5.2-orthanc-mysql. The release is in the name of a folder in a
# plugin's sources (Sdk-1.5.2), or in the version of the package orthanc-dev (1.9.2+really1.9.1 means 1.9.1).
name_of() {
  local below=${1#"$2"/} package release
  package=${below%%_*}
  release=$(grep -Eo 'Sdk-[0-9.]+' <<<"$below" | head -n 1 | cut -d- -f2) || true
  if [[ -z $release ]]; then
    release=$(sed -E 's/^[^_]*_(.*really)?([0-9]+\.[0-9]+\.[0-9]+).*/\2/' <<<"$below")
  fi
  echo "$release-$package"
}

list() {
  find "$TARGET" -path "$APT" -prune -o -name OrthancCPlugin.h -print | sort -V
}

main
