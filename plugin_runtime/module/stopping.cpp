// The stop of the server: how long it waits for Python, and what its log says of those it waits for.
#include "stopping.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
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

int StopPatience::SpendOn(const Gate& gate, Time rest) {
  int inside = gate.Inside();
  while (inside > 0) {
    const int left = Spend(rest, [&](Time time) { return gate.WaitUntilBelow(inside, time); });
    if (left >= inside) break;
    inside = left;
    RenewSpan();
  }
  return inside;
}

void EndCalls() {
  into_core.Close();
  const int running = StopPatience::SpendOn(into_core, StopPatience::kAfterCalls);
  if (running > 0) {
    Core::Log(LogLevel::kWarning,
              "Orthanc stops while threads of the script still call it: " + std::to_string(running));
  }
}

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
