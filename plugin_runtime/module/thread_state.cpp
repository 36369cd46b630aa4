// Makes, attaches and gives back the thread states of threads that Python did not start.
#include "thread_state.h"

#include <dlfcn.h>

#include "core.h"
#include "stack.h"

namespace orthanc_python {

namespace {

constexpr unsigned long kPython314 = 0x030e0000;

PyInterpreterState* interpreter = nullptr;

using SetStackProtection = int (*)(PyThreadState*, void*, size_t);

SetStackProtection FindSetStackProtection() {
  static const auto kFound =
      reinterpret_cast<SetStackProtection>(dlsym(RTLD_DEFAULT, "PyUnstable_ThreadState_SetStackProtection"));
  return kFound;
}

}  // namespace

bool PythonAllowsOwnStacks() {
  return Py_Version < kPython314 || FindSetStackProtection() != nullptr;
}

void KeptThreadState::UseCurrentInterpreter() {
  interpreter = PyInterpreterState_Get();
}

bool KeptThreadState::Run(FunctionRef body, const OwnStack* stack) {
  const bool is_new = state_ == nullptr;
  if (is_new) state_ = PyThreadState_New(interpreter);
  if (state_ == nullptr) {
    Core::Log(LogLevel::kError, "A callback is refused: no memory for a thread state of Python");
    return false;
  }
  PyEval_RestoreThread(state_);
  if (is_new && stack != nullptr) {
    if (const auto set_protection = FindSetStackProtection(); set_protection != nullptr) {
      // A failure leaves Python with the limits of the small stack: it answers with RecursionError.
      if (set_protection(state_, stack->Start(), stack->Size()) != 0) PyErr_Clear();
    }
  }
  body();
  PyEval_SaveThread();
  return true;
}

void KeptThreadState::Release() {
  if (state_ == nullptr) return;
  PyEval_RestoreThread(state_);
  PyThreadState_Clear(state_);
  PyEval_SaveThread();
  PyThreadState_Delete(state_);
  state_ = nullptr;
}

}  // namespace orthanc_python
