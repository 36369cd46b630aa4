// The Python interpreter of this process.
#pragma once

#include <string>

#include "startup.h"

namespace orthanc_python {

// Starts Python without its signal handlers. The calling thread becomes its main thread and then holds the
// GIL. Returns an empty string, or why Python could not be started.
std::string StartInterpreter(const OrthancPythonStartup& startup);

}  // namespace orthanc_python
