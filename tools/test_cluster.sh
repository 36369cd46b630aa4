#!/bin/bash
# Runs tests/cluster: several servers on one PostgreSQL, behind nginx.
#
# With --quick: fewer instances. Other arguments are passed to pytest; tests/cluster is the default.
set -uo pipefail
cd "$(dirname "$0")/.."

ORTHANC_CLUSTER=$(tools/fetch_cluster.sh) || exit 1
export ORTHANC_CLUSTER
if [[ ${1:-} == --quick ]]; then
  export ORTHANC_CLUSTER_SIZE=quick
  shift
fi
[[ " $*" == *" tests/"* ]] || set -- tests/cluster "$@"
exec .venv/bin/python -m pytest "$@"
