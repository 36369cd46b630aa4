// What the loader hands to the module: a C interface, since the two are built and opened apart.
#pragma once

#include <orthanc/OrthancCPlugin.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How Python is to be started. Strings are UTF-8 and stay the loader's; they are not read after the call.
typedef struct {
  uint32_t size;                        // sizeof(OrthancPythonStartup), so that a field can be added
  const OrthancPluginContext* context;  // of the server; must live until OrthancPythonStop() returned
  const char*
      program;  // the python executable whose prefix and packages are used, or NULL for Python's choice
  const char* script;      // absolute path of the script to load, or NULL for none
  int32_t verbose;         // not 0: Python reports each module that it imports
  int32_t worker_threads;  // not 0: Python runs only on the original stacks of threads
  int32_t stop_timeout;    // longest wait of a stop that makes progress, in seconds; 0: default
} OrthancPythonStartup;

// Starts Python in this process and loads the script. If Python runs already (an ordinary interpreter has
// imported the module), only attaches the module to the server; the caller must then hold the GIL and name no
// script. Returns OrthancPluginErrorCode_Success, or the error that must stop the start-up; that error has
// been logged.
typedef int32_t (*OrthancPythonStartFunction)(const OrthancPythonStartup* startup);

// Refuses calls into the server from threads of the script, and waits for those under way: to be called when
// the server has begun to stop and is still whole. Callbacks go on, and may call.
typedef void (*OrthancPythonBeginStopFunction)(void);

// Refuses further callbacks, waits for those that run, and ends the script. The interpreter stays: Orthanc
// may start the plugin again in the same process.
typedef void (*OrthancPythonStopFunction)(void);

// The names under which the module exports them.
#define ORTHANC_PYTHON_START "OrthancPythonStart"
#define ORTHANC_PYTHON_BEGIN_STOP "OrthancPythonBeginStop"
#define ORTHANC_PYTHON_STOP "OrthancPythonStop"

#ifdef __cplusplus
}
#endif
