// Handles that the script owns, and Close().
#include "handles/owned.h"

#include <utility>

#include "python/errors.h"

namespace orthanc_python {

OwnedHandle::~OwnedHandle() {
  if (pointer_ != nullptr) FreeObject(class_, pointer_, generation_);
}

PyObject* OwnedHandle::ToPython() {
  if (pointer_ == nullptr) {
    RaiseError(kNullPointer, "Orthanc returned no object");
    return nullptr;
  }
  PyObject* object = NewHandle(class_, pointer_, true, generation_);
  if (object == nullptr) return nullptr;
  pointer_ = nullptr;
  AsHandle(object)->kept = std::move(kept_);
  return object;
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
  Handle* handle = AsHandle(self);
  if (count != 0 || keywords != nullptr) {
    PyErr_SetString(PyExc_TypeError, "Close() takes no arguments");
    return nullptr;
  }
  if (handle->users > 0 || handle->IsViewed()) {
    PyErr_Format(PyExc_BufferError, "this %s is in use, by another thread or a memory view",
                 handle->handle_class->qualified_name);
    return nullptr;
  }
  FreeOwned(handle);
  return Py_NewRef(Py_None);
}

}  // namespace orthanc_python
