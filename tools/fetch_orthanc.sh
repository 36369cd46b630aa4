#!/bin/bash
# Fetches the Orthanc of a Debian suite into build/debian/SUITE, with its Pythons from 3.11 on and all libraries, and prints
# the path of a launcher for the server.
#
# Needs no root and installs nothing: unpacks the packages, and writes launchers that start the server and each
# root/usr/bin/python3.N with matching libraries. Does nothing if they have been fetched before.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh
source tools/unpacked_debian.sh

readonly SUITE=${1:?usage: tools/fetch_orthanc.sh SUITE}
readonly TARGET=$PWD/build/debian/$SUITE
readonly APT=$TARGET/apt
readonly ROOT=$TARGET/root
readonly RUNTIME=$TARGET/runtime
readonly LAUNCHER=$TARGET/Orthanc

main() {
  if [[ ! -e $TARGET/complete ]]; then
    rm -rf "$TARGET"
    configure_apt "deb $SUITE"
    local versions
    mapfile -t versions < <(python_versions)
    apt install -qq --yes --download-only --no-install-recommends \
      orthanc "${versions[@]/#/python}" "${versions[@]/#/libpython}" >&2
    unpack
    write_launcher
    for version in "${versions[@]}"; do
      wrap_python "$ROOT/usr/bin/python$version"
    done
    touch "$TARGET/complete"
  fi
  echo "$LAUNCHER"
}

# Prints the versions of the suite's Pythons that the plugin supports, one per line.
python_versions() {
  apt_cache search --names-only '^libpython3\.[0-9]+$' | sed -nE 's/^libpython(3\.(1[1-9]|[2-9][0-9])) .*/\1/p' | sort -V
}

# Prints the newest glibc version whose symbols the C library below a root defines.
c_library_version() {
  grep -Eao 'GLIBC_[0-9]+\.[0-9]+' "$(find_c_library "$1" libc.so.6)" | sort -uV | tail -n 1
}

# Creates a folder with links to this machine's C and C++ runtime only.
link_runtime() {
  mkdir -p "$RUNTIME"
  dpkg -L libc6 libgcc-s1 libstdc++6 | grep -E '/lib[^/]*\.so\.[0-9]+$' | xargs ln -sft "$RUNTIME"
}

# Writes the launcher of the server. It uses the newer C and C++ runtime of the suite and this machine, since a runtime
# supports programs built for older ones, and the plugin's Python is this machine's. The suite's other libraries take
# precedence.
write_launcher() {
  local loader libraries dictionary
  if printf '%s\n' "$(c_library_version "")" "$(c_library_version "$ROOT")" | sort -VC; then
    loader=$(find_c_library "$ROOT" 'ld-linux*.so.*')
    libraries=$(libraries_of "$ROOT")
  else
    loader=$(find_c_library "" 'ld-linux*.so.*')
    link_runtime
    libraries=$RUNTIME:$(libraries_of "$ROOT")
  fi
  libraries+=$(libraries_of "")
  dictionary=$(find "$ROOT/usr/share" -name dicom.dic | head -n 1)
  cat >"$LAUNCHER" <<EOF
#!/bin/sh
# Starts the Orthanc of Debian $SUITE.
export DCMDICTPATH='$dictionary'
exec '$loader' --library-path '${libraries%:}' '$ROOT/usr/sbin/Orthanc' "\$@"
EOF
  chmod +x "$LAUNCHER"
}

# Replaces a Python executable by a launcher. Under the original name, Python finds its packages, and virtual environments
# made from it find Python.
wrap_python() {
  local loader
  loader=$(find_c_library "$ROOT" 'ld-linux*.so.*')
  mv "$1" "$1.elf"
  cat >"$1" <<EOF
#!/bin/sh
# Starts the Python of Debian $SUITE.
exec '$loader' --library-path '$(libraries_of "$ROOT")' --argv0 "\$0" '$1.elf' "\$@"
EOF
  chmod +x "$1"
}

main
