// The contextvars context of one visit to Python.
#pragma once

#include "python/reference.h"

namespace orthanc_python {

// Enters a new, empty context, so that a callback begins with the defaults, like a new thread. Thread states
// are kept, so context variables (and decimal.getcontext()) would otherwise leak into the next callback on
// the same thread, which may serve another client.
class OwnContext {
 public:
  // Requires the GIL.
  OwnContext();
  OwnContext(const OwnContext&) = delete;
  OwnContext& operator=(const OwnContext&) = delete;
  ~OwnContext() = default;

  // False, with an exception set, if there was no memory for a context.
  bool IsEntered() const { return static_cast<bool>(context_); }
  // Restores the previous context. Requires the GIL. Not a destructor, since pthread_exit() runs destructors
  // without the GIL.
  void Leave();

 private:
  LastingReference context_;
};

}  // namespace orthanc_python
