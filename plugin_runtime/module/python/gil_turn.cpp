// Turns of the core's threads in front of the GIL.
#include "python/gil_turn.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "never_destroyed.h"

namespace orthanc_python {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience(5);  // the time that a thread keeps the GIL if others want it
// A callback often takes less time than putting a thread to sleep and waking it.
constexpr int kTries = 200;

struct Queue {
  std::mutex mutex;
  std::condition_variable free;
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

const void* Self() {
  static thread_local const char own = 0;
  return &own;
}

bool TryTake() {
  const void* nobody = nullptr;
  return holder.load(std::memory_order_relaxed) == nullptr && holder.compare_exchange_strong(nobody, Self());
}

void Pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

}  // namespace

void GilTurn::TakeTurn() {
  for (int i = 0; i < kTries; i++) {
    if (TryTake()) return;
    Pause();
  }
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  ++waiting;
  const bool is_free = queue.free.wait_until(lock, Clock::now() + kPatience, TryTake);
  --waiting;
  if (!is_free) holder = Self();
}

void GilTurn::LeaveTurn() {
  const void* self = Self();
  if (!holder.compare_exchange_strong(self, nullptr) || waiting == 0) return;
  Queue& queue = TheQueue();
  {
    const std::scoped_lock lock(queue.mutex);
  }  // a thread that found the turn taken is waiting now
  queue.free.notify_one();
}

}  // namespace orthanc_python
