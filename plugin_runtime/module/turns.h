// Threads that wait for one another's calls on a handle.
#pragma once

#include <chrono>

namespace orthanc_python {

// What a handle counts belongs to the GIL; this is how a thread lets go of it until something may have
// changed. The GIL must be held.
class Turns {
 public:
  using Clock = std::chrono::steady_clock;

  // Tells those who wait that calls on a handle have ended.
  static void Ended();
  // Waits for the next such end without the GIL. False when there was none before that time.
  static bool Wait(Clock::time_point end = Clock::time_point::max());
};

}  // namespace orthanc_python
