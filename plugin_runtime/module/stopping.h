// The stop of the server: how long it waits for Python, and what its log says of those it waits for.
#pragma once

#include <atomic>
#include <chrono>

namespace orthanc_python {

// The time that one stop may spend on waiting. Service managers kill after 10 seconds, of which the core
// takes two or three for itself: whatever hangs together must not add up to more than the rest.
class StopPatience {
 public:
  using Time = std::chrono::milliseconds;

  // What a wait leaves for those after it, which come in this order.
  static constexpr Time kAfterDeferredCalls{2500};
  static constexpr Time kAfterCalls{1000};
  static constexpr Time kAfterCallbacks{500};
  static constexpr Time kAfterThreads{0};

  // Gives the next stop the whole time.
  static void Renew() { left_ = kWhole.count(); }
  // Calls `wait` with the time that it may take, takes off what it took, and returns what it returned.
  template <typename Wait>
  static auto Spend(Time rest, Wait&& wait) {
    const Debit debit;
    const Time left(left_.load());
    return wait(left > rest ? left - rest : Time(0));
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr Time kWhole{6500};

  struct Debit {
    ~Debit() { left_ -= std::chrono::duration_cast<Time>(Clock::now() - begin).count(); }
    const Clock::time_point begin = Clock::now();
  };

  static inline std::atomic<Time::rep> left_{kWhole.count()};
};

// Watches a stop that has begun: callbacks that still run some seconds later, for which the core waits as
// long as it takes, are logged with the place where they are.
class StopWatcher {
 public:
  static void Begin();
  static void End();
};

}  // namespace orthanc_python
