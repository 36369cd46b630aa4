// A helper thread with a large stack, where a thread cannot be given a stack of its own.
#pragma once

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <optional>

#include "entry.h"
#include "stack.h"

namespace orthanc_python {

// Runs functions for one thread of the core (its owner), on a thread that is started on first use and kept.
// One of the two threads always waits for the other. Together, they execute like a single thread: Python runs
// on the worker, calls into the core run on the owner.
class Worker {
 public:
  Worker() = default;
  // Ends the thread, and waits for that.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs `body` on the worker and waits for it. Must be called by the owner, also within RunOnOwner(). If the
  // thread cannot be started, logs why and returns false without running `body`.
  bool Run(FunctionRef body);

  // If the calling thread is a worker, runs a call into the core on the owner, which may hold recursive locks
  // of the core. Otherwise runs it on the calling thread. Also does so if that thread holds the GIL (such
  // calls take no lock), or if nested callbacks have used half of the owner's small stack.
  static void RunOnOwner(FunctionRef call);

  // Detaches the calling thread from its owner. Called in a forked process, which lacks the owner's thread.
  static void ForgetOwner() { current = nullptr; }

 private:
  // A function that one thread runs for the other.
  struct Task {
    FunctionRef body;
    bool is_done = false;
  };

  static void* Main(void* self);
  bool Start();
  void Loop();
  // Hands over a task and waits for it. Meanwhile, runs tasks that the other thread hands back.
  void HandOver(FunctionRef body, Task** outbox, Task** inbox);
  // Runs the task in an inbox. Releases the lock meanwhile.
  void Do(Task** inbox, std::unique_lock<std::mutex>* lock);

  static thread_local Worker* current;  // the worker that the calling thread belongs to, or NULL

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
