// Python modules whose source is embedded in this one.
#pragma once

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

struct EmbeddedModule {
  const char* name;  // in sys.modules
  const char* source;
  const char* file;  // in tracebacks

  // Returns the module, and creates it on first use. Empty, with an exception set, on failure. Requires the
  // GIL.
  Reference Import() const {
    const Reference text(PyUnicode_FromString(name));
    Reference loaded(text ? PyImport_GetModule(text.Get()) : nullptr);
    if (loaded || PyErr_Occurred() != nullptr) return loaded;
    const Reference code(Py_CompileString(source, file, Py_file_input));
    return Reference(code ? PyImport_ExecCodeModuleEx(name, code.Get(), file) : nullptr);
  }
};

}  // namespace orthanc_python
