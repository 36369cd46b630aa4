// The user's script in the running interpreter. The GIL must be held.
#pragma once

#include <string>
#include <vector>

namespace orthanc_python {

// Loads the script as a module. On failure the exception has been logged with its traceback.
bool LoadScript(const char* path);

// Does what Python does at exit (ends threads and processes, runs exit functions, flushes), but leaves the
// interpreter alive. Returns the names of the threads that still run.
std::vector<std::string> RetireScript(double seconds);
// Logs where the threads are that came from the core into Python. The GIL must be held.
void LogRunningCallbacks();

// Makes a retired interpreter ready for the next script.
void ReviveInterpreter();

// Ends a forked process as Python ends a script, with the exception that is set, if any. Returns only if that
// fails.
void EndFork();

}  // namespace orthanc_python
