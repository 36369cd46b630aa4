// Names a value of a call in error messages.
#pragma once

#include "python/python.h"

namespace orthanc_python {

// Identifies an argument of a function, or a return value of a callback, in error messages.
struct ArgumentName {
  const char* function = "";  // ex) "RestApiGet"
  const char* name = "";      // ex) "uri"; "" for the only return value
  bool is_answer = false;     // a return value of the callback registered with `function`

  // Raises `type` with a message that begins with this name. Returns false.
  bool Fail(PyObject* type, const char* format, ...) const;
  // Raises a TypeError for a value of a wrong type. Returns false.
  bool FailType(const char* expected, PyObject* value) const;
  // Replaces a TypeError that a method of a value raised by one that names the value. Keeps any other
  // exception, which is the script's own. Returns false.
  bool FailConversion(const char* expected, PyObject* value) const;
  // Raises a ValueError that names the value, caused by the current exception. Returns false.
  bool FailBecause() const;
  // Replaces a UnicodeError by a ValueError that names the value. Returns false.
  bool FailEncoding() const;
};

}  // namespace orthanc_python
