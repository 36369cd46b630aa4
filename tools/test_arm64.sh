#!/bin/bash
# Runs end-to-end tests with the wheel for aarch64, in the Orthanc and the Python of Debian bookworm for arm64.
#
# QEMU emulates the processor. As in fetch_orthanc.sh, packages are unpacked into build/debian, not installed. Arguments go to
# pytest; without any, REST, callbacks and threads are tested. Servers are slow there, so one test runs at a time.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh
source tools/unpacked_debian.sh

readonly SUITE=bookworm PYTHON=3.11
readonly TARGET=$PWD/build/debian/$SUITE-arm64
APT=$TARGET/apt
readonly ROOT=$TARGET/root
readonly LAUNCHER=$TARGET/Orthanc
readonly QEMU=$TARGET/emulator/usr/bin/qemu-aarch64-static

# Fetch the emulator, for the architecture of this machine.
fetch_emulator() (
  APT=$TARGET/apt-emulator
  configure_apt "deb $SUITE"
  cd "$APT"
  apt download -qq qemu-user-static >&2
  dpkg-deb -x qemu-user-static_*.deb "$TARGET/emulator"
)

fetch_server() {
  # Before any command of apt: the lists are those of the architecture, too.
  mkdir -p "$TARGET"
  printf 'APT::Architecture "arm64";\nAPT::Architectures "arm64";\n' >"$TARGET/apt.conf"
  export APT_CONFIG=$TARGET/apt.conf
  configure_apt "deb $SUITE"
  apt install -qq --yes --download-only --no-install-recommends orthanc "python$PYTHON" "libpython$PYTHON" >&2
  unpack
  unset APT_CONFIG
}

write_launcher() {
  cat >"$LAUNCHER" <<EOF
#!/bin/sh
# Starts the Orthanc of Debian $SUITE for arm64.
export DCMDICTPATH='$(find "$ROOT/usr/share" -name dicom.dic | head -n 1)'
exec '$QEMU' -L '$ROOT' '$ROOT/usr/sbin/Orthanc' "\$@"
EOF
  chmod +x "$LAUNCHER"
}

if [[ ! -e $TARGET/complete ]]; then
  rm -rf "$TARGET"
  fetch_emulator
  fetch_server
  write_launcher
  touch "$TARGET/complete"
fi
wheel=$(ARCHITECTURES=aarch64 tools/make_wheels.sh --once)
rm -rf "$TARGET/packages"
.venv/bin/python -m zipfile -e "$wheel" "$TARGET/packages"
[[ $# -gt 0 ]] || set -- tests/e2e/test_rest.py tests/e2e/test_callbacks.py tests/e2e/test_threads.py
ORTHANC_SERVER=$LAUNCHER ORTHANC_PYTHON_PLUGIN=$TARGET/packages/orthanc_plugin \
  ORTHANC_PYTHON_LIBRARY=$ROOT/usr/lib/aarch64-linux-gnu/libpython$PYTHON.so.1.0 WORKERS=1 tools/run_tests.sh "$@"
