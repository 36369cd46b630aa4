// The stop of the server: how long it waits for Python, and what its log says of those it waits for.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>

#include "gate.h"

namespace orthanc_python {

// The time that one stop may spend on waiting. All waits for hanging code share one span: service managers
// kill a server after 10 seconds, of which the core itself takes three or four. Progress renews the span, up
// to the limit that the configuration sets.
class StopPatience {
 public:
  using Time = std::chrono::milliseconds;

  static constexpr Time kDefaultLimit{60000};

  // What a wait leaves for those after it, which come in this order.
  static constexpr Time kAfterDeferredCalls{1500};
  static constexpr Time kAfterCalls{1250};
  static constexpr Time kAfterCallbacks{1000};  // as long as processes may take: see processes.py
  static constexpr Time kAfterThreads{0};

  // Sets the longest time that all waits of one stop may take, even with progress. The first span is whole.
  static void SetLimit(Time limit) { limit_ = limit.count(); }
  // Gives the next stop a whole span and the whole limit.
  static void Renew() {
    left_until_limit_ = limit_.load();
    left_ = kSpan.count();
  }
  // Gives the remaining waits a whole span again, or as much as the limit leaves. To be called after
  // progress.
  static void RenewSpan() {
    left_ = std::max(left_.load(), std::min<Time::rep>(kSpan.count(), left_until_limit_.load()));
  }
  // Calls `wait` with the time that it may take, takes off what it took, and returns what it returned.
  template <typename Wait>
  static auto Spend(Time rest, Wait&& wait) {
    const Debit debit;
    const Time left(left_.load());
    return wait(left > rest ? left - rest : Time(0));
  }
  // Waits for the threads behind a closed gate. Each one that leaves renews the span. Returns how many
  // remain. The GIL must not be held.
  static int SpendOn(const Gate& gate, Time rest);

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr Time kSpan{5500};

  struct Debit {
    ~Debit() {
      const auto spent = std::chrono::duration_cast<Time>(Clock::now() - begin).count();
      left_ -= spent;
      left_until_limit_ -= spent;
    }
    const Clock::time_point begin = Clock::now();
  };

  static inline std::atomic<Time::rep> limit_{kDefaultLimit.count()};
  static inline std::atomic<Time::rep> left_until_limit_{kDefaultLimit.count()};
  static inline std::atomic<Time::rep> left_{kSpan.count()};
};

// Refuses further calls into the core from threads that the core does not wait for, and waits for pending
// ones. The GIL must not be held.
void EndCalls();

// Watches a stop that has begun: callbacks that still run some seconds later, for which the core waits as
// long as it takes, are logged with the place where they are.
class StopWatcher {
 public:
  static void Begin();
  static void End();
};

}  // namespace orthanc_python
