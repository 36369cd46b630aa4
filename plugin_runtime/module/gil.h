// Letting go of the GIL around a call into the core.
#pragma once

#include "python.h"

namespace orthanc_python {

// Releases the GIL for a scope. The GIL must be held when it is made.
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
