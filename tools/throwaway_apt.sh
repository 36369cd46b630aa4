# Sourced: apt with a configuration of its own in the folder $APT, so the system's is left alone.
#
# What it gets comes from the mirror of Debian that the system's sources name, signatures checked.

readonly KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# Name the mirror of Debian's archive in the system's sources, in either of their formats.
mirror() {
  local found
  found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
    grep -Eo '(https?|file|copy)://[^] ]+/debian/?( |$)' | head -n 1) || true
  if [[ -z $found ]]; then
    echo "error: the sources of apt name no mirror of Debian's archive (…/debian)" >&2
    exit 1
  fi
  echo "${found% }"
}

# Begin with the given suites: "deb bookworm", "deb-src bookworm".
configure_apt() {
  local url line
  url=$(mirror)
  mkdir -p "$APT"/{lists/partial,cache/archives/partial}
  for line in "$@"; do
    echo "${line% *} [signed-by=$KEYRING] $url ${line#* } main"
  done >"$APT/sources.list"
  : >"$APT/status"  # as if nothing were installed
  apt update -qq
}

# Run apt-get on the throw-away configuration. A suite of a snapshot may be past its date; that is no attack here.
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
