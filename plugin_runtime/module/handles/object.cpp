// The Python objects of handles.
#include "handles/object.h"

#include <new>
#include <utility>

#include "core/calls.h"
#include "core/generation.h"
#include "python/errors.h"
#include "python/gil.h"

namespace orthanc_python {
namespace {

// Returns the state of a class inside an object, whose memory begins with the HandleObject.
template <typename State>
State* StateAt(Handle* handle, std::size_t offset) {
  if (offset == 0) return nullptr;
  auto* const object = reinterpret_cast<unsigned char*>(handle) - offsetof(HandleObject, handle);
  return reinterpret_cast<State*>(object + offset);
}

}  // namespace

bool Handle::IsValid() const {
  return pointer != nullptr && generation == Generation::Current();
}

HandleViews* Handle::Views() {
  return StateAt<HandleViews>(this, handle_class->views_at);
}

HandlePosition* Handle::Position() {
  return StateAt<HandlePosition>(this, handle_class->position_at);
}

bool Handle::IsViewed() {
  const HandleViews* views = Views();
  return views != nullptr && views->count > 0;
}

PyObject* NewHandle(const HandleClass& handle_class, void* pointer, bool owned, unsigned made_in) {
  auto* const type = reinterpret_cast<PyTypeObject*>(handle_class.type.Get());
  HandleObject* object = PyObject_New(HandleObject, type);
  if (object == nullptr) return nullptr;
  Handle* handle = &object->handle;
  new (handle) Handle(&handle_class, pointer, owned, made_in);
  if (HandleViews* views = handle->Views()) new (views) HandleViews;
  if (HandlePosition* position = handle->Position()) new (position) HandlePosition;
  return reinterpret_cast<PyObject*>(object);
}

void DeallocateHandle(PyObject* self) {
  Handle* handle = AsHandle(self);
  PyTypeObject* type = Py_TYPE(self);
  FreeOwned(handle);
  if (HandleViews* views = handle->Views()) views->~HandleViews();
  handle->~Handle();
  PyObject_Free(self);
  Py_DECREF(type);
}

void FreeObject(const HandleClass& handle_class, void* pointer, unsigned made_in) {
  if (handle_class.free == nullptr || made_in != Generation::Current()) return;
  const ExceptionAside aside;
  SdkCall call;
  if (!call.IsServed()) return;
  const GilRelease unlocked;
  handle_class.free(call.Context(), pointer);
}

void FreeOwned(Handle* handle) {
  const bool is_ours = handle->owned && handle->IsValid();
  void* pointer = std::exchange(handle->pointer, nullptr);
  if (is_ours) FreeObject(*handle->handle_class, pointer, handle->generation);
}

}  // namespace orthanc_python
