// A helper thread with a large stack, for threads that cannot use a second stack.
#pragma once

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/delegate.h"
#include "core/function_ref.h"
#include "threads/stack.h"

namespace orthanc_python {

// Runs functions for one thread of the core (its owner), on a thread that is started on first use and kept.
// One of the two threads always waits for the other, so together they execute like a single thread: Python
// runs on the worker, calls into the core run on the owner.
class Worker final : private CallDelegate {
 public:
  Worker() = default;
  // Ends the thread and waits until it has ended.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs `body` on the worker and waits for it. Must be called by the owner, even inside a call into the
  // core. If the thread cannot be started, logs why and returns false without running `body`.
  bool Run(FunctionRef body);

 private:
  // A function that one thread runs for the other.
  struct Task {
    explicit Task(FunctionRef to_run) : body(to_run) {}
    FunctionRef body;
    bool is_done = false;
  };

  // Makes a call of the worker into the core on the owner, which may hold recursive locks of the core. Makes
  // the call on the worker if that holds the GIL (such calls take no lock), or if nested callbacks have used
  // half of the owner's small stack.
  void Make(FunctionRef call) override;

  static void* Main(void* self);
  bool Start();
  void Loop();
  // Passes a task to the other thread and waits for it. Meanwhile, runs tasks that the other thread passes
  // back.
  void HandOver(FunctionRef body, Task** outbox, Task** inbox);
  // Runs the task in an inbox. Releases the lock meanwhile.
  void Do(Task** inbox, std::unique_lock<std::mutex>* lock);

  std::mutex mutex_;
  std::condition_variable changed_;
  Task* for_worker_ = nullptr;
  Task* for_owner_ = nullptr;
  std::optional<StackRange> owner_stack_;
  bool owner_has_room_ = false;
  bool ending_ = false;
  bool started_ = false;
  pthread_t thread_{};
};

}  // namespace orthanc_python
