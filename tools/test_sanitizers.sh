#!/bin/bash
# Runs tests of the module with sanitizers, each with its own build: AddressSanitizer and UndefinedBehaviorSanitizer for
# hostile calls, leaks, arguments, results, handles, callbacks and threads, ThreadSanitizer for threads. A finding ends the
# process and fails the test.
#
# CPython itself is not instrumented. It frees little memory at its end, so LeakSanitizer is disabled;
# tests/core/test_flat.py and test_leaks.py check for leaks instead. ThreadSanitizer checks only the module's own code, and
# the C part of the scenarios of races. It sees the GIL, which is a mutex and a condition variable.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
calls=${ORTHANC_HOSTILE_CALLS:-15000}

library() { g++ -print-file-name="lib$1.so"; }

build() { .venv/bin/orthanc-codegen build --build-type "$1" --output "build/$1"; }

# Runs pytest with the sanitizer's library preloaded, and with an allocator that it can observe.
sanitized_pytest() {
  local name=$1
  shift
  env LD_PRELOAD="$(library "$name") $(g++ -print-file-name=libstdc++.so.6)" PYTHONMALLOC=malloc \
    ORTHANC_SANITIZER="$name" ORTHANC_PYTHON_PLUGIN="build/$name/plugin" \
    ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 \
    TSAN_OPTIONS=halt_on_error=1:ignore_noninstrumented_modules=1 \
    ORTHANC_HOSTILE_CALLS="$calls" ORTHANC_FLAT_CALLS=2000 \
    setarch --addr-no-randomize "$python" -m pytest -q -p no:cacheprovider "$@"
}

# Runs tests in parallel, then one by one those that measure time.
run_tests() {
  echo "sanitizers: $1"
  sanitized_pytest "$@" -m "not alone" --numprocesses "$(nproc)" --dist worksteal
  sanitized_pytest "$@" -m alone
}

build asan
run_tests asan tests/core/test_sanitizers.py tests/core/hostile tests/core/test_flat.py tests/core/test_callbacks.py \
  tests/core/test_results.py tests/core/test_handles.py tests/core/test_arguments.py tests/core/test_threads.py \
  tests/core/test_stops.py tests/core/test_text_dicts.py
build tsan
run_tests tsan tests/core/test_threads.py tests/core/test_stops.py tests/core/test_sanitizers.py
