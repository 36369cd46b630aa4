// Calls of Python for which the core does not wait. A thread of the plugin makes them one after the other.
#pragma once

#include <chrono>
#include <memory>

#include "core/patience.h"

namespace orthanc_python {

// A deferred call. It owns Python objects: making, logging and destroying it require the GIL.
class DeferredCall {
 public:
  DeferredCall() = default;
  DeferredCall(const DeferredCall&) = delete;
  DeferredCall& operator=(const DeferredCall&) = delete;
  virtual ~DeferredCall() = default;

  // Makes the call, and logs errors.
  virtual void Make() = 0;
  // Logs `what`, followed by a description of the call.
  virtual void Log(const char* what) const = 0;
};

// The queue of deferred calls. The core may hold locks while it reports an event. A callable that ran at once
// and called the core would then deadlock.
//
// The last call reports that the server stops. After it, the queue refuses further calls.
class DeferredCalls {
 public:
  enum class Kind { kOrdinary, kLast };
  enum class Outcome { kAdded, kTooLate, kFull };

  // Accepts calls again, for a server that starts.
  static void Open();
  // Starts the thread if it does not run yet. False with a Python exception set on failure. Requires the GIL.
  static bool Start();
  // Appends a call, unless the queue refuses it. Requires the GIL, and may release it.
  static Outcome Add(const std::shared_ptr<DeferredCall>& call, Kind kind);
  // Waits until all calls added so far have ended. Each may take a whole span of StopPatience, less `rest`.
  // False if one takes longer. Returns true at once on the thread that makes the calls. Must be called
  // without the GIL.
  static bool Drain(StopPatience::Time rest);
  // Ends the thread after its current call, if that ends within `patience`. Must be called without the GIL.
  static void EndThread(std::chrono::milliseconds patience);
  // Logs that the server no longer waits for the running call. Requires the GIL.
  static void ReportRunning();
  // Drops and logs the calls that have not begun. Requires the GIL.
  static void DropPending();
};

}  // namespace orthanc_python
