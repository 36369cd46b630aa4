// The contextvars context of one visit to Python.
#include "threads/own_context.h"

#include <dlfcn.h>

namespace orthanc_python {

namespace {

// All CPythons from 3.7 on export these functions, but the stable ABI lacks them.
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

OwnContext::OwnContext() {
  context_.Set(Reference(Functions().create()));
  if (context_ && Functions().enter(context_.Get()) != 0) context_.Clear();
}

void OwnContext::Leave() {
  if (!context_) return;
  // Fails if native code has entered another context without leaving it. This does no harm: the next visit
  // enters a new context on top.
  if (Functions().exit(context_.Get()) != 0) PyErr_Clear();
  context_.Clear();  // may run finalizers of values that the callback has set
}

}  // namespace orthanc_python
