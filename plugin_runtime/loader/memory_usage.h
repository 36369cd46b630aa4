// Logs the memory usage of the server.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace orthanc_python {

// Logs the resident memory at once and then periodically, as long as the object lives.
class MemoryUsage {
 public:
  MemoryUsage();
  ~MemoryUsage();
  MemoryUsage(const MemoryUsage&) = delete;
  MemoryUsage& operator=(const MemoryUsage&) = delete;

 private:
  void Loop();

  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the other members
};

}  // namespace orthanc_python
