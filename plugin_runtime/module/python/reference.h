// References to Python objects, owned by a scope or by the process.
#pragma once

#include <utility>

#include "python/python.h"

namespace orthanc_python {

// Owns one reference, or none. Creating, moving and destroying one requires the GIL.
class Reference {
 public:
  Reference() = default;
  // Steals a reference that the caller owns, as most of the C API returns one. May be NULL.
  explicit Reference(PyObject* owned) : object_(owned) {}
  Reference(Reference&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Reference& operator=(Reference&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;
  ~Reference() { Py_XDECREF(object_); }

  // Returns a new reference to a borrowed object.
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

// Owns one reference, which no destructor releases. For static storage, which is destroyed after Python has
// gone, and for scopes that a thread may leave without the GIL. Set() and Clear() require the GIL.
class LastingReference {
 public:
  constexpr LastingReference() = default;
  LastingReference(const LastingReference&) = delete;
  LastingReference& operator=(const LastingReference&) = delete;
  ~LastingReference() = default;

  // Releases the current reference and takes over another one.
  void Set(Reference reference) { const Reference before(std::exchange(object_, reference.Release())); }
  void Clear() { Set(Reference()); }

  PyObject* Get() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  PyObject* object_ = nullptr;
};

}  // namespace orthanc_python
