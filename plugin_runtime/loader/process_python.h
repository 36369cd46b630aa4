// The Python of this process.
#pragma once

#include <string>
#include <vector>

#include "configuration.h"
#include "environment.h"
#include "module.h"

namespace orthanc_python {

struct ProcessPython {
  Module module;
  std::string program;             // the executable whose packages are used; empty: Python's choice
  std::string reason;              // what selected this Python
  std::vector<std::string> notes;  // for the log, at level INFO
  std::string warning;             // for the log; empty: none
  std::string error;               // why there is no Python; empty if there is one
};

// Chooses a Python and opens it, once per process. After a reset, returns the same Python, with a warning if
// the configuration now names another one.
ProcessPython ProvidePython(const Configuration& configuration, const Environment& environment);

}  // namespace orthanc_python
