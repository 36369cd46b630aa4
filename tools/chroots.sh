# Sourced: makes chroots of Debian suites below build/chroots, and runs scripts in them. Needs root, and tools/throwaway_apt.sh.
#
# A base is made once. It is a minimal Debian, to which apt has downloaded the packages of the tests without installing them: no
# compiler, no Python, nothing of the project.

readonly TARGET=$PWD/build/chroots
readonly TOOLS=$TARGET/tools
readonly APT=$TARGET/apt

# Begins scripts for a root: quietly COMMAND... shows the output only if the command fails.
readonly QUIETLY='
export DEBIAN_FRONTEND=noninteractive
quietly() { "$@" >/var/log/quiet.log 2>&1 || { cat /var/log/quiet.log; return 1; }; }
'

# Unpack debootstrap, whose own dependencies every Debian has.
fetch_debootstrap() (
  [[ ! -e $TOOLS/complete ]] || return 0
  configure_apt "deb bookworm"
  cd "$APT"
  apt download -qq debootstrap >&2
  dpkg-deb -x debootstrap_*.deb "$TOOLS"
  touch "$TOOLS/complete"
)

# Make the base of a suite.
make_base() {
  local suite=$1 root=$TARGET/$1.base
  [[ ! -e $root/complete ]] || return 0
  fetch_debootstrap
  rm -rf "$root"
  DEBOOTSTRAP_DIR=$TOOLS/usr/share/debootstrap "$TOOLS/usr/sbin/debootstrap" --variant=minbase --include=curl,iproute2 \
    --keyring="$KEYRING" "$suite" "$root" "$(mirror)" >&2
  # Packages start no services: a chroot has no service manager.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  inside "$root" "apt-get install -qq --yes --no-install-recommends --download-only \
    orthanc orthanc-python python3-venv libpython$(python_of "$suite") >&2"
  touch "$root/complete"
}

# Print the version of the default Python of a suite, ex) 3.11
python_of() {
  inside "$TARGET/$1.base" 'apt-cache depends python3 | sed -n "s/^ *Depends: python\(3\.[0-9]*\)$/\1/p"'
}

# Copy the base of a suite, with a script. Prints the root: fresh_root SUITE NAME
fresh_root() {
  local root=$TARGET/$1.$2
  make_base "$1"
  rm -rf "$root"
  cp -a "$TARGET/$1.base" "$root"
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"  # as in Debian's images for containers
  mkdir -p "$root/etc/orthanc"
  cat >"$root/etc/orthanc/hello.py" <<'SCRIPT'
import sys
import orthanc

def hello(output, uri, **request):
    output.AnswerBuffer(f"Hello from {sys.prefix}\n", "text/plain")

orthanc.RegisterRestCallback("/hello", hello)
SCRIPT
  echo "$root"
}

# Run a script in a root, with processes of its own that end with it: inside ROOT SCRIPT [OPTION OF unshare...]
inside() {
  unshare --mount --pid --fork --kill-child --mount-proc="$1/proc" "${@:3}" chroot "$1" /bin/sh -eu -c "$2"
}

# Start Orthanc in a network of its own, and require an answer: require_answer ROOT CONFIGURATION PATH ANSWER [USER]
# PATH may be followed by options of curl.
require_answer() {
  inside "$1" "
    ip link set lo up
    runuser -u ${5:-root} -- Orthanc $2 >/var/log/orthanc.log 2>&1 &
    answer=\$(curl --silent --retry 30 --retry-delay 1 --retry-connrefused http://localhost:8042$3) || true
    echo \"\$answer\"
    [ \"\$answer\" = '$4' ] || { cat /var/log/orthanc.log; exit 1; }" --net
}
