// Passes calls from one thread to another and waits for them.
#include "threads/worker.h"

#include <cstring>

#include <string>
#include <utility>

#include "core/attachment.h"
#include "python/gil.h"
#include "threads/stack.h"

namespace orthanc_python {

bool Worker::Run(FunctionRef body) {
  if (!started_ && !Start()) return false;
  if (!owner_stack_) owner_stack_ = ThreadStack();
  owner_has_room_ = owner_stack_->Left() >= owner_stack_->size / 2;
  HandOver(body, &for_worker_, &for_owner_);
  return true;
}

void Worker::Make(FunctionRef call) {
  if (!owner_has_room_ || has_gil) {
    call();
  } else {
    HandOver(call, &for_owner_, &for_worker_);
  }
}

void Worker::HandOver(FunctionRef body, Task** outbox, Task** inbox) {
  Task task(body);
  std::unique_lock<std::mutex> lock(mutex_);
  *outbox = &task;
  changed_.notify_all();
  for (;;) {
    changed_.wait(lock, [&] { return task.is_done || *inbox != nullptr; });
    if (task.is_done) return;
    Do(inbox, &lock);
  }
}

void Worker::Do(Task** inbox, std::unique_lock<std::mutex>* lock) {
  Task* task = std::exchange(*inbox, nullptr);
  lock->unlock();
  task->body();
  lock->lock();
  task->is_done = true;
  changed_.notify_all();
}

bool Worker::Start() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  int error = pthread_attr_setstacksize(&attributes, kLargeStack);
  if (error == 0) error = pthread_create(&thread_, &attributes, &Worker::Main, this);
  pthread_attr_destroy(&attributes);
  started_ = error == 0;
  if (!started_) {
    Core::Log(LogLevel::kError,
              std::string("A callback is refused: no thread for Python could be started (") +
                  strerror(error) + ")");
  }
  return started_;
}

void* Worker::Main(void* self) {
  static_cast<Worker*>(self)->Loop();
  return nullptr;
}

void Worker::Loop() {
  CallDelegate::Use(this);
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return for_worker_ != nullptr || ending_; });
    if (for_worker_ == nullptr) break;
    Do(&for_worker_, &lock);
  }
  // The owner makes no more calls for this thread, but finalizers of thread-local Python objects may still
  // call.
  CallDelegate::Use(nullptr);
}

Worker::~Worker() {
  if (!started_) return;
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    changed_.notify_all();
  }
  pthread_join(thread_, nullptr);
}

}  // namespace orthanc_python
