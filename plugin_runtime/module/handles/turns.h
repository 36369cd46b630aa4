// Lets threads wait for one another's calls on a handle.
#pragma once

#include <chrono>

namespace orthanc_python {

// Waits without the GIL until the counters of some handle may have changed, since the GIL guards them. All
// functions require the GIL.
class Turns {
 public:
  using Clock = std::chrono::steady_clock;

  // How long a call waits for its turn. A call inside another call waits less, since the other thread may
  // wait for this one.
  static constexpr std::chrono::seconds kPatience{60};
  static constexpr std::chrono::seconds kPatienceInside{5};

  // Wakes the waiting threads, because a call on a handle has ended.
  static void Ended();
  // Releases the GIL until a call ends. False if none ended before `end`.
  static bool Wait(Clock::time_point end = Clock::time_point::max());
};

}  // namespace orthanc_python
