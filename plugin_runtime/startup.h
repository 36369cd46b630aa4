// The C interface between the loader and the module, which are built and opened separately.
#pragma once

#include <orthanc/OrthancCPlugin.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The parameters of a start. Strings are UTF-8, owned by the loader, and not read after the call.
typedef struct {
  uint32_t size;  // sizeof(OrthancPythonStartup): detects another version of this struct
  const OrthancPluginContext* context;  // of the server; must live until OrthancPythonStop() returns
  const char*
      program;  // the python executable whose prefix and packages are used, or NULL for Python's choice
  const char* script;      // absolute path of the script to load, or NULL for none
  int32_t verbose;         // not 0: Python reports each module that it imports
  int32_t worker_threads;  // not 0: Python runs only on the original stacks of threads
  int32_t stop_timeout;    // longest wait of a stop that makes progress, in seconds; 0: default
  int32_t http_port;       // on which the server listens; forks close it
  int32_t dicom_port;
} OrthancPythonStartup;

// Starts Python in this process and loads the script. If Python already runs, because an ordinary interpreter
// has imported the module, only attaches the module to the server: the caller must then hold the GIL and pass
// no script. Returns OrthancPluginErrorCode_Success, or an error that must stop the start-up. The error has
// been logged.
typedef int32_t (*OrthancPythonStartFunction)(const OrthancPythonStartup* startup);

// Refuses further calls into the server from threads of the script, and waits for pending ones. Must be
// called when the server has begun to stop but is still intact. Callbacks continue, and may call the server.
typedef void (*OrthancPythonBeginStopFunction)(void);

// Refuses further callbacks, waits for running ones, and ends the script. The interpreter stays alive,
// because Orthanc may start the plugin again in the same process.
typedef void (*OrthancPythonStopFunction)(void);

// The names under which the module exports them.
#define ORTHANC_PYTHON_START "OrthancPythonStart"
#define ORTHANC_PYTHON_BEGIN_STOP "OrthancPythonBeginStop"
#define ORTHANC_PYTHON_STOP "OrthancPythonStop"

#ifdef __cplusplus
}
#endif
