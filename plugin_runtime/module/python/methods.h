// The entry points through which Python calls the C++ of the module.
#pragma once

#include "guard.h"
#include "python/python.h"

namespace orthanc_python {

// The calling convention of all wrappers: positional values, followed by the values of the names in
// `keywords`.
using Wrapper = PyObject* (*)(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                              PyObject* keywords);

// Returns the new reference that `body` returns. Converts a C++ exception to a Python exception: none may
// reach Python's C code.
template <typename Body>
PyObject* ForPython(const Body& body) {
  PyObject* result = nullptr;
  Guarded([&] { result = body(); },
          [](const Thrown& thrown) {
            PyErr_SetString(thrown.is_lack_of_memory ? PyExc_MemoryError : PyExc_SystemError, thrown.what);
          });
  return result;
}

// Returns an entry of a method table. `doc` begins with the signature that `inspect` shows.
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
