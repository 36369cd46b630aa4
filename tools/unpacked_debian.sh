# Sourced: unpacks Debian packages below the folder $ROOT, and finds their libraries.

# Unpacks the packages that apt downloaded with the configuration in $APT, and removes them.
unpack() {
  local package
  mkdir -p "$ROOT"
  for package in "$APT"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$ROOT"
  done
  rm -r "$APT/cache"
}

# Prints the path of a file of the C library below a root.
find_c_library() {
  find "$1"/lib/ "$1"/usr/lib/ -maxdepth 2 -name "$2" -xtype f 2>/dev/null | head -n 1 || true
}

# Prints the folders with libraries below a root, joined with colons.
libraries_of() {
  find "$1"/{lib,usr/lib} -maxdepth 1 -type d -name '*-linux-gnu*' 2>/dev/null | sort | tr '\n' ':' || true
}
