// The locks that the core may hold while it waits for Python, so that Python does not wait for them.
#pragma once

#include <cstdint>

#include "core.h"

namespace orthanc_python {

// One lock of the core.
struct CoreLock {
  std::uint32_t bit;   // of its own
  const char* guards;  // ex) "its index"
  // The first release that no longer holds it as it waits for Python; 0.0.0 where every one does.
  Release until;
};

// While one exists, the core may hold some locks as it waits for the calling thread: in a callback that it
// makes with them held, or in a call that keeps them while it calls back.
class LockHeld {
 public:
  template <typename... Locks>
  explicit LockHeld(const Locks&... locks) : before_(held_) {
    (Note(locks), ...);
  }
  ~LockHeld() { held_ = before_; }
  LockHeld(const LockHeld&) = delete;
  LockHeld& operator=(const LockHeld&) = delete;
  // Whether the core may hold that lock.
  static bool OnThisThread(const CoreLock& lock) { return (held_ & lock.bit) != 0; }

 private:
  static void Note(const CoreLock& lock);

  static thread_local std::uint32_t held_;
  std::uint32_t before_;
};

// Whether a function of the SDK can have the locks that it needs; false with a Python exception set where the
// core would wait for itself. The GIL must be held.
template <typename... Locks>
bool MayTake(const char* function, const Locks&... locks) {
  const CoreLock* held = nullptr;
  ((held = LockHeld::OnThisThread(locks) ? &locks : held), ...);
  if (held == nullptr) return true;
  PyErr_Format(
      PyExc_RuntimeError,
      "orthanc.%s(): Orthanc waits for this callback while it holds the lock of %s, which the call needs; "
      "make it after the callback, or on a thread that the callback does not wait for",
      function, held->guards);
  return false;
}

}  // namespace orthanc_python
