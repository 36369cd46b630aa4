// The thread of the event loop, and its calls into the core.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace orthanc_python {

// While the thread of the event loop is inside a call into the core, no coroutine continues. A callback of
// the core that waits for a coroutine then waits for this call. If the call in turn waits for the callback,
// neither ends.
class LoopThread {
 public:
  // Marks the calling thread as the thread of the event loop.
  static void MarkThis() { is_this_ = true; }
  static bool IsThis() { return is_this_; }
  // Whether the thread of the event loop waits for the calling thread, or is this thread.
  static bool WaitsForThisThread() { return is_this_ || calls_made_ > 0; }
  // Whether the thread of the event loop has been inside one call for so long that callbacks give up.
  static bool IsStuck() {
    const std::int64_t began = call_began_;
    return began != 0 && Now() - began > kPatience.count();
  }

  // Forgets the call of a loop whose server has gone.
  static void ForgetCall() { call_began_ = 0; }

  // Records, for a scope, that the calling thread is inside a call into the core. No effect on other threads.
  class Call {
   public:
    Call() {
      if (is_this_) outer_ = call_began_.exchange(Now());
    }
    ~Call() {
      if (is_this_) call_began_ = outer_;
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

   private:
    std::int64_t outer_ = 0;  // when the call began that has led to this one
  };

  // Records, for a scope, that the calling thread makes a call for the thread of the event loop, if
  // `is_for_loop`.
  class CallMade {
   public:
    explicit CallMade(bool is_for_loop) : is_for_loop_(is_for_loop) {
      if (is_for_loop_) calls_made_++;
    }
    ~CallMade() {
      if (!is_for_loop_) return;
      calls_made_--;
      call_began_ = 0;  // already here: this thread may look before the other one has woken up
    }
    CallMade(const CallMade&) = delete;
    CallMade& operator=(const CallMade&) = delete;

   private:
    bool is_for_loop_;
  };

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::nanoseconds kPatience = std::chrono::seconds(10);

  static std::int64_t Now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch()).count();
  }

  static inline thread_local bool is_this_ = false;
  static inline thread_local int calls_made_ = 0;
  static inline std::atomic<std::int64_t> call_began_{0};  // in nanoseconds; 0 outside of calls
};

}  // namespace orthanc_python
