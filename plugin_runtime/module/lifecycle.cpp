// Starts Python for the loader, and retires it: the functions that the module exports.
#include <chrono>
#include <string>
#include <vector>

#include "../guard.h"
#include "../startup.h"
#include "callbacks.h"
#include "core.h"
#include "deferred.h"
#include "entry.h"
#include "errors.h"
#include "gate.h"
#include "gil.h"
#include "handles.h"
#include "interpreter.h"
#include "payload.h"
#include "python.h"
#include "reference.h"
#include "script.h"
#include "stopping.h"
#include "thread_state.h"

#define ORTHANC_PYTHON_EXPORT extern "C" __attribute__((visibility("default")))

namespace orthanc_python {

namespace {

enum class Role {
  kIdle,      // Python was not started here, and the module is not attached
  kAttached,  // somebody else's interpreter imported the module
  kRunning,   // Python was started here, and no thread of the server holds the GIL
  kRetired    // Python was started here and has stopped; main_thread has the GIL for ever
};

Role role = Role::kIdle;
PyThreadState* main_thread = nullptr;

// Has the deferred callbacks made, refuses further ones, and waits for those that run. Returns how many still
// do. The GIL must not be held.
int DrainCallbacks() {
  DeferredCalls::Drain(StopPatience::kAfterCallbacks);
  StopPatience::Spend(StopPatience::kAfterCallbacks, &DeferredCalls::EndThread);
  into_python.Close();
  const int running = StopPatience::SpendOn(into_python, StopPatience::kAfterCallbacks);
  if (running > 0) {
    Core::Log(LogLevel::kWarning, "Python stops while callbacks still run: " + std::to_string(running));
  }
  return running;
}

// Lets go of what the script gave to the core. The GIL must be held.
void DropCallables() {
  DeferredCalls::DropPending();
  SlotTable::AbandonAll();
  Payload::AbandonAll();
}

// Nothing is of this server any more: neither calls, nor handles, nor what it waits for. The GIL must be
// held.
void ForgetServer() {
  Core::Attach(nullptr);
  NextHandleGeneration();
  CoreWaits::ForgetServer();
}

void Detach() {
  {
    const GilRelease released;
    DrainCallbacks();
    EndCalls();
  }
  const CoreWaits waits(kNoRegistry);  // for what goes with the callables
  DropCallables();
  ForgetServer();
  role = Role::kIdle;
}

void Attach(const OrthancPluginContext* context) {
  if (role == Role::kAttached) Detach();
  if (context == nullptr) return;
  KeptThreadState::UseCurrentInterpreter();
  Core::Attach(context);
  StopPatience::Renew();
  DeferredCalls::Open();
  into_core.Open();
  into_python.Open();
  role = Role::kAttached;
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// Ends what the script does. The GIL is held, and this thread keeps it: threads of the script that still run,
// and threads of the core that come late, wait for it for ever, where no Python can crash the end of the
// process. The interpreter is not finalised, for two reasons: Python ends or hangs every such thread when it
// meets one afterwards, and a server that is reset (/tools/reset) starts again in the same process, where
// many extension modules, numpy for one, cannot be imported a second time.
void Retire() {
  const CoreWaits waits(kNoRegistry);  // for what the script does at its end
  // The core forgets what was registered, so the script's callables go before what else it holds.
  DropCallables();
  const std::vector<std::string> threads =
      StopPatience::Spend(StopPatience::kAfterThreads,
                          [](std::chrono::duration<double> time) { return RetireScript(time.count()); });
  if (!threads.empty()) {
    Core::LogWithGil(LogLevel::kWarning,
                     "Python stops while threads of the script still run: " + Joined(threads));
  }
  ForgetServer();
  role = Role::kRetired;
}

bool Fail(const std::string& message) {
  Core::Log(LogLevel::kError, message);
  return false;
}

// Leaves the GIL held by this thread.
bool StartPython(const OrthancPythonStartup& startup) {
  if (role == Role::kRetired) {
    // The server was reset: same process, same interpreter, and this must be the same thread, which has the
    // GIL.
    if (PyGILState_GetThisThreadState() != main_thread) {
      return Fail("Python can only be started again by the thread that stopped it");
    }
    ReviveInterpreter();
    return true;
  }
  const std::string reason = StartInterpreter(startup);
  if (!reason.empty()) return Fail("Python could not be started: " + reason);
  KeptThreadState::UseCurrentInterpreter();
  main_thread = PyThreadState_Get();
  // Also for a script that never imports it: the exceptions of the module are needed to report any error.
  const Reference module(PyImport_ImportModule("orthanc"));
  return module ? true : Fail("The Python module orthanc could not be made:\n" + TakeTraceback());
}

bool Start(const OrthancPythonStartup& startup) {
  if (startup.size < sizeof(startup)) return Fail("The loader and the module are not of the same build");
  UseWorkerThreads(startup.worker_threads != 0);
  StopPatience::SetLimit(startup.stop_timeout > 0 ? std::chrono::seconds(startup.stop_timeout)
                                                  : StopPatience::kDefaultLimit);
  if (role == Role::kIdle || role == Role::kAttached) {
    if (Py_IsInitialized() != 0) {
      if (startup.script != nullptr) {
        return Fail(
            "Python was already started in this process, by another plugin: the script is not loaded");
      }
      Attach(startup.context);
      return true;
    }
  } else if (role == Role::kRunning) {
    return Fail("Python has been started already");
  }
  Core::Attach(startup.context);
  StopPatience::Renew();
  DeferredCalls::Open();
  into_core.Open();
  if (!StartPython(startup)) {
    Core::Attach(nullptr);
    return false;
  }
  into_python.Open();
  if (startup.script != nullptr && !LoadScript(startup.script)) {
    {
      const GilRelease released;
      DrainCallbacks();
      EndCalls();
    }
    Retire();
    return false;
  }
  PyEval_SaveThread();
  role = Role::kRunning;
  return true;
}

void BeginStop() {
  if (role != Role::kRunning) return;
  StopWatcher::Begin();
  EndCalls();
}

void Stop() {
  if (role == Role::kAttached) Detach();
  if (role != Role::kRunning) return;
  StopWatcher::End();
  const int running = DrainCallbacks();
  EndCalls();
  PyThreadState* own = PyGILState_GetThisThreadState();
  if (own == nullptr) own = PyThreadState_New(PyThreadState_GetInterpreter(main_thread));
  PyEval_RestoreThread(own);
  main_thread = own;
  if (running > 0) LogRunningCallbacks();
  Retire();
}

template <typename Body>
void ForLoader(const char* where, Body&& body) {
  Guarded(body, [&](const Thrown& thrown) { Core::Log(where, thrown); });
}

}  // namespace
}  // namespace orthanc_python

ORTHANC_PYTHON_EXPORT int32_t OrthancPythonStart(const OrthancPythonStartup* startup) {
  bool started = false;
  orthanc_python::ForLoader("Python could not be started",
                            [&] { started = orthanc_python::Start(*startup); });
  return started ? OrthancPluginErrorCode_Success : OrthancPluginErrorCode_Plugin;
}

ORTHANC_PYTHON_EXPORT void OrthancPythonBeginStop() {
  orthanc_python::ForLoader("The stop of Python failed", &orthanc_python::BeginStop);
}

ORTHANC_PYTHON_EXPORT void OrthancPythonStop() {
  orthanc_python::ForLoader("The stop of Python failed", &orthanc_python::Stop);
}
