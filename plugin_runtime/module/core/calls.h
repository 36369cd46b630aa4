// Calls into the core.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include "core/attachment.h"
#include "core/gate.h"
#include "core/waiter.h"

namespace orthanc_python {

// One call into the core. Passes a context to the SDK's inline function that records the core's answer.
// Otherwise, errors of functions that return nothing or NULL would be lost.
class SdkCall {
 public:
  SdkCall();
  SdkCall(const SdkCall&) = delete;
  SdkCall& operator=(const SdkCall&) = delete;
  ~SdkCall() = default;

  // Whether a server is attached and accepts calls from this thread.
  bool IsServed() const;
  // False with a Python exception set if no server is attached, or if it is stopping and does not wait for
  // this thread. Requires the GIL.
  bool Begin() const;
  // Checks the same for a function that the core provides since the release `needed`.
  bool Begin(const char* function, const Release& needed) const;
  // Whether callbacks can be registered now; false with a Python exception set otherwise. The core may hold
  // the lock of a registry while it calls a callback in it, so registering another one there would deadlock.
  // Waits for a while for callbacks of other threads.
  static bool MayRegister(const char* function, unsigned registry);
  // Returns the context to pass to the SDK's function.
  OrthancPluginContext* Context() { return &context_; }
  // Records the error code that an SDK function returned.
  void Returned(OrthancPluginErrorCode status) { status_ = status; }
  // True if the core reported success; false with a Python exception set otherwise. Requires the GIL.
  bool Succeeded() const;

 private:
  static OrthancPluginErrorCode Invoke(OrthancPluginContext* context, _OrthancPluginService service,
                                       const void* parameters);

  OrthancPluginContext context_{};  // first, so that Invoke() finds the call from its context
  ActsForWaiter acting_;            // before the pass, which a thread needs for which the core does not wait
  Gate::Pass pass_;
  unsigned attachment_;  // identifies the server that the call is for
  OrthancPluginErrorCode status_ = OrthancPluginErrorCode_Success;
};

// Refuses further calls into the core from threads that the core does not wait for, and waits for pending
// ones. Must be called without the GIL.
void EndCalls();

}  // namespace orthanc_python
