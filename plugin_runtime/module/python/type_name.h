// The name of an object's type, for messages.
#pragma once

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Returns the qualified name of the type, ex) "NoneType". A new reference; NULL with an exception set on
// failure.
inline PyObject* TypeName(PyObject* value) {
  return PyObject_GetAttrString(reinterpret_cast<PyObject*>(Py_TYPE(value)), "__qualname__");
}

}  // namespace orthanc_python
