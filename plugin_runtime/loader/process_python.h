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
  std::string reason;              // what chose this Python
  std::vector<std::string> notes;  // for the log, of little weight
  std::string warning;             // for the log; empty: none
  std::string error;               // why there is no Python; empty when there is one
};

// Chooses a Python and opens it. A process has one: once it is open, a server that is reset gets the same one
// again, with a warning when something else is configured now.
ProcessPython ProvidePython(const Configuration& configuration, const Environment& environment);

}  // namespace orthanc_python
