// Handles as arguments, pinned during a call.
#include "handles/pinned.h"

#include "handles/turns.h"

namespace orthanc_python {

PinnedHandle::~PinnedHandle() {
  if (handle_ != nullptr && --handle_->users == 0) Turns::Ended();
}

bool PinnedHandle::AwaitTurn(Handle* handle, const ArgumentName& argument) {
  const unsigned long self = PyThread_get_thread_ident();
  const auto is_busy = [&] { return handle->IsValid() && handle->users > 0 && handle->user != self; };
  if (is_busy()) {
    const auto end =
        Turns::Clock::now() + (ServerPin::OnThisThread() ? Turns::kPatienceInside : Turns::kPatience);
    while (is_busy() && Turns::Wait(end)) {
    }
    if (is_busy()) return argument.Fail(PyExc_RuntimeError, "is in use by another thread");
  }
  handle->user = self;
  return true;
}

bool PinnedHandle::Convert(PyObject* value, const ArgumentName& argument) {
  if (reinterpret_cast<PyObject*>(Py_TYPE(value)) != class_.type.Get()) {
    return argument.FailType(class_.qualified_name, value);
  }
  Handle* handle = AsHandle(value);
  if (!class_.concurrent && !AwaitTurn(handle, argument)) return false;
  if (!handle->IsValid()) {
    const char* when = !handle->owned               ? "during the callback that received it"
                       : handle->pointer == nullptr ? "until it was handed over"
                                                    : "until its server stopped";
    return argument.Fail(PyExc_ValueError, "this %s is closed: it was valid only %s", class_.qualified_name,
                         when);
  }
  handle->users++;
  pin_.emplace();
  pointer_ = handle->pointer;
  functions_ = handle->borrow == nullptr ? nullptr : handle->borrow->functions;
  object_ = Reference::To(value);
  handle_ = handle;
  return true;
}

}  // namespace orthanc_python
