// Lets a debugger see the threads of the server: calls debugpy.debug_this_thread().
#include "threads/debugger.h"

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

constexpr unsigned long kPython312 = 0x030c0000;  // debugpy uses sys.monitoring, which sees all threads

// Whether the script has called debugpy.listen() or connect(). Without either, debug_this_thread() would
// connect to a debugger. The module pydevd is a part of debugpy.
bool IsDebugging(PyObject* modules) {
  PyObject* const pydevd = PyDict_GetItemString(modules, "pydevd");
  if (pydevd == nullptr) return false;
  const Reference debugger(PyObject_CallMethod(pydevd, "get_global_debugger", nullptr));
  return debugger && debugger.Get() != Py_None;
}

}  // namespace

void ShowThreadToDebugger() {
  if (Py_Version >= kPython312) return;
  PyObject* const modules = PyImport_GetModuleDict();
  PyObject* const debugpy = PyDict_GetItemString(modules, "debugpy");
  if (debugpy == nullptr) return;
  if (IsDebugging(modules)) {
    const Reference done(PyObject_CallMethod(debugpy, "debug_this_thread", nullptr));
  }
  if (PyErr_Occurred() != nullptr) PyErr_WriteUnraisable(debugpy);
}

}  // namespace orthanc_python
