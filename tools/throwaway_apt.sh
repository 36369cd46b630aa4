# Sourced: defines apt with a separate configuration in the folder $APT, which leaves the system's unchanged.
#
# Packages come from the Debian mirror in the system's sources, and their signatures are checked.

readonly KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# Prints the mirror of Debian's archive in the system's sources, in either of their formats.
mirror() {
  local found
  found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
    grep -Eo '(https?|file|copy)://[^] ]+/debian/?( |$)' | head -n 1) || true
  if [[ -z $found ]]; then
    echo "error: the sources of apt name no mirror of Debian's archive (…/debian): add one to /etc/apt/sources.list" >&2
    exit 1
  fi
  echo "${found% }"
}

# Creates a configuration for the given suites: "deb bookworm", "deb-src bookworm".
configure_apt() {
  local url line
  url=$(mirror)
  mkdir -p "$APT"/{lists/partial,cache/archives/partial}
  for line in "$@"; do
    echo "${line% *} [signed-by=$KEYRING] $url ${line#* } main"
  done >"$APT/sources.list"
  : >"$APT/status"  # no packages count as installed
  apt update -qq
}

# Runs apt-get with this configuration. Accepts expired suites, as snapshots have.
apt() {
  with_configuration apt-get "$@"
}

apt_cache() {
  with_configuration apt-cache "$@"
}

with_configuration() {
  "$1" \
    -o Dir::Etc::SourceList="$APT/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null \
    -o Dir::Etc::PreferencesParts=/dev/null -o Dir::State="$APT" -o Dir::State::Lists="$APT/lists" \
    -o Dir::State::Status="$APT/status" -o Dir::Cache="$APT/cache" -o Debug::NoLocking=true \
    -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Sandbox::User="$(id -un)" "${@:2}"
}
