#!/bin/bash
# Fetches the official SDK headers that Debian has into build/official/RELEASE/, for `make verify-sdk`.
#
# A header of the SDK is in the packages orthanc-dev of several suites, and inside the sources of plugins that were
# written for an older one. What is there already is not fetched again.
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
    [[ $name != 0.* ]] || continue  # not covered: the interface was still changing
    mkdir -p "$TARGET/$name/orthanc"
    cp "$header" "$TARGET/$name/orthanc/OrthancCPlugin.h"
  done < <(find "$scratch" -name OrthancCPlugin.h | sort)
  rm -r "$scratch"
}

# Name a header after its release and where it is from, ex) 1.5.2-orthanc-mysql. The folder in a plugin's sources
# says the release (Sdk-1.5.2), as does the version of the package orthanc-dev (1.9.2+really1.9.1 is 1.9.1).
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
