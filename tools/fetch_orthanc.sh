#!/bin/bash
# Fetches the Orthanc of a suite of Debian, with all its libraries, into build/debian/SUITE; prints how to start it.
#
# Nothing is installed and nobody needs to be root: the packages are unpacked, and a launcher starts the server with
# the loader and the libraries that fit. What is there already is not fetched again.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh

readonly SUITE=${1:?usage: tools/fetch_orthanc.sh SUITE}
readonly TARGET=$PWD/build/debian/$SUITE
readonly APT=$TARGET/apt
readonly ROOT=$TARGET/root
readonly RUNTIME=$TARGET/runtime
readonly LAUNCHER=$TARGET/Orthanc

main() {
  if [[ ! -x $LAUNCHER ]]; then
    rm -rf "$TARGET"
    configure_apt "deb $SUITE"
    apt install -qq --yes --download-only --no-install-recommends orthanc >&2
    unpack
    write_launcher
  fi
  echo "$LAUNCHER"
}

unpack() {
  local package
  mkdir -p "$ROOT"
  for package in "$APT"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$ROOT"
  done
  rm -r "$APT/cache"
}

# Print the path of a file of the C library below a root.
find_c_library() {
  find "$1"/lib/ "$1"/usr/lib/ -maxdepth 2 -name "$2" -xtype f 2>/dev/null | head -n 1 || true
}

# Print the newest version whose symbols the C library below a root has.
c_library_version() {
  grep -Eao 'GLIBC_[0-9]+\.[0-9]+' "$(find_c_library "$1" libc.so.6)" | sort -uV | tail -n 1
}

# Print the folders with libraries below a root, joined with colons.
libraries_of() {
  find "$1"/{lib,usr/lib} -maxdepth 1 -type d -name '*-linux-gnu*' 2>/dev/null | sort | tr '\n' ':' || true
}

# Make a folder with this machine's runtime of C and C++ alone.
link_runtime() {
  mkdir -p "$RUNTIME"
  dpkg -L libc6 libgcc-s1 libstdc++6 | grep -E '/lib[^/]*\.so\.[0-9]+$' | xargs ln -sft "$RUNTIME"
}

# A runtime of C and C++ runs what was made for an older one. So where the suite's is older than this machine's, it goes
# without, for the sake of Python, which is this machine's in any case. Its other libraries come first.
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
  cat >"$LAUNCHER.part" <<EOF
#!/bin/sh
# Starts the Orthanc of Debian $SUITE.
export DCMDICTPATH='$dictionary'
exec '$loader' --library-path '${libraries%:}' '$ROOT/usr/sbin/Orthanc' "\$@"
EOF
  chmod +x "$LAUNCHER.part"
  mv "$LAUNCHER.part" "$LAUNCHER"
}

main
