// How generated wrappers are entered in a method table.
#pragma once

#include "python.h"

namespace orthanc_python {

// The calling convention of every wrapper: positional values, then those of the names in `keywords`.
using Wrapper = PyObject* (*)(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                              PyObject* keywords);

// An entry of a method table. The documentation begins with the signature that `inspect` shows.
inline PyMethodDef Method(const char* name, Wrapper wrapper, const char* doc) {
  return {name, reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(wrapper)),
          METH_FASTCALL | METH_KEYWORDS, doc};
}

}  // namespace orthanc_python
