// Acquires the GIL for threads of the core, and releases it around calls into the core.
#pragma once

#include "python/gil_turn.h"
#include "python/python.h"

namespace orthanc_python {

// Whether the calling thread has the GIL, as far as the functions below have acquired and released it.
// PyGILState_Check() always returns 1 once a subinterpreter has existed.
inline thread_local bool has_gil = false;

// Waits for the GIL with a thread state, which then is the current one.
inline void AcquireGil(PyThreadState* state) {
  GilTurn::Take();
  PyEval_RestoreThread(state);
  GilTurn::Arrived();
  has_gil = true;
}

// Releases the GIL and returns the thread state that was the current one. Requires the GIL.
inline PyThreadState* ReleaseGil() {
  has_gil = false;
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
