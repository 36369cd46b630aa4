#!/bin/bash
# Checks the Debian packages with lintian, then installs, starts and removes the one for this machine in a chroot of each suite in
# SUITES (bookworm trixie sid), beside Debian's pytest. In bookworm, it also takes the place of Debian's own Python plugin, and
# gives it back.
#
# Needs root.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh
source tools/chroots.sh

read -ra suites <<<"${SUITES:-bookworm trixie sid}"
readonly NAME=orthanc-python-codegen
# Without DEBEMAIL, the maintainer has no address. Packages that are not for Debian close no bug of Debian.
SUPPRESSED=initial-upload-closes-no-bugs
[[ -n ${DEBEMAIL:-} ]] || SUPPRESSED+=,bogus-mail-host,bogus-mail-host-in-debian-changelog

# Check packages with the lintian of bookworm.
check_packages() {
  local root=$TARGET/lintian
  if [[ ! -e $root/complete ]]; then
    root=$(fresh_root bookworm lintian)
    rm -rf "$TARGET/lintian"
    mv "$root" "$TARGET/lintian"
    root=$TARGET/lintian
    inside "$root" "$QUIETLY quietly apt-get install --yes --no-install-recommends lintian"
    touch "$root/complete"
  fi
  cp "$@" "$root/tmp"
  inside "$root" "cd /tmp; lintian --allow-root --no-cfg --fail-on error --suppress-tags $SUPPRESSED ${*##*/}"
}

# Install the package, start a server, remove the package: try SUITE [OTHER PACKAGE]
try() {
  local root
  root=$(fresh_root "$1" deb)
  cp "$package" "$root/tmp"
  echo "== Debian $1"
  [[ -z ${2:-} ]] || inside "$root" "$QUIETLY quietly apt-get install --yes --no-install-recommends $2"
  inside "$root" "$QUIETLY"'
    quietly apt-get install --yes --no-install-recommends orthanc /tmp/'"${package##*/}"'
    if dpkg --status orthanc-python 2>/dev/null | grep "Status: .* installed"; then exit 1; fi
    quietly apt-get install --yes --no-install-recommends python3-pytest
    echo "def test_nothing(): pass" >/tmp/test_nothing.py
    quietly python3 -m pytest -p no:cacheprovider /tmp/test_nothing.py
    echo "{ \"PythonScript\": \"/etc/orthanc/hello.py\" }" >/etc/orthanc/python.json
    orthanc-plugin doctor --configuration /etc/orthanc'
  require_answer "$root" /etc/orthanc /hello 'Hello from /usr' orthanc
  inside "$root" "$QUIETLY quietly apt-get remove --yes $NAME
    if find /usr /etc -ipath '*orthanc*python*' -not -path /etc/orthanc/python.json | grep .; then exit 1; fi"
  require_answer "$root" /etc/orthanc '/plugins/python --output /dev/null --write-out %{http_code}' 404 orthanc
  [[ -n ${2:-} ]] || return 0
  echo "-- back to $2"
  inside "$root" "$QUIETLY quietly apt-get install --yes --no-install-recommends $2"
  require_answer "$root" /etc/orthanc /hello 'Hello from /usr' orthanc
}

mapfile -t packages < <(tools/make_deb.sh)
check_packages "${packages[@]}"
package=$(printf '%s\n' "${packages[@]}" | grep "_$(dpkg --print-architecture)\.deb")
for suite in "${suites[@]}"; do
  try "$suite" "$([[ $suite != bookworm ]] || echo orthanc-python)"
  echo "$suite: installed, answered and removed"
done
