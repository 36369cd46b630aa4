#!/bin/bash
# Runs the tests that call the module in a process of their own under the sanitizers, each with a build of its own:
# AddressSanitizer with UndefinedBehaviorSanitizer on the hostile and the flat calls, arguments, results, handles, callbacks and
# threads, ThreadSanitizer on the threads. The first finding ends the run.
#
# CPython itself is not instrumented. Leaks at its end are its own (it frees little), so LeakSanitizer is off: that
# nothing piles up is what tests/core/test_flat.py and test_leaks.py show. ThreadSanitizer looks at accesses of the
# module's own code alone, and of the core that the scenarios of races have in C; and it sees the GIL, which is a mutex
# and a condition variable.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
calls=${ORTHANC_HOSTILE_CALLS:-15000}

library() { g++ -print-file-name="lib$1.so"; }

build() { .venv/bin/orthanc-codegen build --build-type "$1" --output "build/$1"; }

# Runs tests with a library of a sanitizer in front of everything, and with memory that it can see.
run_tests() {
  local name=$1
  shift
  echo "sanitizers: $name"
  env LD_PRELOAD="$(library "$name") $(g++ -print-file-name=libstdc++.so.6)" PYTHONMALLOC=malloc \
    ORTHANC_SANITIZER="$name" ORTHANC_PYTHON_PLUGIN="build/$name/plugin" \
    ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 \
    TSAN_OPTIONS=halt_on_error=1:ignore_noninstrumented_modules=1 \
    ORTHANC_HOSTILE_CALLS="$calls" ORTHANC_FLAT_CALLS=2000 \
    setarch --addr-no-randomize "$python" -m pytest -q -p no:cacheprovider "$@"
}

build asan
run_tests asan tests/core/test_sanitizers.py tests/core/hostile tests/core/test_flat.py tests/core/test_callbacks.py \
  tests/core/test_results.py tests/core/test_handles.py tests/core/test_arguments.py tests/core/test_threads.py \
  tests/core/test_stops.py
build tsan
run_tests tsan tests/core/test_threads.py tests/core/test_stops.py tests/core/test_sanitizers.py
