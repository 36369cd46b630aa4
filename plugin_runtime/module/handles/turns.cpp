// Lets threads wait for one another's calls on a handle.
#include "handles/turns.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "never_destroyed.h"
#include "python/gil.h"

namespace orthanc_python {
namespace {

// A thread never waits for the GIL while it holds the mutex.
struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  std::uint64_t ends = 0;
};

Queue& TheQueue() {
  static NeverDestroyed<Queue> queue;
  return queue.Get();
}

int waiting = 0;  // guarded by the GIL

}  // namespace

void Turns::Ended() {
  if (waiting == 0) return;
  Queue& queue = TheQueue();
  {
    const std::scoped_lock lock(queue.mutex);
    queue.ends++;
  }
  queue.changed.notify_all();
}

bool Turns::Wait(Clock::time_point end) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  const std::uint64_t seen = queue.ends;
  lock.unlock();
  waiting++;
  bool has_ended = true;
  {
    const GilRelease unlocked;
    lock.lock();
    const auto changed = [&] { return queue.ends != seen; };
    if (end == Clock::time_point::max()) {
      queue.changed.wait(lock, changed);
    } else {
      has_ended = queue.changed.wait_until(lock, end, changed);
    }
    lock.unlock();
  }
  waiting--;
  return has_ended;
}

}  // namespace orthanc_python
