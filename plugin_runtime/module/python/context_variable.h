// A context variable of C++ code.
#pragma once

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A `contextvars.ContextVar`, created when it is first set. All functions require the GIL.
class ContextVariable {
 public:
  // `name` must be a string literal.
  explicit constexpr ContextVariable(const char* name) : name_(name) {}

  // Sets the value in the current context. False with an exception set on failure.
  bool Set(PyObject* value);
  // Returns the value in the current context, or an empty reference.
  Reference Get() const;

 private:
  const char* name_;
  LastingReference variable_;
};

}  // namespace orthanc_python
