// Turns of the core's threads in front of the GIL.
#include "python/gil_turn.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "never_destroyed.h"

namespace orthanc_python {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience(2);
// A thread that computes keeps the GIL for the switch interval (1 ms: see lifecycle.py) if another one waits
// for it. So several such threads compute, or the script has set another interval.
constexpr std::chrono::milliseconds kLongWait(4);
constexpr std::chrono::milliseconds kSuspension(50);
// A callback often takes less time than putting a thread to sleep and waking it.
constexpr int kTries = 200;

struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
};

// Threads may still wait while the main thread ends the process.
Queue& TheQueue() {
  static NeverDestroyed<Queue> queue;
  return queue.Get();
}

// The thread that has the turn, by the address of a thread-local variable of it. NULL if nobody has it.
std::atomic<const void*> holder{nullptr};
// Sequentially consistent with `holder`: either the leaving thread sees the waiting one counted, or the
// waiting thread sees the turn free.
std::atomic<int> waiting{0};
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

// Waits for the turn. False if it was not free in time, or if turns are suspended.
bool WaitForTurn() {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  const std::uint64_t before = ended;
  bool has_turn = false;
  ++waiting;
  queue.changed.wait_until(lock, Clock::now() + kPatience, [&] {
    has_turn = suspended_until == 0 && TryTake();
    return has_turn || suspended_until != 0;
  });
  --waiting;
  // The holder may wait in Python without the GIL. This thread takes the turn over.
  if (!has_turn && suspended_until == 0 && ended == before) holder = Self();
  return has_turn;
}

}  // namespace

void GilTurn::TakeTurn() {
  // The thread has the turn already: foreign code of a callback has released the GIL and called the core.
  if (holder == Self()) return;
  if (suspended_until != 0) {
    const std::int64_t now = Now();
    if (IsSuspended(now)) {
      began_ = now;
      return;
    }
  }
  for (int i = 0; i < kTries; i++) {
    if (TryTake()) return;
    Pause();
  }
  if (!WaitForTurn()) began_ = Now();
}

void GilTurn::NoteWait() {
  const std::int64_t now = Now();
  if (now - began_ >= Nanoseconds(kLongWait)) suspended_until = now + Nanoseconds(kSuspension);
  began_ = 0;
}

void GilTurn::LeaveTurn() {
  const void* self = Self();
  if (holder.load(std::memory_order_relaxed) != self || !holder.compare_exchange_strong(self, nullptr))
    return;
  ended.fetch_add(1, std::memory_order_relaxed);
  if (waiting == 0) return;
  Queue& queue = TheQueue();
  {
    const std::scoped_lock lock(queue.mutex);
  }  // a thread that found the turn taken waits by now
  if (suspended_until != 0) {
    queue.changed.notify_all();
  } else {
    queue.changed.notify_one();
  }
}

}  // namespace orthanc_python
