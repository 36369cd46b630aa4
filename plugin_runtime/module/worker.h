// A helper thread with a large stack, where a thread cannot be given a stack of its own.
#pragma once

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <optional>

#include "entry.h"

namespace orthanc_python {

// Runs what one thread of the core gives it, on a thread that is started when it is first needed and kept.
class Worker {
 public:
  Worker() = default;
  // Ends the thread, and waits for that.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs `body` on the worker and waits for it. Never called from `body`, which is on another thread.
  // False, having run nothing and logged why, when the thread could not be started.
  bool Run(FunctionRef body);

 private:
  static void* Main(void* self);
  bool Start();
  void Loop();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<FunctionRef> task_;
  bool ending_ = false;
  bool started_ = false;
  pthread_t thread_{};
};

}  // namespace orthanc_python
