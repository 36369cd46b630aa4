// A context variable of C++ code.
#include "python/context_variable.h"

#include <dlfcn.h>

namespace orthanc_python {
namespace {

// All CPythons from 3.7 on export these functions, but the stable ABI lacks them.
struct Functions {
  PyObject* (*create)(const char*, PyObject*);
  int (*get)(PyObject*, PyObject*, PyObject**);
  PyObject* (*set)(PyObject*, PyObject*);
};

template <typename Function>
void Find(const char* name, Function* function) {
  *function = reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

const Functions& Found() {
  static const Functions kFound = [] {
    Functions found{};
    Find("PyContextVar_New", &found.create);
    Find("PyContextVar_Get", &found.get);
    Find("PyContextVar_Set", &found.set);
    return found;
  }();
  return kFound;
}

}  // namespace

bool ContextVariable::Set(PyObject* value) {
  if (!variable_) variable_.Set(Reference(Found().create(name_, nullptr)));
  const Reference token(variable_ ? Found().set(variable_.Get(), value) : nullptr);
  return static_cast<bool>(token);
}

Reference ContextVariable::Get() const {
  PyObject* value = nullptr;
  if (variable_ && Found().get(variable_.Get(), nullptr, &value) != 0) PyErr_Clear();
  return Reference(value);
}

}  // namespace orthanc_python
