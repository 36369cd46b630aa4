// The name of an object's type, for messages.
#pragma once

#include "python.h"
#include "reference.h"

namespace orthanc_python {

// A new reference to the qualified name of the type, ex) "NoneType"; NULL with an exception set on failure.
inline PyObject* TypeName(PyObject* value) {
  return PyObject_GetAttrString(reinterpret_cast<PyObject*>(Py_TYPE(value)), "__qualname__");
}

}  // namespace orthanc_python
