// Calls of Python for which the core does not wait. A thread of the plugin makes them one after the other.
#include "callbacks/deferred.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <pthread.h>

#include "core/attachment.h"
#include "never_destroyed.h"
#include "python/python.h"
#include "threads/entry.h"
#include "threads/stack.h"

namespace orthanc_python {
namespace {

// Each takes some 450 bytes. A full queue must not block the core, which may hold a lock that the callables
// need.
constexpr std::size_t kMostCalls = 1'000'000;
constexpr std::size_t kManyCalls = 10'000;  // logs a warning, and again at ten times as many

using Calls = std::deque<std::shared_ptr<DeferredCall>>;

struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  Calls calls;
  std::uint64_t added = 0;                // calls ever added
  std::uint64_t ended = 0;                // calls that ended, without the running one
  std::shared_ptr<DeferredCall> current;  // the running call; releasing it requires the GIL
  Calls kept;                             // forever: without Python, their objects can't be released
  std::size_t warn_at = kManyCalls;
  bool has_last = false;  // the call of Kind::kLast was added
  bool ending = false;
  bool awaited = false;             // EndThread() waits: calls that are added now are too late
  std::optional<pthread_t> thread;  // makes the calls

  void SetCurrent(const std::shared_ptr<DeferredCall>& call) {
    const std::scoped_lock lock(mutex);
    current = call;
  }
  std::shared_ptr<DeferredCall> GetCurrent() {
    const std::scoped_lock lock(mutex);
    return current;
  }
};

// The thread may outlive the end of the process's main thread.
Queue& TheQueue() {
  static NeverDestroyed<Queue> queue;
  return queue.Get();
}

// Makes the calls in the queue until the end. Holds the mutex together with the GIL only to move a pointer.
void* MakeCalls(void* /*argument*/) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  while (!queue.ending) {
    if (queue.calls.empty()) {
      queue.changed.wait(lock);
      continue;
    }
    std::shared_ptr<DeferredCall> call = std::move(queue.calls.front());
    queue.calls.pop_front();
    lock.unlock();
    const bool entered = EnterPythonUncalled([&] {
      queue.SetCurrent(call);
      call->Make();
      queue.SetCurrent(nullptr);
      call.reset();
    });
    lock.lock();
    if (!entered) queue.kept.push_back(std::move(call));
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
  pthread_t thread{};
  const int error = pthread_create(&thread, &attributes, &MakeCalls, nullptr);
  pthread_attr_destroy(&attributes);
  if (error == 0) queue.thread = thread;
  return error == 0;
}

}  // namespace

void DeferredCalls::Open() {
  Queue& queue = TheQueue();
  const std::scoped_lock lock(queue.mutex);
  queue.has_last = false;
  queue.warn_at = kManyCalls;
}

bool DeferredCalls::Start() {
  Queue& queue = TheQueue();
  const std::scoped_lock lock(queue.mutex);
  if (queue.awaited) return true;
  queue.ending = false;  // for a thread that was told to end, but is still in a long call
  if (queue.thread || StartThread(queue)) return true;
  PyErr_SetString(PyExc_RuntimeError, "the thread for deferred callbacks could not be started");
  return false;
}

DeferredCalls::Outcome DeferredCalls::Add(const std::shared_ptr<DeferredCall>& call, Kind kind) {
  Queue& queue = TheQueue();
  std::size_t waiting = 0;
  {
    const std::scoped_lock lock(queue.mutex);
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
  const std::uint64_t made = queue.added;  // others may be added at any time
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
  const std::shared_ptr<DeferredCall> call = TheQueue().GetCurrent();
  if (call) call->Log("Orthanc no longer waits for a callback that still runs");
}

void DeferredCalls::DropPending() {
  Queue& queue = TheQueue();
  Calls calls;
  {
    const std::scoped_lock lock(queue.mutex);
    calls.swap(queue.calls);
    queue.ended += calls.size();
  }
  for (const auto& call : calls) call->Log("Dropped an event, because the stop no longer waits for it");
}

}  // namespace orthanc_python
