#!/bin/bash
# Builds the wheels of the plugin into build/wheels, checks them, and writes SHA256SUMS. Removes those of other versions.
#
# ARCHITECTURES names them (x86_64 aarch64). Each is built twice, in different folders, and must come out with the same
# bytes; with --once, it is built once and not checked.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

read -ra architectures <<<"${ARCHITECTURES:-x86_64 aarch64}"
readonly TARGET=$PWD/build/wheels
readonly GLIBC=manylinux_2_31  # of the compilers

# Build the wheel of an architecture below a folder; print its path.
build() {
  local architecture=$1 folder=$2
  CMAKE_TOOLCHAIN_FILE=$compilers/$architecture.cmake \
    .venv/bin/orthanc-codegen build --build-type lto --output "$folder/$architecture" >&2
  .venv/bin/python -m distribution.make_wheel \
    "$folder/$architecture" "$compilers/libraries" "${GLIBC}_$architecture" "$folder"
}

# Check what a wheel needs of a system, and of Python: check WHEEL PLATFORM
check() {
  local needs
  needs=$(.venv/bin/auditwheel show --json "$1")
  if ! grep -q "\"overall_tag\": \"$2\"" <<<"$needs"; then
    printf 'error: %s is not for %s: %s\n' "$1" "$2" "$needs" >&2
    return 1
  fi
  .venv/bin/abi3audit --strict --summary "$1" >&2
}

compilers=$(tools/fetch_compilers.sh)
for architecture in "${architectures[@]}"; do
  wheel=$(build "$architecture" "$TARGET")
  if [[ ${1:-} != --once ]]; then
    check "$wheel" "${GLIBC}_$architecture"
    again=$(CCACHE_DISABLE=1 build "$architecture" "$TARGET/again")
    cmp "$wheel" "$again"
  fi
  find "$TARGET" -maxdepth 1 -name "orthanc_python_plugin-*_$architecture.whl" ! -name "${wheel##*/}" -delete
  echo "$wheel"
done
(cd "$TARGET" && sha256sum -- *.whl >SHA256SUMS)
