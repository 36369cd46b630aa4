// Processes that the script forks from the server: they run Python, and never act as a server.
#pragma once

namespace orthanc_python {

// The ports on which the server listens.
struct ServerPorts {
  int http = 0;
  int dicom = 0;
};

// Records the ports whose sockets forks close.
void UsePorts(const ServerPorts& of_server);

// Makes the module `_orthanc_fork` importable, by which processes.py announces forks. `end` must end a fork
// like Python at the end of a script, with the current exception, if any; it returns only on failure. False
// with an exception set on failure. Requires the GIL.
bool AddForkModule(void (*end)());

}  // namespace orthanc_python
