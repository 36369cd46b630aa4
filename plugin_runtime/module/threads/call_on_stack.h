// Calls a function on another stack of the calling thread.
#pragma once

#if defined(__ELF__) && defined(__LP64__) && (defined(__x86_64__) || defined(__aarch64__))
#define ORTHANC_PYTHON_HAS_CALL_ON_STACK 1
#else
#define ORTHANC_PYTHON_HAS_CALL_ON_STACK 0
#endif

#if ORTHANC_PYTHON_HAS_CALL_ON_STACK

// Calls `body(argument)` on the stack that ends below `top`, and returns when `body` returns. `top` must be a
// multiple of 16. Makes no system call and allocates nothing. The thread keeps its shadow stack (Intel CET,
// Arm GCS), which stays consistent. Debuggers, backtrace(), C++ exceptions and pthread_exit() unwind through
// this function into the caller as through any other.
extern "C" void OrthancPythonCallOnStack(void* argument, void (*body)(void* argument), void* top);

#endif
