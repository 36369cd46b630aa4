// Reports callbacks that delay a stop of the server, and ends what they await.
#include "lifecycle/watcher.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "core/attachment.h"
#include "core/waiter.h"
#include "guard.h"
#include "lifecycle/script.h"
#include "never_destroyed.h"
#include "threads/entry.h"

namespace orthanc_python {
namespace {

constexpr std::chrono::seconds kLong(5);
constexpr std::chrono::seconds kGrace(1);  // for what callbacks await, once it is cancelled

struct Watch {
  std::mutex mutex;
  std::condition_variable changed;
  std::atomic<std::uint64_t> ended{0};  // the number of ended stops
};

// The thread may outlive the end of the process's main thread.
Watch& TheWatch() {
  static NeverDestroyed<Watch> watch;
  return watch.Get();
}

void ReportUnlessEnded(std::uint64_t number) {
  Watch& watch = TheWatch();
  {
    std::unique_lock lock(watch.mutex);
    if (watch.changed.wait_for(lock, kLong, [&] { return watch.ended != number; })) return;
  }
  EnterPythonUncalled([&] {
    if (watch.ended == number) LogRunningCallbacks();  // checked again after the wait for the GIL
  });
  // The core waits for callbacks without limit, so what they await must end.
  std::unique_lock lock(watch.mutex);
  while (watch.ended == number) {
    Waiter::AbandonAll(Waiter::Which::kAll);
    Waiter::CancelAll(Waiter::Which::kAll, kLong);
    watch.changed.wait_for(lock, kGrace, [&] { return watch.ended != number; });
  }
}

}  // namespace

void StopWatcher::Begin() {
  Watch& watch = TheWatch();
  const std::scoped_lock lock(watch.mutex);
  Guarded([&] { std::thread(&ReportUnlessEnded, watch.ended.load()).detach(); },
          [](const Thrown& thrown) {
            Core::Log("The thread that watches the stop could not be started", thrown);
          });
}

void StopWatcher::End() {
  Watch& watch = TheWatch();
  const std::scoped_lock lock(watch.mutex);
  watch.ended++;
  watch.changed.notify_all();
}

}  // namespace orthanc_python
