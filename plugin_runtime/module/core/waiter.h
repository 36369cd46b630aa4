// Threads of the core that wait for coroutines, and make their calls into the core.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "core/delegate.h"
#include "core/function_ref.h"
#include "core/locks.h"
#include "core/loop_thread.h"
#include "core/waits.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A thread that waits in a callback until a coroutine has ended. Code in the context of that coroutine acts
// for the callback, on whatever thread it runs: its calls into the core are made by the waiting thread, on
// which the core may hold recursive locks, and are refused where those of the callback are.
// Where the core does not wait for the callback, as for events, it holds no lock: each thread makes its own
// calls, and the next event need not wait for those of tasks that outlive the callback.
//
// A Python capsule owns each Waiter, and a context variable refers to the capsule: tasks and
// `asyncio.to_thread` copy the context. A context may outlive the callback, so a Waiter is closed before the
// callback returns.
class Waiter final : private CallDelegate {
 public:
  enum class Event { kEnded, kCancel, kAbandoned, kLoopIsStuck };
  enum class Which { kDeferred, kAll };
  using Time = std::chrono::milliseconds;

  ~Waiter() = default;
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  // Makes a Waiter for the calling thread, and sets it in the current context. Returns its capsule, or an
  // empty reference with an exception set. Requires the GIL, like all functions that say nothing else.
  static Reference New();
  // Returns the Waiter of a capsule, or NULL with an exception set.
  static Waiter* Of(PyObject* capsule);
  // Returns the open Waiter of the current context if the core waits for it. NULL on its own thread, which
  // need not act for itself.
  static Waiter* OfContext();
  // Whether any thread waits.
  static bool Any() { return open_waiters > 0; }
  // Makes the threads that have waited for some time cancel their coroutines. Returns whether there are any,
  // even if they were told before.
  // Does not require the GIL.
  static bool CancelAll(Which which, Time waited = Time(0));
  // Makes the threads whose coroutines were cancelled return without them. Returns whether there are any.
  // Does not require the GIL.
  static bool AbandonAll(Which which);
  // Forgets all threads in a forked process, which has none of them.
  static void ForgetAll() { open_waiters = 0; }

  // Waits for an event, and makes the calls of the coroutine meanwhile.
  Event Wait();
  // Reports the end of the coroutine. Further reports have no effect.
  void End(Reference answer, Reference error);
  // Refuses further calls of the coroutine, and waits for those that have begun. Called once.
  void Close();
  // Returns the answer of a coroutine that has ended. Empty, with an exception set, if it has failed.
  Reference TakeAnswer();

 private:
  friend class ActsForWaiter;

  // A call that another thread waits for.
  struct Call {
    explicit Call(FunctionRef call) : body(call) {}
    const FunctionRef body;
    const LockHeld::Set locks = LockHeld::Here();
    const bool is_of_loop = LoopThread::IsThis();
    bool is_done = false;
    Call* next = nullptr;
  };

  Waiter();
  static void Destroy(PyObject* capsule);
  template <typename Action>
  static bool ForEach(Which which, const Action& action);

  // Whether the core does not wait for the callback.
  bool IsDeferred() const { return waits_ == 0; }
  void Make(FunctionRef call) override;
  void MakeFirst(std::unique_lock<std::mutex>* lock);
  void BeginCall() { calls_++; }
  void EndCall();

  static inline int open_waiters = 0;  // guarded by the GIL

  const CoreWaits::Set waits_;
  const LockHeld::Set locks_;
  const std::thread::id thread_ = std::this_thread::get_id();
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  bool is_open_ = true;  // guarded by the GIL, like the results
  Reference answer_;
  Reference error_;

  std::mutex mutex_;  // guards the following members. Its holder never waits for the GIL.
  std::condition_variable changed_;
  Call* first_ = nullptr;
  Call** last_ = &first_;
  bool ended_ = false;
  bool cancel_ = false;  // soon
  bool cancelled_ = false;
  bool abandoned_ = false;
  int calls_ = 0;  // that have begun: also guarded by the GIL

  Waiter* next_ = nullptr;  // of all open ones
  Waiter** link_ = nullptr;
};

// Makes the calling thread act, for a scope, for the waiting thread of the current context, if there is one.
// The constructor and the destructor require the GIL.
class ActsForWaiter {
 public:
  // A thread for which the core itself waits acts for itself.
  ActsForWaiter() : waiter_(Waiter::Any() && !CoreWaits::OnThisThread() ? Waiter::OfContext() : nullptr) {
    if (waiter_ != nullptr) Begin();
  }
  ~ActsForWaiter() {
    if (waiter_ != nullptr) End();
  }
  ActsForWaiter(const ActsForWaiter&) = delete;
  ActsForWaiter& operator=(const ActsForWaiter&) = delete;

 private:
  void Begin();
  void End();

  Waiter* waiter_;
  CoreWaits::Set waits_ = 0;  // the thread's own values
  LockHeld::Set locks_ = 0;
  CallDelegate* delegate_ = nullptr;
};

}  // namespace orthanc_python
