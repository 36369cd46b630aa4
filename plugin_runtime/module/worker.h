// A helper thread with a large stack, where a thread cannot be given a stack of its own.
#pragma once

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <optional>

#include "entry.h"
#include "stack.h"

namespace orthanc_python {

// Runs what one thread of the core (its owner) gives it, on a thread that is started when it is first needed
// and kept. Of the two, one always waits for the other: together they are one line of execution, which
// changes threads for Python and back for calls into the core.
class Worker {
 public:
  Worker() = default;
  // Ends the thread, and waits for that.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs `body` on the worker and waits for it. Called by the owner, also from what RunOnOwner() runs there.
  // False, having run nothing and logged why, when the thread could not be started.
  bool Run(FunctionRef body);

  // Runs a call into the core on the owner, where the calling thread is a worker: the owner may hold locks
  // that the core takes again on the same thread. Runs it on the calling thread if that is no worker or holds
  // the GIL (such a call takes no lock), and where calls and callbacks are nested so deep that the owner's
  // small stack is half used.
  static void RunOnOwner(FunctionRef call);

  // Makes the calling thread one that has no owner, in a process that was forked: the owner is not there.
  static void ForgetOwner() { current = nullptr; }

 private:
  // Something that one side has the other do.
  struct Task {
    FunctionRef body;
    bool is_done = false;
  };

  static void* Main(void* self);
  bool Start();
  void Loop();
  // Hands a task over and waits for it; meanwhile does what the other side hands back.
  void HandOver(FunctionRef body, Task** outbox, Task** inbox);
  // Does the task in an inbox. The lock is released meanwhile.
  void Do(Task** inbox, std::unique_lock<std::mutex>* lock);

  static thread_local Worker* current;  // the one whose thread this is

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
