// Handles that a callable returns, and that the core takes over.
#include "handles/handover.h"

#include "core/calls.h"
#include "handles/pinned.h"
#include "python/errors.h"
#include "python/gil.h"

namespace orthanc_python {

namespace {

// A handle that a callable returned.
class AnsweredHandle : public PinnedHandle {
 public:
  using PinnedHandle::PinnedHandle;

  void* TakeOver(const ArgumentName& answer) {
    // The core gets a copy if Python still uses the object or owns its memory. An object that cannot be
    // copied is handed over even if the script still refers to it: later uses raise.
    const bool is_last = Py_REFCNT(object_.Get()) == 2;  // held by the return value and the pin
    if (handle_->owned && !handle_->kept && !IsInUse() && (is_last || class_.clone == nullptr)) {
      return std::exchange(handle_->pointer, nullptr);
    }
    if (class_.clone != nullptr) return Clone();
    answer.Fail(PyExc_ValueError, "this %s is %s", class_.qualified_name,
                handle_->owned ? "in use" : "only borrowed: it cannot be handed over");
    return nullptr;
  }

 private:
  void* Clone() const {
    SdkCall call;
    if (!call.Begin()) return nullptr;
    void* copy = nullptr;
    {
      const GilRelease unlocked;
      copy = class_.clone(call.Context(), pointer_);
    }
    if (copy == nullptr && call.Succeeded()) {
      RaiseError(OrthancPluginErrorCode_NotEnoughMemory, "Orthanc could not copy the object");
    }
    return copy;
  }
};

}  // namespace

void* TakeOver(const HandleClass& handle_class, PyObject* value, const ArgumentName& answer) {
  AnsweredHandle handle(handle_class);
  return handle.Convert(value, answer) ? handle.TakeOver(answer) : nullptr;
}

}  // namespace orthanc_python
