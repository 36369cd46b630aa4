#!/bin/bash
# Installs the wheel in a fresh Debian as docs/install.md says, and asks the server for an answer: in a chroot of each suite in
# SUITES (bookworm trixie sid), without a compiler and without anything of the project but the wheel.
#
# Needs root. The chroots are made below build/chroots; what is there already is not made again.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh

read -ra suites <<<"${SUITES:-bookworm trixie sid}"
readonly TARGET=$PWD/build/chroots
readonly TOOLS=$TARGET/tools
readonly APT=$TARGET/apt
readonly GUIDE=docs/install.md

# Unpack debootstrap, whose own dependencies every Debian has.
fetch_debootstrap() (
  [[ ! -e $TOOLS/complete ]] || return 0
  configure_apt "deb bookworm"
  cd "$APT"
  apt download -qq debootstrap >&2
  dpkg-deb -x debootstrap_*.deb "$TOOLS"
  touch "$TOOLS/complete"
)

# Make a Debian with an Orthanc, which starts nothing, and a Python.
make_base() {
  local suite=$1 root=$TARGET/$1.base
  [[ ! -e $root/complete ]] || return 0
  rm -rf "$root"
  DEBOOTSTRAP_DIR=$TOOLS/usr/share/debootstrap "$TOOLS/usr/sbin/debootstrap" --variant=minbase \
    --keyring="$KEYRING" "$suite" "$root" "$(mirror)" >&2
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  inside "$root" 'export DEBIAN_FRONTEND=noninteractive
    apt-get install -qq --yes --no-install-recommends curl iproute2 orthanc python3-venv >&2
    apt-get install -qq --yes --no-install-recommends \
      libpython$(python3 -c "import sys; print(\"%d.%d\" % sys.version_info[:2])") >&2'
  touch "$root/complete"
}

# Run a script in a root, with processes of its own that end with it: inside ROOT SCRIPT [OPTION OF unshare...]
inside() {
  unshare --mount --pid --fork --kill-child --mount-proc="$1/proc" "${@:3}" chroot "$1" /bin/sh -eu -c "$2"
}

# Copy a base; add the wheels and a script.
make_root() {
  local root=$TARGET/$1
  rm -rf "$root"
  cp -a "$TARGET/$1.base" "$root"
  mkdir "$root/wheels"
  cp "$wheel" "$TARGET/wheels/"*.whl "$root/wheels"
  cp "$wheel" "$root/tmp"
  cat >"$root/etc/orthanc/hello.py" <<'EOF'
import sys
import orthanc

def hello(output, uri, **request):
    output.AnswerBuffer(f"Hello from {sys.prefix}\n", "text/plain")

orthanc.RegisterRestCallback("/hello", hello)
EOF
}

# Install as on Debian, as a service. The service manager is left out: a chroot has none.
install_on_debian() {
  inside "$1" '
    export PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels
    if command -v cc; then exit 1; fi
    python3 -m venv /opt/orthanc
    /opt/orthanc/bin/pip install --quiet /wheels/orthanc_python_plugin-*.whl
    /opt/orthanc/bin/orthanc-plugin install /usr/share/orthanc/plugins
    echo "{ \"PythonScript\": \"/etc/orthanc/hello.py\" }" >/etc/orthanc/python.json
    /opt/orthanc/bin/orthanc-plugin doctor --configuration /etc/orthanc'
}

# Run the steps of the Dockerfile in the guide.
install_in_docker() {
  local steps
  steps=$(sed -n '/^```dockerfile$/,/^```$/s/^RUN //p' "$GUIDE")
  inside "$1" "export PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels
$steps"
}

# Start Orthanc with a configuration, in a network of its own, and ask the script.
require_answer() {
  inside "$1" "
    ip link set lo up
    Orthanc $2 >/var/log/orthanc.log 2>&1 &
    answer=\$(curl --silent --retry 30 --retry-delay 1 --retry-connrefused http://localhost:8042/hello) || true
    echo \"\$answer\"
    [ \"\$answer\" = 'Hello from /opt/orthanc' ] || { cat /var/log/orthanc.log; exit 1; }" --net
}

fetch_debootstrap
wheel=$(ARCHITECTURES=$(uname -m) tools/make_wheels.sh --once)
.venv/bin/pip download --quiet --disable-pip-version-check --dest "$TARGET/wheels" 'typing_extensions>=4.6' >&2
image=$(sed -n 's/^FROM debian:\([a-z]*\)$/\1/p' "$GUIDE")
for suite in "${suites[@]}"; do
  make_base "$suite"
  make_root "$suite"
  echo "== Debian $suite"
  SECONDS=0
  install_on_debian "$TARGET/$suite"
  require_answer "$TARGET/$suite" /etc/orthanc
  echo "$suite: installed and answered in $SECONDS seconds"
  if [[ $suite == "$image" ]]; then
    make_root "$suite"
    install_in_docker "$TARGET/$suite"
    require_answer "$TARGET/$suite" /etc/orthanc.json
    echo "$suite: the steps of the Dockerfile work"
  fi
done
