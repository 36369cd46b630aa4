#!/bin/bash
# Builds the Debian packages of the plugin from the wheels, into build/deb, and writes SHA256SUMS.
#
# ARCHITECTURES names them as the wheels do (x86_64 aarch64). DEBFULLNAME and DEBEMAIL are the maintainer. One package serves all
# suites from bookworm on. Equal contents have equal bytes.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

read -ra architectures <<<"${ARCHITECTURES:-x86_64 aarch64}"
readonly TARGET=$PWD/build/deb
readonly PARTS=$PWD/distribution/debian
readonly PACKAGE=orthanc-python-codegen
readonly MAINTAINER="${DEBFULLNAME:-orthanc-codegen} <${DEBEMAIL:-orthanc-codegen@localhost}>"
readonly OLDEST_MINOR=11 NEWEST_MINOR=16  # of the Pythons whose libpython the package asks for
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# Print the version, with a tilde before what precedes a release, ex) 1.0~rc1
version() {
  .venv/bin/python -c 'import orthanc_codegen; print(orthanc_codegen.__version__)' |
    sed -E 's/\.?(a|b|rc|dev)([0-9]+)/~\1\2/'
}

# Print the relations for the Python of the system and its libpython: for each version, another Python or its libpython.
python_relations() {
  local minor next relations="python3 (>= 3.$OLDEST_MINOR~)"
  for ((minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++)); do
    next=$((minor + 1))
    relations+=", libpython3.$minor | python3 (>= 3.$next~)"
    [[ $minor == "$OLDEST_MINOR" ]] || relations+=" | python3 (<< 3.$minor~)"
  done
  echo "$relations"
}

# Fill a root with the contents of a wheel: stage WHEEL ROOT
stage() {
  local root=$2 packages=$2/usr/lib/python3/dist-packages doc=$2/usr/share/doc/$PACKAGE information
  rm -rf "$root"
  mkdir -p "$packages" "$doc" "$root"/usr/{bin,share/{man/man1,orthanc/plugins}} "$root/DEBIAN"
  .venv/bin/python -m zipfile -e "$1" "$packages"
  information=$(echo "$packages"/*.dist-info)
  mv "$information"/sboms/*.json "$doc"
  rm -r "$information"/{licenses,sboms,RECORD}  # without RECORD, pip leaves the files to dpkg
  ln -s ../../../lib/python3/dist-packages/orthanc_plugin/libOrthancPython.so "$root/usr/share/orthanc/plugins"
  cp "$PARTS/orthanc-plugin" "$root/usr/bin"
  cp "$PARTS/copyright" "$doc"
  gzip --best --no-name <"$PARTS/orthanc-plugin.1" >"$root/usr/share/man/man1/orthanc-plugin.1.gz"
  cp CHANGELOG.md "$doc/NEWS.md"
  gzip --best --no-name "$doc/NEWS.md"
  changelog | gzip --best --no-name >"$doc/changelog.gz"
}

changelog() {
  printf '%s (%s) unstable; urgency=medium\n\n  * See NEWS.md.gz.\n\n -- %s  %s\n' \
    "$PACKAGE" "$version" "$MAINTAINER" "$(LC_ALL=C date --utc --date="@$SOURCE_DATE_EPOCH" +'%a, %d %b %Y %T +0000')"
}

# Write the files of dpkg: control ROOT ARCHITECTURE
write_control() {
  local root=$1 size
  size=$(du --summarize --apparent-size --block-size=1024 "$root/usr" | cut -f 1)
  sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$2/; s/@SIZE@/$size/; s/@PYTHON@/$(python_relations)/" \
    -e "s/@MAINTAINER@/$(sed 's|[\\&/]|\\&|g' <<<"$MAINTAINER")/" "$PARTS/control" >"$root/DEBIAN/control"
  cp "$PARTS"/{postinst,prerm} "$root/DEBIAN"
  (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  chmod -R u=rwX,go=rX "$root"
  chmod 755 "$root/usr/bin/orthanc-plugin" "$root"/DEBIAN/{postinst,prerm}
}

version=$(version)
mkdir -p "$TARGET"
for architecture in "${architectures[@]}"; do
  case $architecture in x86_64) name=amd64 ;; aarch64) name=arm64 ;; esac
  wheel=$(ARCHITECTURES=$architecture tools/make_wheels.sh --once)
  stage "$wheel" "$TARGET/$name"
  write_control "$TARGET/$name" "$name"
  package=$TARGET/${PACKAGE}_${version}_$name.deb
  dpkg-deb --root-owner-group -Zxz --build "$TARGET/$name" "$package" >&2
  echo "$package"
done
(cd "$TARGET" && sha256sum -- *.deb >SHA256SUMS)
