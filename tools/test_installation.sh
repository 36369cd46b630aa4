#!/bin/bash
# Installs the wheel in a fresh Debian as docs/install.md says, and asks the server for an answer: in a chroot of each suite in
# SUITES (bookworm trixie sid), without a compiler and without anything of the project but the wheel.
#
# Needs root. Fails if an installation takes LIMIT seconds (60) or more; packages have been downloaded before.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source tools/throwaway_apt.sh
source tools/chroots.sh

read -ra suites <<<"${SUITES:-bookworm trixie sid}"
readonly GUIDE=docs/install.md LIMIT=${LIMIT:-60}
readonly IMAGE=bookworm  # what images of Orthanc are based on
readonly PLUGINS=/usr/share/orthanc/plugins
readonly SETTINGS=$QUIETLY'
export PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels
'

# Make a root with the wheels. Prints it: root_with_wheels SUITE
root_with_wheels() {
  local root
  root=$(fresh_root "$1" wheel)
  mkdir "$root/wheels"
  cp "$wheel" "$TARGET/wheels/"*.whl "$root/wheels"
  cp "$wheel" "$root/tmp"
  echo "$root"
}

# Install as on Debian, as a service.
install_on_debian() {
  inside "$1" "$SETTINGS"'
    quietly apt-get install --yes --no-install-recommends orthanc python3-venv libpython'"$2"'
    for program in cc c++ gcc g++ clang make; do if command -v "$program"; then exit 1; fi; done
    if ls /usr/include/python3* 2>/dev/null; then exit 1; fi
    python3 -m venv /opt/orthanc
    /opt/orthanc/bin/pip install --quiet /wheels/orthanc_python_plugin-*.whl
    (umask 077; /opt/orthanc/bin/orthanc-plugin install '"$PLUGINS"')  # the user orthanc must be able to read it
    echo "{ \"PythonScript\": \"/etc/orthanc/hello.py\" }" >/etc/orthanc/python.json
    /opt/orthanc/bin/orthanc-plugin doctor --configuration /etc/orthanc'
}

# Run the steps of the Dockerfile in the guide.
install_in_docker() {
  local steps
  steps=$(sed -n '/^```dockerfile$/,/^```$/s/^RUN //p' "$GUIDE" | sed 's/apt-get update && apt-get/quietly apt-get/')
  inside "$1" "$SETTINGS$steps"
}

# Do what the entry point of a ready-made image does with its own Python plugin, here that of Debian: enable it if a script is
# configured, unless a variable says otherwise or the file is there; write the variable ORTHANC__PLUGINS to the configuration.
readonly ENTRY_POINT='
    set -- "\"PythonScript\": \"/etc/orthanc/hello.py\", \"StorageDirectory\": \"/tmp/storage\""
    if [ "${PYTHON_PLUGIN_ENABLED:-true}" != false ] && [ ! -e '"$PLUGINS"'/libOrthancPython.so ]; then
      mv '"$PLUGINS-disabled/libOrthancPython.so $PLUGINS"'
    fi
    echo "{ $1, \"Plugins\": ${ORTHANC__PLUGINS:-[\"'"$PLUGINS"'\"]} }" >/tmp/orthanc.json
'

# Make a root like a ready-made image of Orthanc: with Debian's Python plugin, disabled, and with the wheel in an environment.
make_image() {
  local root
  root=$(root_with_wheels "$1")
  inside "$root" "$SETTINGS"'
    quietly apt-get install --yes --no-install-recommends orthanc orthanc-python python3-venv libpython'"$2"'
    mkdir '"$PLUGINS"'-disabled
    cp -L '"$PLUGINS"'/libOrthancPython.so '"$PLUGINS"'-disabled
    rm '"$PLUGINS"'/libOrthancPython.so
    python3 -m venv /opt/orthanc
    /opt/orthanc/bin/pip install --quiet /wheels/orthanc_python_plugin-*.whl'
  echo "$root"
}

# Try the ways to use the plugin in a ready-made image: try_image SUITE PYTHON
try_image() {
  local root command=/opt/orthanc/bin/orthanc-plugin
  root=$(make_image "$@")
  echo "-- an image whose plugin is not enabled: ours takes its place"
  inside "$root" "$command install $PLUGINS; $ENTRY_POINT"
  require_answer "$root" /tmp/orthanc.json /hello 'Hello from /opt/orthanc'
  echo "-- an image whose plugin is enabled: ours replaces it"
  inside "$root" "rm -r $PLUGINS/libOrthancPython.so $PLUGINS/orthanc-python; $ENTRY_POINT
    if $command install $PLUGINS; then exit 1; fi
    $command install --replace $PLUGINS"
  require_answer "$root" /tmp/orthanc.json /hello 'Hello from /opt/orthanc'
  echo "-- an image whose plugin a variable switches off: ours is named beside the others"
  inside "$root" "rm -r $PLUGINS/libOrthancPython.so $PLUGINS/orthanc-python
    export PYTHON_PLUGIN_ENABLED=false ORTHANC__PLUGINS=\"[\\\"$PLUGINS\\\", \\\"\$($command path)\\\"]\"
    $ENTRY_POINT"
  require_answer "$root" /tmp/orthanc.json /hello 'Hello from /opt/orthanc'
}

wheel=$(ARCHITECTURES=$(uname -m) tools/make_wheels.sh --once)
.venv/bin/pip download --quiet --disable-pip-version-check --dest "$TARGET/wheels" 'typing_extensions>=4.6' >&2
docker=$(sed -n 's/^FROM debian:\([a-z]*\)$/\1/p' "$GUIDE")
for suite in "${suites[@]}"; do
  root=$(root_with_wheels "$suite")
  python=$(python_of "$suite")
  echo "== Debian $suite, Python $python"
  SECONDS=0
  install_on_debian "$root" "$python"
  require_answer "$root" /etc/orthanc /hello 'Hello from /opt/orthanc' orthanc
  echo "$suite: installed and answered in $SECONDS seconds"
  ((SECONDS < LIMIT)) || { echo "error: the limit is $LIMIT seconds" >&2 && exit 1; }
  if [[ $suite == "$docker" ]]; then
    root=$(root_with_wheels "$suite")
    install_in_docker "$root"
    require_answer "$root" /etc/orthanc.json /hello 'Hello from /opt/orthanc'
    echo "$suite: the steps of the Dockerfile work"
  fi
  [[ $suite != "$IMAGE" ]] || try_image "$suite" "$python"
done
