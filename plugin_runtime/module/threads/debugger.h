// Lets a debugger see the threads of the server.
#pragma once

namespace orthanc_python {

// Makes debugpy aware of this thread, which has entered Python for the first time. CPython before 3.12 traces
// each thread by itself, and debugpy sees only those that Python has started. No effect if the script does
// not use debugpy. Requires the GIL.
void ShowThreadToDebugger();

}  // namespace orthanc_python
