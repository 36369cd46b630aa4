// Hands calls from one thread to another one and waits for them.
#include "worker.h"

#include <string.h>

#include <string>

#include "core.h"
#include "stack.h"

namespace orthanc_python {

bool Worker::Run(FunctionRef body) {
  if (!started_ && !Start()) return false;
  std::unique_lock<std::mutex> lock(mutex_);
  task_ = body;
  changed_.notify_all();
  changed_.wait(lock, [this] { return !task_; });
  return true;
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
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return task_ || ending_; });
    if (!task_) return;
    lock.unlock();
    (*task_)();
    lock.lock();
    task_.reset();
    changed_.notify_all();
  }
}

Worker::~Worker() {
  if (!started_) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ending_ = true;
    changed_.notify_all();
  }
  pthread_join(thread_, nullptr);
}

}  // namespace orthanc_python
