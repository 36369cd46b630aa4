// Calls of Python that the core does not wait for: made one after the other by a thread of the plugin.
#include "deferred.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

#include <pthread.h>

#include "callbacks.h"
#include "entry.h"
#include "python.h"
#include "stack.h"

namespace orthanc_python {
namespace {

using Calls = std::deque<std::unique_ptr<CallbackCall>>;

// Never destroyed: the thread may outlive the end of the process's main thread.
struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  Calls calls;
  std::uint64_t added = 0;  // calls so far
  std::uint64_t ended = 0;  // of these; one that is being made has not
  bool ending = false;
  bool awaited = false;             // EndThread() waits: what is added now is too late
  std::optional<pthread_t> thread;  // the one that makes the calls
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
    std::unique_ptr<CallbackCall> call = std::move(queue.calls.front());
    queue.calls.pop_front();
    lock.unlock();
    const bool entered = EnterPythonUncalled([&] {
      if (!call->Run()) call->Failed();
      call.reset();
    });
    lock.lock();
    if (!entered) call.release();  // without Python its objects cannot be given back
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

bool DeferredCalls::Start() {
  Queue& queue = TheQueue();
  const std::lock_guard lock(queue.mutex);
  if (queue.awaited) return true;
  queue.ending = false;  // of a thread that was told to end, but has not: its call takes long
  if (queue.thread || StartThread(queue)) return true;
  PyErr_SetString(PyExc_RuntimeError, "no thread for the callbacks could be started");
  return false;
}

void DeferredCalls::Add(std::unique_ptr<CallbackCall> call) {
  Queue& queue = TheQueue();
  const std::lock_guard lock(queue.mutex);
  queue.calls.push_back(std::move(call));
  queue.added++;
  queue.changed.notify_all();
}

void DeferredCalls::Drain(std::chrono::milliseconds patience) {
  Queue& queue = TheQueue();
  std::unique_lock lock(queue.mutex);
  const std::uint64_t made = queue.added;  // further ones may come all the time
  if (queue.thread && pthread_equal(*queue.thread, pthread_self())) return;
  queue.changed.wait_for(lock, patience, [&] { return !queue.thread || queue.ended >= made; });
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

std::size_t DeferredCalls::Clear() {
  Calls calls;
  {
    Queue& queue = TheQueue();
    const std::lock_guard lock(queue.mutex);
    calls.swap(queue.calls);
    queue.ended += calls.size();
  }
  return calls.size();
}

}  // namespace orthanc_python
