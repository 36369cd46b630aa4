// Handles that the script owns, and Close().
#pragma once

#include "core/generation.h"
#include "handles/object.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A handle that the core passes to the script. Its Python object frees it.
class OwnedHandle {
 public:
  // Must be created at the beginning of the call: the object belongs to the server of that time.
  explicit OwnedHandle(const HandleClass& handle_class)
      : class_(handle_class), generation_(Generation::Current()) {}
  OwnedHandle(const OwnedHandle&) = delete;
  OwnedHandle& operator=(const OwnedHandle&) = delete;
  ~OwnedHandle();

  void Assign(void* pointer) { pointer_ = pointer; }
  // Keeps an object alive as long as the handle.
  void Keep(PyObject* object) { kept_ = Reference::To(object); }
  // Returns a new reference. The handle is closed if the server has gone. Raises if the core returned no
  // object.
  PyObject* ToPython();

 private:
  const HandleClass& class_;
  unsigned generation_;
  void* pointer_ = nullptr;
  Reference kept_;
};

// Close() frees an owned handle, and so does the end of a `with` block.
PyObject* HandleClose(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);
PyObject* HandleEnter(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);
PyObject* HandleExit(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);

}  // namespace orthanc_python
