// Awaits what callbacks return, on the event loop of the plugin.
#include "threads/event_loop.h"

#include <atomic>
#include <chrono>
#include <thread>

#include "core/loop_thread.h"
#include "core/process.h"
#include "core/waiter.h"
#include "event_loop_py.h"
#include "python/embedded_module.h"
#include "python/errors.h"
#include "python/gil.h"

namespace orthanc_python {
namespace {

constexpr EmbeddedModule kModule = {"_orthanc_event_loop", kEventLoopSource, kEventLoopFile};

constexpr const char* kLoopWaits =
    "the event loop waits for the call into Orthanc that has led to this callback, so it cannot await what "
    "the callback returns: make the call on another thread, as in `await "
    "asyncio.to_thread(orthanc.RestApiGet, uri)`";
constexpr const char* kLoopIsStuck =
    "the event loop has been inside one call into Orthanc for 10 seconds, so this callback no longer awaits "
    "its result: make long calls on another thread, as in `await asyncio.to_thread(orthanc.RestApiGet, uri)`";
constexpr const char* kStopping = "Orthanc stops, and no longer waits for what this callback awaits";

// Returns event_loop.py as a module. The first thread imports it, which takes a while and releases the GIL.
Reference Module() {
  static std::atomic<bool> importing{false};  // changed with the GIL held
  while (importing) {
    const GilRelease unlocked;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  importing = true;
  Reference module = kModule.Import();
  importing = false;
  return module;
}

// begin(): called first on the thread of the event loop.
PyObject* Begin(PyObject* /*capsule*/, PyObject* /*unused*/) {
  LoopThread::MarkThis();
  return Py_NewRef(Py_None);
}

// end(answer, error): called when the awaitable has ended. `error` is an exception or None.
PyObject* End(PyObject* capsule, PyObject* arguments) {
  PyObject* answer = nullptr;
  PyObject* error = nullptr;
  if (PyArg_UnpackTuple(arguments, "end", 2, 2, &answer, &error) == 0) return nullptr;
  const bool has_failed = error != Py_None;
  if (ThisProcess::IsFork()) {
    if (has_failed) PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error)), error);
    ThisProcess::EndIfFork();
  }
  Waiter* const waiter = Waiter::Of(capsule);
  if (waiter == nullptr) return nullptr;
  waiter->End(has_failed ? Reference() : Reference::To(answer),
              has_failed ? Reference::To(error) : Reference());
  return Py_NewRef(Py_None);
}

PyMethodDef begin_method = {"begin", &Begin, METH_NOARGS, nullptr};
PyMethodDef end_method = {"end", &End, METH_VARARGS, nullptr};

// Closes an awaitable that nothing will await if it is a coroutine, so that Python does not warn of it.
void CloseCoroutine(PyObject* awaitable) {
  if (PyObject_HasAttrString(awaitable, "cr_frame") == 0) return;
  const Reference none(PyObject_CallMethod(awaitable, "close", nullptr));
  PyErr_Clear();
}

// Cancels an awaitable. Keeps the current exception, if any.
void Cancel(const Reference& module, const Reference& end) {
  const ExceptionAside aside;
  const Reference none(PyObject_CallMethod(module.Get(), "cancel", "O", end.Get()));
  PyErr_Clear();
}

Reference WaitForEnd(Waiter* waiter, const Reference& module, const Reference& end) {
  for (;;) {
    const char* reason = kStopping;
    switch (waiter->Wait()) {
      case Waiter::Event::kEnded:
        return waiter->TakeAnswer();
      case Waiter::Event::kCancel:
        Cancel(module, end);
        continue;
      case Waiter::Event::kLoopIsStuck:
        reason = kLoopIsStuck;
        break;
      case Waiter::Event::kAbandoned:
        break;
    }
    PyErr_SetString(PyExc_RuntimeError, reason);
    Cancel(module, end);
    return Reference();
  }
}

}  // namespace

Reference Await(const Reference& awaitable) {
  if (LoopThread::WaitsForThisThread()) {
    CloseCoroutine(awaitable.Get());
    PyErr_SetString(PyExc_RuntimeError, kLoopWaits);
    return Reference();
  }
  const Reference module = Module();
  const Reference capsule = module ? Waiter::New() : Reference();
  if (!capsule) return Reference();
  Waiter* const waiter = Waiter::Of(capsule.Get());
  const Reference begin(PyCFunction_New(&begin_method, capsule.Get()));
  const Reference end(begin ? PyCFunction_New(&end_method, capsule.Get()) : nullptr);
  const Reference submitted(
      end ? PyObject_CallMethod(module.Get(), "submit", "OOO", awaitable.Get(), begin.Get(), end.Get())
          : nullptr);
  Reference answer = submitted ? WaitForEnd(waiter, module, end) : Reference();
  const ExceptionAside aside;
  waiter->Close();
  return answer;
}

}  // namespace orthanc_python
