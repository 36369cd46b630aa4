// Acquires the GIL for threads of the core, and releases it around calls into the core.
#pragma once

#include "python/gil_turn.h"
#include "python/python.h"

namespace orthanc_python {

// Waits for the GIL with a thread state, which then is the current one.
inline void AcquireGil(PyThreadState* state) {
  GilTurn::Take();
  PyEval_RestoreThread(state);
  GilTurn::Arrived();
}

// Releases the GIL and returns the thread state that was the current one. Requires the GIL.
inline PyThreadState* ReleaseGil() {
  PyThreadState* const state = PyEval_SaveThread();
  GilTurn::Leave();
  return state;
}

// Releases the GIL for a scope, or keeps it if `release` is false. The constructor requires the GIL.
class GilRelease {
 public:
  explicit GilRelease(bool release = true) : state_(release ? ReleaseGil() : nullptr) {}
  ~GilRelease() {
    if (state_ != nullptr) AcquireGil(state_);
  }
  GilRelease(const GilRelease&) = delete;
  GilRelease& operator=(const GilRelease&) = delete;

 private:
  PyThreadState* state_;
};

}  // namespace orthanc_python
