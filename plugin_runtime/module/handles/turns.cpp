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
struct Room {
  std::mutex mutex;
  std::condition_variable changed;
  std::uint64_t ends = 0;
};

Room& TheRoom() {
  static NeverDestroyed<Room> room;
  return room.Get();
}

int waiting = 0;  // guarded by the GIL

}  // namespace

void Turns::Ended() {
  if (waiting == 0) return;
  Room& room = TheRoom();
  {
    const std::scoped_lock lock(room.mutex);
    room.ends++;
  }
  room.changed.notify_all();
}

bool Turns::Wait(Clock::time_point end) {
  Room& room = TheRoom();
  std::unique_lock lock(room.mutex);
  const std::uint64_t seen = room.ends;
  lock.unlock();
  waiting++;
  bool has_ended = true;
  {
    const GilRelease unlocked;
    lock.lock();
    const auto changed = [&] { return room.ends != seen; };
    if (end == Clock::time_point::max()) {
      room.changed.wait(lock, changed);
    } else {
      has_ended = room.changed.wait_until(lock, end, changed);
    }
    lock.unlock();
  }
  waiting--;
  return has_ended;
}

}  // namespace orthanc_python
