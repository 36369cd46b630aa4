// Composes the way into Python: the gate, a stack that is large enough, and this thread's thread state.
#include "entry.h"

#include <atomic>
#include <optional>

#include "../guard.h"
#include "core.h"
#include "fork.h"
#include "gate.h"
#include "gil.h"
#include "own_context.h"
#include "python.h"
#include "stack.h"
#include "thread_state.h"
#include "worker.h"

namespace orthanc_python {

namespace {

std::atomic<bool> use_worker_threads{false};

// What a thread of the core keeps for its visits to Python.
class CoreThread {
 public:
  ~CoreThread();
  bool Run(FunctionRef body);
  // Whether a callback of this thread is on the stack.
  bool IsVisiting() const { return visits_ > 0; }

 private:
  enum class Place { kUndecided, kHere, kOwnStack, kWorker };

  Place Choose() const;
  bool HasRoom(bool is_known);
  bool RunInPlace(FunctionRef body);

  Place place_ = Place::kUndecided;
  std::optional<StackRange> thread_stack_;
  OwnStack stack_;
  KeptThreadState state_;
  Worker worker_;
  int visits_ = 0;
};

// Owns the CoreThread of a thread. Leaks it if exit() ends the thread inside a callback: its stack is in use
// then, and the GIL may be held.
class ThisThread {
 public:
  ~ThisThread() {
    if (thread_ != nullptr && !thread_->IsVisiting()) delete thread_;
    thread_ = nullptr;
    has_ended_ = true;
  }
  bool Run(FunctionRef body) {
    if (thread_ == nullptr && !has_ended_) thread_ = new CoreThread;
    return thread_ != nullptr && thread_->Run(body);
  }

 private:
  CoreThread* thread_ = nullptr;
  bool has_ended_ = false;  // thread-local objects of the core may end later, and call
};

thread_local ThisThread this_thread;

// Decided once per thread: from CPython 3.14 on, a thread state knows the limits of one stack.
CoreThread::Place CoreThread::Choose() const {
  if (ThreadStack().Left() >= kEnoughStack) return Place::kHere;
  return OwnStack::IsSupported() && PythonAllowsOwnStacks() && !use_worker_threads ? Place::kOwnStack
                                                                                   : Place::kWorker;
}

// Python's own limit counts calls of Python, not what the core puts on the stack between two of them.
bool CoreThread::HasRoom(bool is_known) {
  bool has_room = true;
  if (stack_.IsCurrent()) {
    has_room = stack_.Range().HasRoom();
  } else if (is_known || place_ == Place::kHere) {
    if (!thread_stack_) thread_stack_ = ThreadStack();
    has_room = thread_stack_->HasRoom();
  }
  if (!has_room) {
    Core::Log(LogLevel::kError,
              "A callback is refused: callbacks and calls into Orthanc are nested too deep");
  }
  return has_room;
}

bool CoreThread::Run(FunctionRef body) {
  struct Visit {
    explicit Visit(int* count) : visits(count) { ++*visits; }
    ~Visit() { --*visits; }
    int* visits;
  } const visit(&visits_);
  return RunInPlace(body);
}

bool CoreThread::RunInPlace(FunctionRef body) {
  // A thread that Python knows without our doing (it started that thread, or it is the main thread) is inside
  // an SDK call that released the GIL: it goes on with that state, on the stack where Python was already.
  PyThreadState* const known = PyGILState_GetThisThreadState();
  const bool is_known = known != nullptr && known != state_.Get();
  if (!is_known && place_ == Place::kUndecided) place_ = Choose();
  if (!HasRoom(is_known)) return false;
  if (is_known) {
    PyEval_RestoreThread(known);
    body();
    PyEval_SaveThread();
    return true;
  }
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

void LogThrown(const Thrown& thrown) {
  Core::Log("A callback failed in the plugin", thrown);
}

// Runs `body` in its own contextvars context. Requires the GIL. False if there was no memory for one, or if
// `body` threw. Logs C++ exceptions: they must not leave the bottom frame of one of our stacks.
bool RunInOwnContext(FunctionRef body) {
  OwnContext context;
  if (!context.IsEntered()) {
    PyErr_Clear();
    const GilRelease unlocked;
    Core::Log(LogLevel::kError, "A callback is refused: no memory for its contextvars context");
    return false;
  }
  const bool has_run = Guarded(body, [](const Thrown& thrown) {
    PyErr_Clear();
    const GilRelease unlocked;
    LogThrown(thrown);
  });
  Fork::EndIfThis();  // a finaliser, for example, may have forked
  context.Leave();
  return has_run;
}

// Runs `body` in Python, unless Python refuses callbacks.
void Enter(FunctionRef body) {
  const Gate::Pass pass(&into_python);
  if (!pass || Py_IsInitialized() == 0) return;
  Guarded([&] { this_thread.Run(body); }, LogThrown);
}

}  // namespace

thread_local std::uint64_t CoreWaits::waiting_ = 0;

void UseWorkerThreads(bool use) {
  use_worker_threads = use;
}

bool EnterPython(unsigned registry, FunctionRef body) {
  bool has_run = false;
  Enter([&] {
    const CoreWaits waits(registry);  // made here: the thread that runs this may be a worker
    has_run = RunInOwnContext(body);
  });
  return has_run;
}

bool EnterPythonUncalled(FunctionRef body) {
  bool has_run = false;
  Enter([&] { has_run = RunInOwnContext(body); });
  return has_run;
}

}  // namespace orthanc_python
