// The user's script in the running interpreter. All functions require the GIL.
#pragma once

#include <string>
#include <vector>

namespace orthanc_python {

// Loads the script as a module. Returns false on failure, after logging the exception with its traceback.
bool LoadScript(const char* path);

// Does what Python does at exit: waits for threads, runs exit functions, ends processes, flushes streams.
// Leaves the interpreter alive. Returns the names of the threads that still run.
std::vector<std::string> RetireScript(double seconds);
// Waits for lines that threads of the script write to standard error, so that none appears after the stop.
// The caller keeps the GIL afterwards, so no further one begins.
void AwaitWriters();
// Logs the stacks of the core's threads that are in Python.
void LogRunningCallbacks();

// Prepares a retired interpreter for the next script.
void ReviveInterpreter();

}  // namespace orthanc_python
