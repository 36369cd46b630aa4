// Turns of the core's threads in front of the GIL.
#include "python/gil_turn.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <ctime>

namespace orthanc_python {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience(2);
// How often a thread waits for as long again if others have taken turns meanwhile: it may have been woken,
// but not run, if there are more threads than processors. Then it waits for the GIL without a turn.
constexpr int kRenewals = 4;
// A thread that computes keeps the GIL for the switch interval (1 ms: see lifecycle.py) if another one waits
// for it. So several such threads compute, or the script has set another interval.
constexpr std::chrono::milliseconds kLongWait(4);
// The wait is as long if the system has stopped a thread that has the GIL. So the first suspension is short,
// and each one that follows within the pause is twice as long as the last.
constexpr std::chrono::milliseconds kShortSuspension(5);
constexpr std::chrono::milliseconds kLongSuspension(50);
constexpr std::chrono::milliseconds kSuspensionPause(20);
// A callback often takes less time than putting a thread to sleep and waking it.
constexpr int kTries = 200;

// Wakes one waiting thread at a time. With a condition variable, the thread that signals would wait as well:
// glibc lets the threads that were woken before finish first (until 2.40), for milliseconds if the processors
// are busy.
class WakeUp {
 public:
  // Waits for Send(), for the given time at most. May return early.
  void Await(std::int64_t nanoseconds) {
    if (is_sent_.exchange(0) != 0) return;
    const timespec time{static_cast<time_t>(nanoseconds / 1'000'000'000),
                        static_cast<long>(nanoseconds % 1'000'000'000)};
    syscall(SYS_futex, &is_sent_, FUTEX_WAIT_PRIVATE, 0, &time, nullptr, 0);
    is_sent_ = 0;
  }

  // Wakes a waiting thread, unless one is awake already. If none waits, the next one does not.
  void Send() {
    if (is_sent_.exchange(1) == 0) syscall(SYS_futex, &is_sent_, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
  }

 private:
  std::atomic<std::uint32_t> is_sent_{0};
  static_assert(sizeof(is_sent_) == 4 && std::atomic<std::uint32_t>::is_always_lock_free, "a futex");
};

// The thread that has the turn, by the address of a thread-local variable of it. NULL if nobody has it.
std::atomic<const void*> holder{nullptr};
// Sequentially consistent with `holder`: either the leaving thread sees the waiting one counted, or the
// waiting thread sees the turn free.
std::atomic<int> waiting{0};
WakeUp wake_up;
std::atomic<std::uint64_t> ended{0};  // the number of turns so far
// The end of the suspension; 0 if turns are not suspended. In nanoseconds, like all times here.
std::atomic<std::int64_t> suspended_until{0};

std::int64_t Now() {
  return std::chrono::nanoseconds(Clock::now().time_since_epoch()).count();
}

constexpr std::int64_t Nanoseconds(std::chrono::milliseconds time) {
  return std::chrono::nanoseconds(time).count();
}

const void* Self() {
  static thread_local const char kOwn = 0;
  return &kOwn;
}

bool TryTake() {
  const void* nobody = nullptr;
  return holder == nullptr && holder.compare_exchange_strong(nobody, Self());
}

void Pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

// Whether the turns are suspended. Ends the suspension in time.
bool IsSuspended(std::int64_t now) {
  std::int64_t until = suspended_until;
  return now < until || (until != 0 && !suspended_until.compare_exchange_strong(until, 0));
}

// Suspends the turns from now on. Requires the GIL.
void Suspend(std::int64_t now) {
  static std::int64_t length = 0;
  static std::int64_t end = 0;
  const bool follows = now - end < Nanoseconds(kSuspensionPause);
  length = follows ? std::min(2 * length, Nanoseconds(kLongSuspension)) : Nanoseconds(kShortSuspension);
  end = now + length;
  suspended_until = end;
}

// Waits for the turn. False if it was not free in time, or if turns are suspended.
bool WaitForTurn() {
  std::uint64_t before = ended;
  std::int64_t end = Now() + Nanoseconds(kPatience);
  int renewals = 0;
  bool has_turn = false;
  bool is_suspended = false;
  ++waiting;
  while (!(is_suspended = suspended_until != 0) && !(has_turn = TryTake())) {
    const std::int64_t now = Now();
    if (now >= end) {
      const std::uint64_t ended_now = ended;
      if (ended_now == before || ++renewals > kRenewals) break;
      before = ended_now;
      end = now + Nanoseconds(kPatience);
    }
    wake_up.Await(end - now);
  }
  --waiting;
  if (is_suspended && waiting != 0) wake_up.Send();  // each wakes the next one
  // The holder may wait in Python without the GIL. This thread takes the turn over.
  if (!has_turn && suspended_until == 0 && ended == before) holder = Self();
  return has_turn;
}

}  // namespace

void GilTurn::TakeTurn() {
  // The thread has the turn already: foreign code of a callback has released the GIL and called the core.
  if (holder == Self()) return;
  if (suspended_until != 0 && IsSuspended(Now())) return;
  for (int i = 0; i < kTries; i++) {
    if (TryTake()) return;
    Pause();
  }
  if (!WaitForTurn() && suspended_until == 0) began_ = Now();
}

void GilTurn::NoteWait() {
  const std::int64_t now = Now();
  if (now - began_ >= Nanoseconds(kLongWait) && !IsSuspended(now)) Suspend(now);
  began_ = 0;
}

void GilTurn::LeaveTurn() {
  const void* self = Self();
  if (holder.load(std::memory_order_relaxed) != self || !holder.compare_exchange_strong(self, nullptr))
    return;
  ended.fetch_add(1, std::memory_order_relaxed);
  if (waiting != 0) wake_up.Send();
}

}  // namespace orthanc_python
