// Creates, attaches and deletes the thread states of threads that Python did not start.
#include "threads/thread_state.h"

#include <dlfcn.h>

#include "core/attachment.h"
#include "python/gil.h"
#include "threads/debugger.h"

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
  if (is_new) {
    state_ = PyThreadState_New(interpreter);
    GilTurn::Join();
  }
  if (state_ == nullptr) {
    Core::Log(LogLevel::kError, "A callback is refused: no memory for a thread state of Python");
    return false;
  }
  AcquireGil(state_);
  if (is_new && stack != nullptr) {
    const auto set_protection = FindSetStackProtection();
    const bool failed =
        set_protection != nullptr && set_protection(state_, stack->Start(), stack->Size()) != 0;
    // After a failure, Python uses the limits of the small stack and raises RecursionError.
    if (failed) PyErr_Clear();
  }
  if (is_new) ShowThreadToDebugger();
  body();
  ReleaseGil();
  return true;
}

void KeptThreadState::Release() {
  if (state_ == nullptr) return;
  AcquireGil(state_);
  PyThreadState_Clear(state_);
  ReleaseGil();
  PyThreadState_Delete(state_);
  state_ = nullptr;
}

}  // namespace orthanc_python
