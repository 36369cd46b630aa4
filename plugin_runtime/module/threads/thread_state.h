// The thread state that a thread of the core keeps from callback to callback.
#pragma once

#include "core/function_ref.h"
#include "python/python.h"
#include "threads/stack.h"

namespace orthanc_python {

// Whether Python may run on a second stack. CPython from 3.14 on checks the stack pointer, so it needs the
// limits of that stack. If it cannot be informed of them, it must stay on the thread's original stack.
bool PythonAllowsOwnStacks();

// The thread state of one thread of the core, created on first use.
class KeptThreadState {
 public:
  // Makes the current interpreter the one of new thread states. Requires the GIL.
  static void UseCurrentInterpreter();

  // Runs `body` with this state and the GIL. `stack` is the second stack that the thread runs on, or NULL,
  // and must be the same in every call. Returns false without running `body`, and logs why, if no thread
  // state could be created.
  bool Run(FunctionRef body, const OwnStack* stack);
  // Deletes the state. Must be called on the same stack as Run(), since Python may run finalizers of
  // thread-local objects.
  void Release();

  PyThreadState* Get() const { return state_; }

 private:
  PyThreadState* state_ = nullptr;
};

}  // namespace orthanc_python
