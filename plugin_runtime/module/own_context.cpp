// The contextvars context of one visit to Python.
#include "own_context.h"

#include <dlfcn.h>

namespace orthanc_python {

namespace {

// Every CPython from 3.7 on exports these, but the stable ABI lacks them.
struct ContextFunctions {
  PyObject* (*create)();
  int (*enter)(PyObject*);
  int (*exit)(PyObject*);
};

template <typename Function>
void Find(const char* name, Function* function) {
  *function = reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

const ContextFunctions& Functions() {
  static const ContextFunctions kFound = [] {
    ContextFunctions found{};
    Find("PyContext_New", &found.create);
    Find("PyContext_Enter", &found.enter);
    Find("PyContext_Exit", &found.exit);
    return found;
  }();
  return kFound;
}

}  // namespace

OwnContext::OwnContext() : context_(Functions().create()) {
  if (context_ != nullptr && Functions().enter(context_) != 0) Py_CLEAR(context_);
}

void OwnContext::Leave() {
  if (context_ == nullptr) return;
  // Fails if native code has entered another context without leaving it. This does no harm: the next visit
  // enters a new context on top.
  if (Functions().exit(context_) != 0) PyErr_Clear();
  Py_CLEAR(context_);  // may run finalisers of values that the callback has set
}

}  // namespace orthanc_python
