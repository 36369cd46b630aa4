// A process that the script forks from the server: it runs Python, and never acts as a server.
#pragma once

#include "python.h"

namespace orthanc_python {

// A fork has the memory of the server, but one thread of it. It may compute, write to the log, and end.
class Fork {
 public:
  // Whether this process is one.
  static bool IsThis();
  // Makes this process one: the server is out of reach, its signal handlers are gone, and handles are closed.
  // The kernel ends the process once nobody has the other end of the pipe `lifeline` any more; -1 is no pipe.
  // To be called right after the fork, by its only thread. The GIL must be held.
  static void Begin(int lifeline);
  // Ends the process, if it is one, where a callable would return to the server: as a script ends that Python
  // runs, with the exception that is set, if one is. The GIL must be held.
  static void EndIfThis();
};

}  // namespace orthanc_python
