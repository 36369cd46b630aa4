#!/bin/bash
# Prepares a release: checks the version and the tree, runs all tests, builds the wheels and the Debian packages, and writes
# build/release with the files to upload, SHA256SUMS and the text of the tag. Uploads and tags nothing.
#
# usage: DEBFULLNAME=... DEBEMAIL=... tools/release.sh VERSION [--without-tests]. docs/releasing.md describes the steps before and after.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

readonly VERSION=${1:?usage: DEBFULLNAME=... DEBEMAIL=... tools/release.sh VERSION [--without-tests]}
readonly TARGET=$PWD/build/release
readonly ARCHITECTURES="x86_64 aarch64"
export ARCHITECTURES

fail() {
  echo "error: $*" >&2
  exit 1
}

# Print the section of this version in the changelog.
changes() {
  awk -v heading="## [$VERSION]" 'index($0, "## [") == 1 { inside = index($0, heading) == 1; next } inside' CHANGELOG.md
}

check_version() {
  local known
  known=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' orthanc_codegen/__init__.py)
  [[ $known == "$VERSION" ]] || fail "orthanc_codegen/__init__.py has the version $known, not $VERSION: set __version__"
  grep -Eq '^[0-9]+\.[0-9]+\.[0-9]+((a|b|rc)[0-9]+)?$' <<<"$VERSION" || fail "$VERSION is not a version like 1.2.3 or 1.2.3rc1"
  [[ -n $(changes) ]] || fail "CHANGELOG.md has no section '## [$VERSION] - DATE': rename 'Unreleased'"
  [[ -z $(git tag --list "v$VERSION") ]] || fail "the tag v$VERSION exists: choose another version"
  [[ -n ${DEBFULLNAME:-} && -n ${DEBEMAIL:-} ]] || fail "DEBFULLNAME and DEBEMAIL must name the maintainer of the Debian packages"
}

check_tree() {
  local changed
  changed=$(git status --porcelain)
  [[ -z $changed ]] || fail "the tree is not clean: commit or remove these files"$'\n'"$changed"
}

run_tests() {
  .ci/run
  make wheels  # twice, with the same bytes
  make test-arm64
  make test-installation
  make test-deb
  check_tree
}

# Collect what is to be uploaded.
collect() {
  rm -rf "$TARGET"
  mkdir -p "$TARGET"
  cp build/wheels/orthanc_python_plugin-"$VERSION"-*.whl build/deb/*.deb "$TARGET"
  .venv/bin/python -m hatchling build --directory "$TARGET" >&2  # the generator: wheel and source
  printf 'orthanc-codegen %s\n%s\n' "$VERSION" "$(changes)" >"$TARGET/tag.txt"
  (cd "$TARGET" && sha256sum -- *.whl *.tar.gz *.deb >SHA256SUMS)
}

tools/bootstrap.sh
check_version
check_tree
rm -rf build/wheels build/deb
if [[ ${2:-} == --without-tests ]]; then
  make wheels
else
  run_tests
fi
make deb
collect
ls -l "$TARGET"
cat <<TEXT

Everything is in $TARGET. To publish it:

  git tag --annotate --file build/release/tag.txt --cleanup=verbatim v$VERSION
  git push origin v$VERSION
  python -m twine upload build/release/*.whl build/release/*.tar.gz
TEXT
