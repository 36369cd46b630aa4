// The Python module, opened in this process.
#pragma once

#include <string>

#include "../startup.h"
#include "interpreter.h"

namespace orthanc_python {

struct Module {
  OrthancPythonStartFunction start = nullptr;
  OrthancPythonBeginStopFunction begin_stop = nullptr;
  OrthancPythonStopFunction stop = nullptr;
  std::string library;  // the libpython that is open, with its path
  std::string version;  // of Python: "3.12.1"
  std::string error;    // why it could not be opened; empty when it is open
};

// Opens libpython for every extension module to see, then the module beside this loader. Neither is ever
// closed.
Module OpenModule(const Interpreter& interpreter);

}  // namespace orthanc_python
