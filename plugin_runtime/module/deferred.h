// Calls of Python that the core does not wait for: made one after the other by a thread of the plugin.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>

namespace orthanc_python {

class CallbackCall;

// The queue of such calls. The core may hold locks of its own while it tells of an event; a callable that
// calls back into the core would wait for them for ever if it ran right there.
class DeferredCalls {
 public:
  // Starts the thread if it does not run yet. False with a Python exception set when that failed. The GIL
  // must be held.
  static bool Start();
  // Puts a call at the end of the queue.
  static void Add(std::unique_ptr<CallbackCall> call);
  // Waits until all calls added so far have ended, or for that time. The GIL must not be held. Returns at
  // once on the thread that makes the calls.
  static void Drain(std::chrono::milliseconds patience);
  // Ends the thread after the call that it makes now, if it ends in that time. The GIL must not be held.
  static void EndThread(std::chrono::milliseconds patience);
  // Forgets the calls that were not made, and returns how many these were. The GIL must be held.
  static std::size_t Clear();
};

}  // namespace orthanc_python
