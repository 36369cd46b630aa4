// Opaque objects of the SDK as Python objects that are owned (freed with it) or borrowed (valid during a
// callback).
#include "handles.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "core.h"
#include "errors.h"
#include "gil.h"
#include "handle_buffer.h"

namespace orthanc_python {
namespace {

// Where callbacks that have ended wait for the last calls on the handles that they lent.
std::mutex idle_mutex;
std::condition_variable idle;

HandleObject* AsHandle(PyObject* object) {
  return reinterpret_cast<HandleObject*>(object);
}

void Free(const HandleClass& handle_class, void* pointer) {
  if (Core::Context() == nullptr || handle_class.free == nullptr) return;  // the server took it along
  const ExceptionAside aside;
  const GilRelease unlocked;
  SdkCall call;  // of any thread, at any time: it only gives something back
  handle_class.free(call.Context(), pointer);
}

void Deallocate(PyObject* self) {
  HandleObject* handle = AsHandle(self);
  PyTypeObject* type = Py_TYPE(self);
  void* pointer = std::exchange(handle->pointer, nullptr);
  if (handle->owned && pointer != nullptr) Free(*handle->handle_class, pointer);
  Py_XDECREF(handle->kept);
  PyObject_Free(self);
  Py_DECREF(type);
}

PyObject* Represent(PyObject* self) {
  const HandleObject* handle = AsHandle(self);
  const char* state = handle->pointer == nullptr ? "closed" : handle->owned ? "owned" : "borrowed";
  return PyUnicode_FromFormat("<%s, %s>", handle->handle_class->qualified_name, state);
}

PyObject* NewHandle(const HandleClass& handle_class, void* pointer, bool owned) {
  HandleObject* handle = PyObject_New(HandleObject, handle_class.type);
  if (handle == nullptr) return nullptr;
  handle->handle_class = &handle_class;
  handle->pointer = pointer;
  handle->users = 0;
  handle->exports = 0;
  handle->functions = nullptr;
  handle->owned = owned;
  handle->answered = false;
  handle->exhausted = false;
  handle->kept = nullptr;
  return reinterpret_cast<PyObject*>(handle);
}

}  // namespace

bool HandleClass::Create(PyObject* module) {
  std::vector<PyType_Slot> slots = {{Py_tp_dealloc, reinterpret_cast<void*>(&Deallocate)},
                                    {Py_tp_repr, reinterpret_cast<void*>(&Represent)},
                                    {Py_tp_doc, const_cast<char*>(doc)},
                                    {Py_tp_methods, methods}};
  if (memory != nullptr) {
    slots.push_back({Py_bf_getbuffer, reinterpret_cast<void*>(&GetHandleBuffer)});
    slots.push_back({Py_bf_releasebuffer, reinterpret_cast<void*>(&ReleaseHandleBuffer)});
  }
  for (const PyType_Slot* slot = container; slot != nullptr && slot->slot != 0; slot++)
    slots.push_back(*slot);
  slots.push_back({0, nullptr});
  PyType_Spec spec = {qualified_name, sizeof(HandleObject), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
                      slots.data()};
  type = reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
  return type != nullptr && PyModule_AddObjectRef(module, name, reinterpret_cast<PyObject*>(type)) == 0;
}

BorrowedHandle::BorrowedHandle(const HandleClass& handle_class, const void* pointer, const void* functions)
    : object_(pointer == nullptr ? nullptr : NewHandle(handle_class, const_cast<void*>(pointer), false)),
      is_null_(pointer == nullptr) {
  if (object_) Object()->functions = functions;
}

BorrowedHandle::~BorrowedHandle() {
  if (!object_) return;
  HandleObject* handle = Object();
  handle->pointer = nullptr;  // no call can begin on it any more
  while (handle->users > 0) {
    const GilRelease unlocked;
    std::unique_lock lock(idle_mutex);
    // The number of users belongs to the GIL, so it is looked at again after a short while rather than in
    // here.
    idle.wait_for(lock, std::chrono::milliseconds(10));
  }
}

PyObject* BorrowedHandle::ToPython() const {
  return is_null_ ? Py_NewRef(Py_None) : Py_XNewRef(object_.Get());
}

PinnedHandle::~PinnedHandle() {
  if (object_ == nullptr) return;
  if (--object_->users == 0 && object_->pointer == nullptr) idle.notify_all();
  Py_DECREF(reinterpret_cast<PyObject*>(object_));
}

bool PinnedHandle::Convert(PyObject* value, const ArgumentName& argument) {
  if (Py_TYPE(value) != class_.type) {
    return argument.FailType(class_.qualified_name, value);
  }
  HandleObject* handle = AsHandle(value);
  if (handle->pointer == nullptr) {
    return argument.Fail(PyExc_ValueError, "this %s is closed: it was valid only %s", class_.qualified_name,
                         handle->owned ? "until it was handed over" : "during the callback that received it");
  }
  handle->users++;
  pointer_ = handle->pointer;
  functions_ = handle->functions;
  object_ = AsHandle(Py_NewRef(value));
  return true;
}

OwnedHandle::~OwnedHandle() {
  if (pointer_ != nullptr) Free(class_, pointer_);
}

PyObject* OwnedHandle::ToPython() {
  if (pointer_ == nullptr) {
    RaiseError(OrthancPluginErrorCode_NullPointer, "Orthanc gave no object");
    return nullptr;
  }
  PyObject* object = NewHandle(class_, pointer_, true);
  if (object == nullptr) return nullptr;
  pointer_ = nullptr;
  AsHandle(object)->kept = kept_.Release();
  return object;
}

void* TakeOver(const HandleClass& handle_class, PyObject* value, const ArgumentName& answer) {
  if (Py_TYPE(value) != handle_class.type) {
    answer.FailType(handle_class.qualified_name, value);
    return nullptr;
  }
  HandleObject* handle = AsHandle(value);
  if (handle->pointer == nullptr) {
    answer.Fail(PyExc_ValueError, "this %s is closed", handle_class.qualified_name);
    return nullptr;
  }
  // What Python still uses, or whose memory is Python's, stays; the core gets a copy. What can't be copied
  // may still be known to the script, but no longer be used.
  const bool is_free = handle->users == 0 && handle->exports == 0;
  const bool is_last = Py_REFCNT(value) == 1 || handle_class.clone == nullptr;
  if (handle->owned && handle->kept == nullptr && is_free && is_last) {
    return std::exchange(handle->pointer, nullptr);
  }
  if (handle_class.clone == nullptr) {
    answer.Fail(PyExc_ValueError, "this %s is %s", handle_class.qualified_name,
                handle->owned ? "in use" : "only borrowed: it cannot be handed over");
    return nullptr;
  }
  SdkCall call;
  if (!call.Begin()) return nullptr;
  void* copy = handle_class.clone(call.Context(), handle->pointer);
  if (copy == nullptr && call.Succeeded()) {
    RaiseError(OrthancPluginErrorCode_NotEnoughMemory, "Orthanc could not copy the object");
  }
  return copy;
}

void GiveBack(const HandleClass& handle_class, void* pointer) {
  Free(handle_class, pointer);
}

PyObject* HandleEnter(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t /*count*/,
                      PyObject* /*keywords*/) {
  return Py_NewRef(self);
}

PyObject* HandleExit(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t /*count*/,
                     PyObject* /*keywords*/) {
  return HandleClose(self, nullptr, 0, nullptr);
}

PyObject* HandleClose(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t count, PyObject* keywords) {
  HandleObject* handle = AsHandle(self);
  if (count != 0 || keywords != nullptr) {
    PyErr_SetString(PyExc_TypeError, "Close() takes no arguments");
    return nullptr;
  }
  if (handle->users > 0 || handle->exports > 0) {
    PyErr_Format(PyExc_BufferError, "this %s is in use, by another thread or a memory view",
                 handle->handle_class->qualified_name);
    return nullptr;
  }
  void* pointer = std::exchange(handle->pointer, nullptr);
  if (handle->owned && pointer != nullptr) Free(*handle->handle_class, pointer);
  return Py_NewRef(Py_None);
}

}  // namespace orthanc_python
