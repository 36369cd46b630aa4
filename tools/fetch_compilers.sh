#!/bin/bash
# Fetches the compilers for wheels into build/compilers: GCC 10.2 of Debian bullseye, for x86_64 and for aarch64.
# Prints that folder; ARCHITECTURE.cmake in it is the toolchain file.
#
# What they compile runs with glibc 2.31 and newer. Nothing is installed and nobody needs to be root: the packages are
# unpacked, and launchers start the compilers. What is there already is not fetched again, even if the clone was moved.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh
source tools/unpacked_debian.sh

readonly SUITE=bullseye
readonly PYTHON=python3.11 PYTHON_SUITE=bookworm  # for the headers; bullseye has 3.9
readonly TARGET=$PWD/build/compilers
readonly APT=$TARGET/apt
readonly ROOT=$TARGET/root            # the compilers, and the C and C++ libraries that they link to
readonly LIBRARIES=$TARGET/libraries  # headers that are the same for both architectures
readonly RUNTIME=$TARGET/runtime      # the libraries of the compilers themselves

main() {
  if [[ $(dpkg --print-architecture) != amd64 ]]; then
    echo "error: the compilers of the wheels are programs for amd64; this machine is $(dpkg --print-architecture)" >&2
    exit 1
  fi
  if [[ ! -e $TARGET/complete ]]; then
    rm -rf "$TARGET"
    configure_apt "deb $SUITE" "deb $PYTHON_SUITE"
    fetch
    unpack_libraries
    unpack
    make_links_relative
    touch "$TARGET/complete"
  fi
  if [[ $(cat "$TARGET/place" 2>/dev/null) != "$TARGET" ]]; then  # what follows has absolute paths
    link_runtime
    write_launcher x86_64 -B "'$ROOT/usr/bin/'"
    write_launcher aarch64
    write_toolchain x86_64
    write_toolchain aarch64
    echo "$TARGET" >"$TARGET/place"
  fi
  echo "$TARGET"
}

fetch() {
  apt install -qq --yes --download-only --no-install-recommends -o "APT::Default-Release=$SUITE" \
    g++-10 g++-10-aarch64-linux-gnu nlohmann-json3-dev >&2
  (cd "$APT/cache/archives" && apt download -qq "lib$PYTHON-dev" >&2)
}

# Unpack the headers of JSON and Python apart from those of the C library, which belong to one architecture.
unpack_libraries() {
  local package
  for package in "$APT"/cache/archives/{nlohmann-json3-dev,"lib$PYTHON-dev"}_*.deb; do
    dpkg-deb -x "$package" "$LIBRARIES"
    rm "$package"
  done
  # The Limited API reads only sizes of types from pyconfig.h, which x86_64 and aarch64 share.
  mv "$LIBRARIES/usr/include/x86_64-linux-gnu/$PYTHON/pyconfig.h" "$LIBRARIES/usr/include/$PYTHON/pyconfig.h"
}

# Point absolute links into the root, ex) libdl.so to /lib/x86_64-linux-gnu/libdl.so.2
make_links_relative() {
  local link
  find "$ROOT" -type l -lname '/*' -print0 | while IFS= read -r -d '' link; do
    ln -sfnr "$ROOT$(readlink "$link")" "$link"
  done
}

# Link the libraries of the compilers into a folder without a C library, which must fit this machine's dynamic linker.
link_runtime() {
  mkdir -p "$RUNTIME"
  find "$ROOT"/{,usr/}lib/x86_64-linux-gnu -maxdepth 1 -regextype egrep \
    -regex '.*/lib(isl|mpc|mpfr|gmp|zstd|z)\.so\..*|.*/lib(bfd|opcodes|ctf|ctf-nobfd)[-.].*so.*' \
    -exec ln -sft "$RUNTIME" {} +
}

# Write the launcher of a compiler: write_launcher ARCHITECTURE OPTION...
write_launcher() {
  local launcher=$TARGET/$1-g++
  cat >"$launcher" <<EOF
#!/bin/sh
# Starts the C++ compiler of Debian $SUITE for $1.
export LD_LIBRARY_PATH='$RUNTIME'
exec '$ROOT/usr/bin/$1-linux-gnu-g++-10' '--sysroot=$ROOT' ${*:2} "\$@"
EOF
  chmod +x "$launcher"
}

# Write the settings for CMake. The binaries must not depend on the folder in which they are built.
write_toolchain() {
  cat >"$TARGET/$1.cmake" <<EOF
# Compiles for $1 with the compiler of Debian $SUITE.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR $1)
set(CMAKE_CXX_COMPILER "$TARGET/$1-g++")
get_filename_component(BUILD "\${CMAKE_BINARY_DIR}" DIRECTORY)
# -Wno-attributes: GCC 10 does not know [[maybe_unused]] of members.
set(CMAKE_CXX_FLAGS_INIT
    "-Wno-attributes -ffile-prefix-map=$PWD=. -ffile-prefix-map=$TARGET=. -ffile-prefix-map=\${BUILD}=.")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "-Wl,--strip-all")
set(CMAKE_FIND_ROOT_PATH "$LIBRARIES")
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(PYTHON_INCLUDE_DIR "$LIBRARIES/usr/include/$PYTHON" CACHE PATH "Folder of Python.h")
EOF
}

main
