// The stop of the server: how long it waits for Python, and what its log says of those it waits for.
#include "stopping.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "../guard.h"
#include "core.h"
#include "entry.h"
#include "script.h"

namespace orthanc_python {
namespace {

constexpr std::chrono::seconds kLong(5);

// Never destroyed: the thread may outlive the end of the process's main thread.
struct Watch {
  std::mutex mutex;
  std::condition_variable changed;
  std::atomic<std::uint64_t> ended{0};  // how many
};

Watch& TheWatch() {
  static auto* const kWatch = new Watch;
  return *kWatch;
}

void ReportUnlessEnded(std::uint64_t number) {
  Watch& watch = TheWatch();
  {
    std::unique_lock lock(watch.mutex);
    if (watch.changed.wait_for(lock, kLong, [&] { return watch.ended != number; })) return;
  }
  EnterPythonUncalled([&] {
    if (watch.ended == number) LogRunningCallbacks();  // the wait for the GIL may have been long
  });
}

}  // namespace

void StopWatcher::Begin() {
  Watch& watch = TheWatch();
  const std::lock_guard lock(watch.mutex);
  Guarded(
      [&] { std::thread(&ReportUnlessEnded, watch.ended.load()).detach(); },
      [](const Thrown& thrown) { Core::Log("No thread could be started that watches the stop", thrown); });
}

void StopWatcher::End() {
  Watch& watch = TheWatch();
  const std::lock_guard lock(watch.mutex);
  watch.ended++;
  watch.changed.notify_all();
}

}  // namespace orthanc_python
