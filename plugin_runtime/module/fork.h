// A process that the script forks from the server: it runs Python, and never acts as a server.
#pragma once

#include "python.h"

namespace orthanc_python {

// A fork has a copy of the server's memory, and one thread. It can compute and log, but not call the core.
class Fork {
 public:
  // Makes the module `_orthanc_fork` importable, by which processes.py announces forks. False with an
  // exception set on failure. Requires the GIL.
  static bool AddModule();
  // Whether this process is a fork.
  static bool IsThis();
  // If this process is a fork, ends it, since a callable must not return to the server. Ends it as Python
  // ends a script, with the exception that is set, if any. Requires the GIL.
  static void EndIfThis();
};

}  // namespace orthanc_python
