// Starts and stops Python for the loader: the functions that the module exports.
#include <chrono>
#include <string>

#include "callbacks/deferred.h"
#include "core/attachment.h"
#include "core/calls.h"
#include "core/gate.h"
#include "core/patience.h"
#include "core/waits.h"
#include "lifecycle/fork.h"
#include "lifecycle/interpreter.h"
#include "lifecycle/script.h"
#include "lifecycle/stopping.h"
#include "lifecycle/watcher.h"
#include "python/errors.h"
#include "python/gil.h"
#include "python/python.h"
#include "python/reference.h"
#include "threads/entry.h"
#include "threads/thread_state.h"

#define ORTHANC_PYTHON_EXPORT extern "C" __attribute__((visibility("default")))

namespace orthanc_python {

namespace {

enum class Role {
  kIdle,      // Python was not started here, and the module is not attached
  kAttached,  // an interpreter that was not started here imported the module
  kRunning,   // Python was started here, and no thread of the server holds the GIL
  kRetired    // Python was started here and has stopped; main_thread keeps the GIL
};

Role role = Role::kIdle;
PyThreadState* main_thread = nullptr;

void Detach() {
  {
    const GilRelease released;
    DrainCallbacks();
    EndCalls();
  }
  const CoreWaits waits(kNoRegistry);  // destroying the callables may run Python, which may call
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

// This thread keeps the GIL: see EndScript().
void Retire() {
  EndScript();
  role = Role::kRetired;
}

bool Fail(const std::string& message) {
  Core::Log(LogLevel::kError, message);
  return false;
}

// This thread then holds the GIL.
bool StartPython(const OrthancPythonStartup& startup) {
  if (role == Role::kRetired) {
    // The server was reset. The process and the interpreter are the same, and this must be the same thread,
    // which holds the GIL.
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
  // Needed even if the script never imports it: reporting any error requires the module's exceptions.
  const Reference module(PyImport_ImportModule("orthanc"));
  return module ? true : Fail("The Python module orthanc could not be created:\n" + TakeFailure().text);
}

bool Start(const OrthancPythonStartup& startup) {
  if (startup.size < sizeof(startup))
    return Fail("The loader and the module come from different builds: install both from the same build");
  UsePorts({startup.http_port, startup.dicom_port});
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
void ForLoader(const char* where, const Body& body) {
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
