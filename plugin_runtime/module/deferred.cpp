// Calls of Python that the core does not wait for: made one after the other by a thread of the plugin.
#include "deferred.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <pthread.h>

#include "callbacks.h"
#include "core.h"
#include "entry.h"
#include "python.h"
#include "stack.h"

namespace orthanc_python {
namespace {

// Some 400 bytes each. A full queue must not block the core, which may hold a lock that the callables need.
constexpr std::size_t kMostCalls = 1'000'000;
constexpr std::size_t kManyCalls = 10'000;  // logs a warning, and again at ten times as many

using Calls = std::deque<std::shared_ptr<CallbackCall>>;

// Never destroyed: the thread may outlive the end of the process's main thread.
struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  Calls calls;
  std::uint64_t added = 0;                // calls so far
  std::uint64_t ended = 0;                // of these; one that is being made has not
  std::shared_ptr<CallbackCall> current;  // the one that is being made; releasing it requires the GIL
  std::size_t warn_at = kManyCalls;
  bool has_last = false;  // the call of Kind::kLast was added
  bool ending = false;
  bool awaited = false;             // EndThread() waits: what is added now is too late
  std::optional<pthread_t> thread;  // the one that makes the calls

  void SetCurrent(const std::shared_ptr<CallbackCall>& call) {
    const std::lock_guard lock(mutex);
    current = call;
  }
  std::shared_ptr<CallbackCall> GetCurrent() {
    const std::lock_guard lock(mutex);
    return current;
  }
};

Queue& TheQueue() {
  static auto* const kQueue = new Queue;
  return *kQueue;
}

// Takes calls from the queue until the end. The mutex is never held together with the GIL for longer than it
// takes to move a pointer.
void* MakeCalls(void* /*argument*/) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  while (!queue.ending) {
    if (queue.calls.empty()) {
      queue.changed.wait(lock);
      continue;
    }
    std::shared_ptr<CallbackCall> call = std::move(queue.calls.front());
    queue.calls.pop_front();
    lock.unlock();
    const bool entered = EnterPythonUncalled([&] {
      queue.SetCurrent(call);
      if (!call->Run()) call->Failed();
      queue.SetCurrent(nullptr);
      call.reset();
    });
    lock.lock();
    if (!entered)
      new std::shared_ptr<CallbackCall>(call);  // leaked: without Python, its objects can't be released
    queue.ended++;
    queue.changed.notify_all();
  }
  queue.thread.reset();
  queue.changed.notify_all();
  return nullptr;
}

bool StartThread(Queue& queue) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kLargeStack);
  pthread_t thread;
  const int error = pthread_create(&thread, &attributes, &MakeCalls, nullptr);
  pthread_attr_destroy(&attributes);
  if (error == 0) queue.thread = thread;
  return error == 0;
}

}  // namespace

void DeferredCalls::Open() {
  Queue& queue = TheQueue();
  const std::lock_guard lock(queue.mutex);
  queue.has_last = false;
  queue.warn_at = kManyCalls;
}

bool DeferredCalls::Start() {
  Queue& queue = TheQueue();
  const std::lock_guard lock(queue.mutex);
  if (queue.awaited) return true;
  queue.ending = false;  // of a thread that was told to end, but has not: its call takes long
  if (queue.thread || StartThread(queue)) return true;
  PyErr_SetString(PyExc_RuntimeError, "no thread for the callbacks could be started");
  return false;
}

DeferredCalls::Outcome DeferredCalls::Add(const std::shared_ptr<CallbackCall>& call, Kind kind) {
  Queue& queue = TheQueue();
  std::size_t waiting = 0;
  {
    const std::lock_guard lock(queue.mutex);
    if (kind == Kind::kLast) {
      queue.has_last = true;
    } else if (queue.has_last) {
      return Outcome::kTooLate;
    } else if (queue.calls.size() >= kMostCalls) {
      return Outcome::kFull;
    }
    queue.calls.push_back(call);
    queue.added++;
    queue.changed.notify_all();
    if (queue.calls.size() == queue.warn_at) {
      waiting = queue.warn_at;
      queue.warn_at *= 10;
    }
  }
  if (waiting > 0) {
    Core::LogWithGil(LogLevel::kWarning, "Events arrive faster than the Python callbacks handle them: " +
                                             std::to_string(waiting) + " are pending, of at most " +
                                             std::to_string(kMostCalls));
  }
  return Outcome::kAdded;
}

bool DeferredCalls::Drain(StopPatience::Time rest) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  const std::uint64_t made = queue.added;  // further ones may come all the time
  if (queue.thread && pthread_equal(*queue.thread, pthread_self())) return true;
  const auto is_done = [&] { return !queue.thread || queue.ended >= made; };
  while (!is_done()) {
    const std::uint64_t before = queue.ended;
    const bool has_moved = StopPatience::Spend(rest, [&](StopPatience::Time time) {
      return queue.changed.wait_for(lock, time, [&] { return is_done() || queue.ended != before; });
    });
    if (!has_moved) return false;
    StopPatience::RenewSpan();
  }
  return true;
}

void DeferredCalls::EndThread(std::chrono::milliseconds patience) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  queue.ending = true;
  queue.awaited = true;
  queue.changed.notify_all();
  queue.changed.wait_for(lock, patience, [&] { return !queue.thread; });
  queue.awaited = false;
}

void DeferredCalls::ReportRunning() {
  const std::shared_ptr<CallbackCall> call = TheQueue().GetCurrent();
  if (call) call->LogDeferred("Orthanc no longer waits for a callback that still runs");
}

void DeferredCalls::DropPending() {
  Queue& queue = TheQueue();
  Calls calls;
  {
    const std::lock_guard lock(queue.mutex);
    calls.swap(queue.calls);
    queue.ended += calls.size();
  }
  for (const auto& call : calls)
    call->LogDeferred("Dropped an event, because the stop no longer waits for it");
}

}  // namespace orthanc_python
