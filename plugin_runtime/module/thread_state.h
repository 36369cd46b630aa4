// The Python thread state that a thread of the core keeps from callback to callback.
#pragma once

#include "entry.h"
#include "python.h"

namespace orthanc_python {

class OwnStack;

// Where CPython (from 3.14 on) can be told that a thread runs on a stack of ours: it watches the stack
// pointer. False means that a Python of this process must stay on the stack that a thread was started with.
bool PythonAllowsOwnStacks();

// The thread state of one thread of the core, made when it is first needed.
class KeptThreadState {
 public:
  // Names the interpreter that new thread states belong to. The GIL must be held.
  static void UseCurrentInterpreter();

  // Runs `body` with this state and the GIL. `stack` is the stack of ours that the thread is on, or NULL; it
  // is the same one at every call. False, having run nothing and logged why, when no thread state could be
  // made.
  bool Run(FunctionRef body, const OwnStack* stack);
  // Gives the state back to Python, which may run finalisers of thread-local objects: on the stack that Run()
  // had.
  void Release();

  PyThreadState* Get() const { return state_; }

 private:
  PyThreadState* state_ = nullptr;
};

}  // namespace orthanc_python
