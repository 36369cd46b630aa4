// A thread that logs the resident memory of the process.
#include "memory_usage.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>

#include "../guard.h"
#include "log.h"

namespace orthanc_python {

namespace {

constexpr std::chrono::seconds kInterval(10);

// Returns the resident memory in MiB, or 0 if the kernel does not report it.
long ResidentMemory() {
  std::ifstream statistics("/proc/self/statm");
  long total = 0;
  long resident = 0;
  statistics >> total >> resident;
  return resident * sysconf(_SC_PAGESIZE) / (1 << 20);
}

// Logs at the level of warnings, which are shown by default.
void LogResidentMemory() {
  Log::Warning("Python plugin: resident memory of Orthanc: " + std::to_string(ResidentMemory()) + " MiB");
}

}  // namespace

MemoryUsage::MemoryUsage() : thread_([this] { Loop(); }) {}

MemoryUsage::~MemoryUsage() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void MemoryUsage::Loop() {
  std::unique_lock<std::mutex> lock(mutex_);
  do {
    // An exception that leaves the thread, such as std::bad_alloc, would end the server.
    Guarded(&LogResidentMemory,
            [](const Thrown& thrown) { Log::Error("The resident memory cannot be logged", thrown); });
  } while (!stopped_.wait_for(lock, kInterval, [this] { return stopping_; }));
}

}  // namespace orthanc_python
