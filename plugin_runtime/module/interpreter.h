// The Python interpreter of this process, as the loader asked for it.
#pragma once

#include <string>

#include "../startup.h"

namespace orthanc_python {

// Starts Python, without its signal handlers, with the calling thread as its main thread, which then holds
// the GIL. Returns an empty text, or why Python could not be started.
std::string StartInterpreter(const OrthancPythonStartup& startup);

}  // namespace orthanc_python
