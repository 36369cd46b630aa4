// How Python calls the C++ of the module.
#pragma once

#include "../guard.h"
#include "python.h"

namespace orthanc_python {

// The calling convention of every wrapper: positional values, then those of the names in `keywords`.
using Wrapper = PyObject* (*)(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                              PyObject* keywords);

// Makes a new reference for Python, whose C code no C++ exception may reach: it becomes one of Python's.
template <typename Body>
PyObject* ForPython(Body&& body) {
  PyObject* result = nullptr;
  Guarded([&] { result = body(); },
          [](const Thrown& thrown) {
            PyErr_SetString(thrown.is_lack_of_memory ? PyExc_MemoryError : PyExc_SystemError, thrown.what);
          });
  return result;
}

// An entry of a method table. The documentation begins with the signature that `inspect` shows.
template <Wrapper kWrapper>
PyMethodDef Method(const char* name, const char* doc) {
  const Wrapper guarded = [](PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                             PyObject* keywords) {
    return ForPython([&] { return kWrapper(self, arguments, count, keywords); });
  };
  return {name, reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(guarded)),
          METH_FASTCALL | METH_KEYWORDS, doc};
}

}  // namespace orthanc_python
