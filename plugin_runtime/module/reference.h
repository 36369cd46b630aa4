// A reference to a Python object that is given back on every way out of a scope.
#pragma once

#include <utility>

#include "python.h"

namespace orthanc_python {

// Owns one reference, or none. The GIL must be held wherever one is made, copied, moved or destroyed.
class Reference {
 public:
  Reference() = default;
  // Takes over a reference that the caller owns, as returned by most of the C API; NULL is allowed.
  explicit Reference(PyObject* owned) : object_(owned) {}
  Reference(Reference&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Reference& operator=(Reference&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;
  ~Reference() { Py_XDECREF(object_); }

  // A further reference to an object that somebody else owns.
  static Reference To(PyObject* borrowed) {
    Py_XINCREF(borrowed);
    return Reference(borrowed);
  }

  PyObject* Get() const { return object_; }
  PyObject* Release() { return std::exchange(object_, nullptr); }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  PyObject* object_ = nullptr;
};

}  // namespace orthanc_python
