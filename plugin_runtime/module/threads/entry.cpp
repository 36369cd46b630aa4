// Enters Python: passes the gate, chooses a stack that is large enough, and attaches the thread state.
#include "threads/entry.h"

#include <atomic>
#include <memory>
#include <optional>

#include "core/attachment.h"
#include "core/gate.h"
#include "core/process.h"
#include "core/waits.h"
#include "guard.h"
#include "python/gil.h"
#include "python/python.h"
#include "threads/own_context.h"
#include "threads/stack.h"
#include "threads/thread_state.h"
#include "threads/worker.h"

namespace orthanc_python {

namespace {

std::atomic<bool> use_worker_threads{false};

// The state that a thread of the core keeps between its visits to Python.
class CoreThread {
 public:
  bool Run(FunctionRef body);
  // Deletes the thread state. Python may run finalizers meanwhile, which may call back.
  void End();
  // Whether a callback of this thread is on the stack.
  bool IsVisiting() const { return visits_ > 0; }

 private:
  enum class Place { kUndecided, kHere, kOwnStack, kWorker };

  static Place Choose();
  bool HasRoom(bool is_known);
  bool RunInPlace(FunctionRef body);

  Place place_ = Place::kUndecided;
  std::optional<StackRange> thread_stack_;
  OwnStack stack_;
  KeptThreadState state_;
  Worker worker_;
  int visits_ = 0;
};

// Whether the ThisThread of the calling thread was destroyed. Not a member of it, because thread-local
// objects of the core may be destroyed later, and call Python.
thread_local bool has_ended = false;

// Owns the CoreThread of a thread. Leaks it if exit() ends the thread inside a callback: its stack is then in
// use, and the GIL may be held.
class ThisThread {
 public:
  ThisThread() = default;
  ThisThread(const ThisThread&) = delete;
  ThisThread& operator=(const ThisThread&) = delete;
  ~ThisThread() {
    if (thread_ != nullptr && thread_->IsVisiting()) {
      static_cast<void>(thread_.release());
    } else if (thread_ != nullptr) {
      thread_->End();
    }
    has_ended = true;
  }
  bool Run(FunctionRef body) {
    if (has_ended) return false;
    if (thread_ == nullptr) thread_ = std::make_unique<CoreThread>();
    return thread_->Run(body);
  }

 private:
  std::unique_ptr<CoreThread> thread_;
};

thread_local ThisThread this_thread;

// Decided once per thread: from CPython 3.14 on, a thread state knows the limits of one stack.
CoreThread::Place CoreThread::Choose() {
  if (ThreadStack().Left() >= kEnoughStack) return Place::kHere;
  return OwnStack::IsSupported() && PythonAllowsOwnStacks() && !use_worker_threads ? Place::kOwnStack
                                                                                   : Place::kWorker;
}

// Python's own recursion limit does not count the stack that the core uses between two calls of Python.
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
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;
    ~Visit() { --*visits; }
    int* visits;
  } const visit(&visits_);
  return RunInPlace(body);
}

bool CoreThread::RunInPlace(FunctionRef body) {
  // Python may know the thread already: it started the thread, or this is the main thread. The thread is then
  // inside an SDK call that released the GIL. It continues with that state, on the stack where Python was.
  PyThreadState* const known = PyGILState_GetThisThreadState();
  const bool is_known = known != nullptr && known != state_.Get();
  if (!is_known && place_ == Place::kUndecided) place_ = Choose();
  if (!HasRoom(is_known)) return false;
  if (is_known) {
    AcquireGil(known);
    body();
    ReleaseGil();
    return true;
  }
  bool has_run = false;
  switch (place_) {
    case Place::kOwnStack:
      return stack_.Run([&] { has_run = state_.Run(body, &stack_); }) && has_run;
    case Place::kWorker:
      // The worker thread has its own CoreThread, with a stack that is large enough.
      return worker_.Run([&] { has_run = this_thread.Run(body); }) && has_run;
    default:
      return state_.Run(body, nullptr);
  }
}

void CoreThread::End() {
  if (state_.Get() == nullptr) return;
  // Leaks the state once the stop has begun: Python may no longer admit this thread.
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

// Runs `body` in its own contextvars context. Returns false if there is no memory for one, or if `body`
// throws. Logs C++ exceptions, which must not leave the bottom frame of one of our stacks. Requires the GIL.
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
  ThisProcess::EndIfFork();  // a finalizer may have forked, for example
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

void UseWorkerThreads(bool use) {
  use_worker_threads = use;
}

bool EnterPython(unsigned registry, FunctionRef body) {
  bool has_run = false;
  Enter([&] {
    const CoreWaits waits(registry);  // created here, because the thread that runs this may be a worker
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
