// Handles that a callback passes to Python, valid until it returns.
#include "handles/borrowed.h"

#include "core/attachment.h"
#include "core/generation.h"
#include "handles/turns.h"

namespace orthanc_python {

namespace {

// Waits for the calls on a handle that is borrowed from a callback which has returned.
void AwaitUsers(const Handle& handle) {
  const auto end = Turns::Clock::now() + Turns::kPatienceInside;
  while (handle.users > 0 && Turns::Wait(end)) {
  }
  if (handle.users > 0) {
    Core::LogWithGil(
        LogLevel::kWarning,
        "A callback has returned, but waits for a thread that still uses a handle borrowed from it");
  }
  while (handle.users > 0) Turns::Wait();
}

}  // namespace

BorrowedHandle::BorrowedHandle(const HandleClass& handle_class, const void* pointer, const void* functions)
    : object_(pointer == nullptr
                  ? nullptr
                  : NewHandle(handle_class, const_cast<void*>(pointer), false, Generation::Current())),
      is_null_(pointer == nullptr) {
  borrow_.functions = functions;
  if (object_) AsHandle(object_.Get())->borrow = &borrow_;
}

BorrowedHandle::~BorrowedHandle() {
  if (!object_) return;
  Handle* handle = AsHandle(object_.Get());
  handle->pointer = nullptr;  // no further call can begin
  if (handle->users > 0) AwaitUsers(*handle);
  handle->borrow = nullptr;
}

PyObject* BorrowedHandle::ToPython() const {
  return is_null_ ? Py_NewRef(Py_None) : Py_XNewRef(object_.Get());
}

}  // namespace orthanc_python
