// Tells the log how much memory the server uses.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace orthanc_python {

// Logs the resident memory at once and then regularly, for as long as the object lives.
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
  std::thread thread_;  // last, since it uses the others
};

}  // namespace orthanc_python
