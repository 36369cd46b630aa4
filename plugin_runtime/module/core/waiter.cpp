// Threads of the core that wait for coroutines, and make their calls into the core.
#include "core/waiter.h"

#include <chrono>
#include <memory>
#include <new>
#include <utility>

#include "never_destroyed.h"
#include "python/context_variable.h"
#include "python/gil.h"

namespace orthanc_python {
namespace {

constexpr const char* kCapsule = "orthanc.Waiter";
constexpr std::chrono::seconds kPause(1);  // between two looks at the event loop

// The Waiter for which code of a context acts.
ContextVariable& Acting() {
  static ContextVariable variable("orthanc_callback");
  return variable;
}

// All Waiters that are open. The mutex is taken before that of a Waiter.
struct OpenWaiters {
  std::mutex mutex;
  Waiter* first = nullptr;
};

OpenWaiters& TheOpenWaiters() {
  static NeverDestroyed<OpenWaiters> waiters;
  return waiters.Get();
}

}  // namespace

Waiter::Waiter() : waits_(CoreWaits::Here()), locks_(LockHeld::Here()) {
  OpenWaiters& open = TheOpenWaiters();
  const std::scoped_lock lock(open.mutex);
  next_ = open.first;
  link_ = &open.first;
  if (next_ != nullptr) next_->link_ = &next_;
  open.first = this;
  open_waiters++;
}

Reference Waiter::New() {
  std::unique_ptr<Waiter> waiter(new (std::nothrow) Waiter);
  if (waiter == nullptr) {
    PyErr_NoMemory();
    return Reference();
  }
  Reference capsule(PyCapsule_New(waiter.get(), kCapsule, &Waiter::Destroy));
  Waiter* const owned = capsule ? waiter.release() : waiter.get();
  if (capsule && Acting().Set(capsule.Get())) return capsule;
  owned->Close();
  return Reference();
}

void Waiter::Destroy(PyObject* capsule) {
  const std::unique_ptr<Waiter> destroyed(Of(capsule));
}

Waiter* Waiter::Of(PyObject* capsule) {
  return static_cast<Waiter*>(PyCapsule_GetPointer(capsule, kCapsule));
}

Waiter* Waiter::OfContext() {
  const Reference capsule = Acting().Get();
  if (!capsule || PyCapsule_IsValid(capsule.Get(), kCapsule) == 0) return nullptr;
  Waiter* const waiter = Of(capsule.Get());  // lives at least until it is closed
  const bool is_own = waiter->thread_ == std::this_thread::get_id();
  return waiter->is_open_ && !waiter->IsDeferred() && !is_own ? waiter : nullptr;
}

template <typename Action>
bool Waiter::ForEach(Which which, const Action& action) {
  bool any = false;
  OpenWaiters& open = TheOpenWaiters();
  const std::scoped_lock lock(open.mutex);
  for (Waiter* waiter = open.first; waiter != nullptr; waiter = waiter->next_) {
    if (which == Which::kDeferred && !waiter->IsDeferred()) continue;
    const std::scoped_lock lock_of_waiter(waiter->mutex_);
    if (!action(waiter)) continue;
    waiter->changed_.notify_all();
    any = true;
  }
  return any;
}

bool Waiter::CancelAll(Which which, Time waited) {
  const auto latest = std::chrono::steady_clock::now() - waited;
  return ForEach(which, [&](Waiter* waiter) {
    if (waiter->began_ > latest) return false;
    if (!waiter->cancelled_) waiter->cancel_ = waiter->cancelled_ = true;
    return true;
  });
}

bool Waiter::AbandonAll(Which which) {
  return ForEach(which, [](Waiter* waiter) {
    waiter->abandoned_ = waiter->cancelled_;
    return waiter->abandoned_;
  });
}

Waiter::Event Waiter::Wait() {
  const GilRelease unlocked;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (ended_) return Event::kEnded;
    if (abandoned_) return Event::kAbandoned;
    if (std::exchange(cancel_, false)) return Event::kCancel;
    if (first_ != nullptr) {  // only now, since other tasks of the coroutine may make calls without end
      MakeFirst(&lock);
    } else if (!IsDeferred() && LoopThread::IsStuck()) {
      return Event::kLoopIsStuck;
    } else {
      changed_.wait_for(lock, kPause);
    }
  }
}

void Waiter::End(Reference answer, Reference error) {
  if (!is_open_ || answer_ || error_) return;  // the callback has returned, perhaps without it
  answer_ = std::move(answer);
  error_ = std::move(error);
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

void Waiter::Close() {
  is_open_ = false;
  open_waiters--;
  OpenWaiters& open = TheOpenWaiters();
  {
    const std::scoped_lock lock(open.mutex);
    *link_ = next_;
    if (next_ != nullptr) next_->link_ = link_;
  }
  const GilRelease unlocked(calls_ > 0);  // with the GIL, no call begins or ends
  std::unique_lock lock(mutex_);
  while (calls_ > 0) {
    if (first_ != nullptr) {
      MakeFirst(&lock);
    } else {
      changed_.wait(lock);
    }
  }
}

Reference Waiter::TakeAnswer() {
  if (error_) PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error_.Get())), error_.Get());
  error_ = Reference();
  return std::move(answer_);
}

void Waiter::Make(FunctionRef call) {
  Call own(call);
  std::unique_lock lock(mutex_);
  *last_ = &own;
  last_ = &own.next;
  changed_.notify_all();
  changed_.wait(lock, [&] { return own.is_done; });
}

void Waiter::MakeFirst(std::unique_lock<std::mutex>* lock) {
  Call* const call = first_;
  first_ = call->next;
  if (first_ == nullptr) last_ = &first_;
  lock->unlock();
  {
    const LoopThread::CallMade made(call->is_of_loop);
    const LockHeld::Set before = LockHeld::Exchange(call->locks);
    CallDelegate::Run(call->body);
    LockHeld::Exchange(before);
  }
  lock->lock();
  call->is_done = true;
  changed_.notify_all();
}

void Waiter::EndCall() {
  const std::scoped_lock lock(mutex_);
  calls_--;
  changed_.notify_all();
}

void ActsForWaiter::Begin() {
  has_gil = true;  // Python started this thread, so perhaps nothing has recorded it yet
  waiter_->BeginCall();
  waits_ = CoreWaits::Exchange(waiter_->waits_);
  locks_ = LockHeld::Exchange(waiter_->locks_);
  delegate_ = CallDelegate::Exchange(waiter_);
}

void ActsForWaiter::End() {
  CallDelegate::Use(delegate_);
  LockHeld::Exchange(locks_);
  CoreWaits::Exchange(waits_);
  waiter_->EndCall();
}

}  // namespace orthanc_python
