// The time that a stop of the server waits for Python.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>

#include "core/gate.h"

namespace orthanc_python {

// The time that one stop may spend on waiting. All waits share one span, because service managers kill a
// server after 10 seconds, and the core itself needs three or four. Progress renews the span, up to the
// configured limit.
class StopPatience {
 public:
  using Time = std::chrono::milliseconds;

  static constexpr Time kDefaultLimit{60000};

  // The time that a wait leaves for later ones. The waits come in this order. EndCalls() waits for calls once
  // more after the callbacks, if these have left more than kAfterCalls.
  static constexpr Time kAfterDeferredCalls{1500};
  static constexpr Time kAfterCalls{1250};
  static constexpr Time kAfterCallbacks{1000};  // the time that processes may take: see processes.py
  static constexpr Time kAfterThreads{0};

  // Sets the limit for all waits of one stop, even with progress. Does not shorten the first span.
  static void SetLimit(Time limit) { limit_ = limit.count(); }
  // Restores the whole span and the whole limit for the next stop.
  static void Renew() {
    left_until_limit_ = limit_.load();
    left_ = kSpan.count();
  }
  // Restores the span for the remaining waits, as far as the limit allows. Call it after progress.
  static void RenewSpan() {
    left_ = std::max(left_.load(), std::min<Time::rep>(kSpan.count(), left_until_limit_.load()));
  }
  // Calls `wait` with the time that it may take, and returns its result. Subtracts the time that it took.
  template <typename Wait>
  static auto Spend(Time rest, const Wait& wait) {
    const Debit debit;
    const Time left(left_.load());
    return wait(left > rest ? left - rest : Time(0));
  }
  // Waits for the threads inside a closed gate. Each thread that leaves renews the span. Returns how many
  // remain. Must be called without the GIL.
  static int SpendOn(const Gate& gate, Time rest);

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr Time kSpan{5500};

  struct Debit {
    Debit() = default;
    Debit(const Debit&) = delete;
    Debit& operator=(const Debit&) = delete;
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

}  // namespace orthanc_python
