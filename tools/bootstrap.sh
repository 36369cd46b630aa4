#!/bin/bash
# Prepares a machine for the project: installs missing Debian packages, then creates or updates .venv.
#
# Fast if nothing is missing. PYTHON names a preferred Python, ex) PYTHON=/opt/python3.12/bin/python3
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Succeeds if a Python is suitable: 3.11 or newer, with venv, headers and a shared library.
is_suitable() {
  local facts
  facts=$("$1" -I plugin_runtime/describe_python.py 2>/dev/null) || return 1
  "$1" -I -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || return 1
  grep -q '^orthanc-python: headers ' <<<"$facts" && grep -q '^orthanc-python: library ' <<<"$facts"
}

# Prints the first suitable Python among PYTHON, the PATH and Debian's.
find_python() {
  local candidate
  while read -r candidate; do
    if [ -n "$candidate" ] && is_suitable "$candidate"; then
      echo "$candidate"
      return
    fi
  done < <(echo "${PYTHON:-}"; type -aP python3; echo /usr/bin/python3)
  return 1
}

# Prints the Debian packages whose programs or files are missing. Those installed in another way count, too.
missing_packages() {
  command -v Orthanc >/dev/null || [ -x /usr/sbin/Orthanc ] || echo orthanc
  [ -f /usr/include/orthanc/OrthancCPlugin.h ] || echo orthanc-dev
  command -v storescu >/dev/null || echo dcmtk
  command -v wrk >/dev/null || echo wrk
  command -v g++ >/dev/null || echo g++
  command -v cmake >/dev/null || echo cmake
  command -v ninja >/dev/null || echo ninja-build
  [ -f /usr/include/nlohmann/json.hpp ] || echo nlohmann-json3-dev
  command -v curl >/dev/null || echo curl
  command -v strace >/dev/null || echo strace
  command -v xz >/dev/null || echo xz-utils
  command -v sqlite3 >/dev/null || echo sqlite3
  find_python >/dev/null || echo python3 python3-venv python3-dev
  missing_for_system_python
}

# Prints missing packages for Debian's Python, which the plugin uses by default. It needs the shared library, and a test
# imports yaml.
missing_for_system_python() {
  local facts minor
  [ -d /usr/lib/python3/dist-packages/yaml ] || echo python3-yaml
  if ! facts=$(/usr/bin/python3 -I plugin_runtime/describe_python.py 2>/dev/null); then
    echo python3-dev
    return
  fi
  minor=$(sed -n 's/^orthanc-python: version 3\.//p' <<<"$facts")
  [ "$minor" -lt 11 ] || grep -q '^orthanc-python: library ' <<<"$facts" || echo "libpython3.$minor"
}

# Installs packages, but prevents Debian's orthanc from starting as a service, which would use the ports 8042 and 4242. A
# subshell, so that its trap runs at its end.
install_packages() (
  local command=(apt-get install --yes --no-install-recommends "$@")
  if ! command -v apt-get >/dev/null; then
    echo "bootstrap: apt-get was not found: install the equivalents of these Debian packages: $*" >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "bootstrap: packages are missing, but sudo was not found; run as root: ${command[*]}" >&2
    exit 1
  fi
  echo "bootstrap: installing Debian packages$([ "$(id -u)" = 0 ] || echo ' with sudo'): $*"
  local policy=/usr/sbin/policy-rc.d
  if [[ " $* " == *" orthanc "* && ! -e $policy ]]; then
    # Debian's policy-rc.d makes the packages' scripts start no service; only during this installation.
    trap "as_root rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive "${command[@]}"
  if [[ " $* " == *" orthanc "* && -d /run/systemd/system ]]; then
    echo "bootstrap: the service of Debian's Orthanc is disabled (to enable it: systemctl enable --now orthanc)"
    as_root systemctl disable orthanc || true
  fi
)

# Creates .venv, or updates it for pyproject.toml. Creates it anew if the checkout was moved or copied, since its paths are
# absolute.
make_environment() {
  local stamp=.venv/stamp here packages
  here="$PWD"
  packages="$(sha256sum pyproject.toml)"
  if [ "$(cat $stamp 2>/dev/null)" = "$here $packages" ] && .venv/bin/python -c '' 2>/dev/null; then
    return
  fi
  if [[ "$(cat $stamp 2>/dev/null)" != "$here "* ]] || ! .venv/bin/python -c '' 2>/dev/null; then
    local python
    python=$(find_python)
    echo "bootstrap: creating .venv with $python ($("$python" --version))"
    rm -rf .venv  # if it is a link, only the link: the folder behind it belongs to another checkout
    "$python" -m venv .venv
  fi
  echo "bootstrap: installing the project and its Python packages in .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test,samples,docs]'
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]' 2>/dev/null ||
    echo "bootstrap: atheris does not support this Python: fuzzing uses hypothesis only"
  echo "$here $packages" >$stamp
}

read -r -d '' -a packages < <(missing_packages) || true
if [ ${#packages[@]} -gt 0 ]; then
  install_packages "${packages[@]}"
fi
make_environment
