// Which Python the plugin uses.
#pragma once

#include <string>

#include "configuration.h"
#include "environment.h"

namespace orthanc_python {

struct Interpreter {
  std::string library;  // the libpython to open
  std::string program;  // the executable whose packages are used; empty: Python's choice
  std::string version;  // such as "3.12"; empty when only the library itself can tell
  std::string error;    // why there is none; empty when there is one
};

// The configured Python, or that of the active virtual environment, or the one that was recorded when the
// plugin was built.
Interpreter ChooseInterpreter(const Configuration& configuration, const Environment& environment);

// The executable that was installed with a library, ex) /opt/bin/python3.12 with
// /opt/lib/libpython3.12.so.1.0; empty when there is none.
std::string ProgramBeside(const std::string& library);

}  // namespace orthanc_python
