// A process that the script forks from the server: it runs Python, and never acts as a server.
#pragma once

#include "python.h"

namespace orthanc_python {

// A fork has a copy of the server's memory, and one thread. It can compute and log, but not call the core.
class Fork {
 public:
  // Whether this process is a fork.
  static bool IsThis();
  // Makes this process a fork: disconnects the core, resets the server's signal handlers, and closes handles.
  // The kernel kills the process once no process holds the other end of the pipe `lifeline`; -1 means no
  // pipe. Must be called right after the fork, by its only thread. Requires the GIL.
  static void Begin(int lifeline);
  // If this process is a fork, ends it, since a callable must not return to the server. Ends it as Python
  // ends a script, with the exception that is set, if any. Requires the GIL.
  static void EndIfThis();
};

}  // namespace orthanc_python
