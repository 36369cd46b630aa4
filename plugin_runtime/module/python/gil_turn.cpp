// Turns of the core's threads in front of the GIL.
#include "python/gil_turn.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "never_destroyed.h"

namespace orthanc_python {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience(5);  // the time that a thread keeps the GIL if others want it
// The first suspension, and the longest one. Each that follows soon after another is twice as long.
constexpr std::chrono::milliseconds kSuspension(50);
constexpr std::chrono::milliseconds kLongSuspension(1600);
// A callback often takes less time than putting a thread to sleep and waking it.
constexpr int kTries = 200;

struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  // Of the last suspension, in nanoseconds. Guarded by the mutex.
  std::int64_t began = 0;
  std::int64_t duration = 0;
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
  static thread_local const char own = 0;
  return &own;
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

// Suspends the turns. Requires the mutex.
void Suspend(Queue& queue) {
  const std::int64_t now = Now();
  const bool is_soon = now - queue.began < 2 * queue.duration + Nanoseconds(kLongSuspension) / 2;
  queue.duration =
      is_soon ? std::min(2 * queue.duration, Nanoseconds(kLongSuspension)) : Nanoseconds(kSuspension);
  queue.began = now;
  suspended_until = now + queue.duration;
  holder = nullptr;
}

void WaitForTurn() {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  const std::uint64_t before = ended;
  ++waiting;
  const bool is_over = queue.changed.wait_until(lock, Clock::now() + kPatience,
                                                [] { return suspended_until != 0 || TryTake(); });
  --waiting;
  if (is_over || ended != before) return;
  Suspend(queue);
  lock.unlock();
  queue.changed.notify_all();
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
  WaitForTurn();
}

void GilTurn::NoteWait() {
  const std::int64_t now = Now();
  const std::int64_t until = now + Nanoseconds(kSuspension);
  if (now - began_ >= Nanoseconds(kPatience) / 2 && until > suspended_until) suspended_until = until;
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
