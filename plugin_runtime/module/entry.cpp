// Composes the way into Python: the gate, a stack that is large enough, and this thread's thread state.
#include "entry.h"

#include "gate.h"
#include "python.h"
#include "stack.h"
#include "thread_state.h"
#include "worker.h"

namespace orthanc_python {

namespace {

// What a thread of the core keeps for its visits to Python.
class CoreThread {
 public:
  ~CoreThread();
  bool Run(FunctionRef body);

 private:
  enum class Place { kUndecided, kHere, kOwnStack, kWorker };

  Place Choose() const;

  Place place_ = Place::kUndecided;
  OwnStack stack_;
  KeptThreadState state_;
  Worker worker_;
};

thread_local CoreThread this_thread;

// Decided once per thread: from CPython 3.14 on, a thread state knows the limits of one stack.
CoreThread::Place CoreThread::Choose() const {
  if (StackLeft() >= kEnoughStack) return Place::kHere;
  return OwnStack::IsSupported() && PythonAllowsOwnStacks() ? Place::kOwnStack : Place::kWorker;
}

bool CoreThread::Run(FunctionRef body) {
  // A thread that Python knows without our doing (it started that thread, or it is the main thread) is inside
  // an SDK call that released the GIL: it goes on with that state, on the stack where Python was already.
  PyThreadState* const known = PyGILState_GetThisThreadState();
  if (known != nullptr && known != state_.Get()) {
    PyEval_RestoreThread(known);
    body();
    PyEval_SaveThread();
    return true;
  }
  if (place_ == Place::kUndecided) place_ = Choose();
  bool has_run = false;
  switch (place_) {
    case Place::kOwnStack:
      return stack_.Run([&] { has_run = state_.Run(body, &stack_); }) && has_run;
    case Place::kWorker:
      // There it is a CoreThread of its own, with a stack that is large enough.
      return worker_.Run([&] { has_run = this_thread.Run(body); }) && has_run;
    default:
      return state_.Run(body, nullptr);
  }
}

CoreThread::~CoreThread() {
  if (state_.Get() == nullptr) return;
  // Once the stop has begun, the state is left behind on purpose: Python may not let this thread in any more.
  const Gate::Pass pass(&into_python);
  if (!pass || Py_IsInitialized() == 0) return;
  if (place_ == Place::kOwnStack) {
    stack_.Run([this] { state_.Release(); });
  } else {
    state_.Release();
  }
}

}  // namespace

thread_local int CoreWaits::depth_ = 0;

bool EnterPython(FunctionRef body) {
  return EnterPythonUncalled([&] {
    const CoreWaits waits;  // made here: the thread that runs this may be a worker
    body();
  });
}

bool EnterPythonUncalled(FunctionRef body) {
  const Gate::Pass pass(&into_python);
  return pass && Py_IsInitialized() != 0 && this_thread.Run(body);
}

}  // namespace orthanc_python
