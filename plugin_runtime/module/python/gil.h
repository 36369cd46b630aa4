// Releases the GIL around calls into the core.
#pragma once

#include "python/python.h"

namespace orthanc_python {

// Releases the GIL for a scope. The constructor requires the GIL.
class GilRelease {
 public:
  GilRelease() : state_(PyEval_SaveThread()) {}
  ~GilRelease() { PyEval_RestoreThread(state_); }
  GilRelease(const GilRelease&) = delete;
  GilRelease& operator=(const GilRelease&) = delete;

 private:
  PyThreadState* state_;
};

}  // namespace orthanc_python
