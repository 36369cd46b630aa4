// The contextvars context of one visit to Python.
#pragma once

#include "python.h"

namespace orthanc_python {

// Enters a new, empty context: what one callback sets in context variables (and in decimal.getcontext())
// must not reach the next one, which may be the request of somebody else on the same thread, whose thread
// state is kept. Like a new thread, a callback begins with the defaults.
class OwnContext {
 public:
  // Requires the GIL.
  OwnContext();
  OwnContext(const OwnContext&) = delete;
  OwnContext& operator=(const OwnContext&) = delete;

  // False, with an exception set, when there is no memory for one.
  bool IsEntered() const { return context_ != nullptr; }
  // Goes back to the context that was current before. Requires the GIL. Not a destructor: at the end of the
  // thread (pthread_exit) the GIL is not held.
  void Leave();

 private:
  PyObject* context_ = nullptr;
};

}  // namespace orthanc_python
