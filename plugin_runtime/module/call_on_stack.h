// Calls a function on another stack of the calling thread.
#pragma once

#if defined(__ELF__) && defined(__LP64__) && (defined(__x86_64__) || defined(__aarch64__))
#define ORTHANC_PYTHON_HAS_CALL_ON_STACK 1
#else
#define ORTHANC_PYTHON_HAS_CALL_ON_STACK 0
#endif

#if ORTHANC_PYTHON_HAS_CALL_ON_STACK

// Calls `body(argument)` on the stack that ends below `top`, and returns once that has returned. `top` is a
// multiple of 16. Makes no system call and allocates nothing; a shadow stack (Intel CET, Arm GCS) is that of
// the thread and stays in step. Debuggers, backtrace(), C++ exceptions and the end of the thread
// (pthread_exit) unwind through it into the caller as through any other function.
extern "C" void OrthancPythonCallOnStack(void* argument, void (*body)(void* argument), void* top);

#endif
