// Calls of Python that the core does not wait for: made one after the other by a thread of the plugin.
#pragma once

#include <chrono>
#include <memory>

#include "stopping.h"

namespace orthanc_python {

class CallbackCall;

// The queue of such calls. The core may hold locks of its own while it reports an event; a callable that
// calls back into the core would wait for them for ever if it ran right there.
//
// The last call is the event that the server stops. Once it was added, the queue refuses further calls.
class DeferredCalls {
 public:
  enum class Kind { kOrdinary, kLast };
  enum class Outcome { kAdded, kTooLate, kFull };

  // Accepts calls again, for a server that starts.
  static void Open();
  // Starts the thread if it does not run yet. False with a Python exception set when that failed. The GIL
  // must be held.
  static bool Start();
  // Puts a call at the end of the queue, unless the queue refuses it. Requires the GIL, and may release it.
  static Outcome Add(const std::shared_ptr<CallbackCall>& call, Kind kind);
  // Waits until all calls added so far have ended. Each may take a whole span of StopPatience, less `rest`.
  // False if one of them takes longer. The GIL must not be held. Returns true at once on the thread that
  // makes the calls.
  static bool Drain(StopPatience::Time rest);
  // Ends the thread after the call that it makes now, if it ends in that time. The GIL must not be held.
  static void EndThread(std::chrono::milliseconds patience);
  // Logs that the server no longer waits for the call that is being made. Requires the GIL.
  static void ReportRunning();
  // Drops the calls that have not begun, and logs them. Requires the GIL.
  static void DropPending();
};

}  // namespace orthanc_python
