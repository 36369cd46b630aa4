// The locks that the core may hold while it waits for Python. A call that needs one of them would deadlock.
#pragma once

#include <cstdint>
#include <limits>
#include <utility>

#include "core/attachment.h"
#include "python/python.h"

namespace orthanc_python {

// One bit per lock.
constexpr int kMostLocks = std::numeric_limits<std::uint32_t>::digits;

// One lock of the core.
struct CoreLock {
  std::uint32_t bit;   // unique to this lock
  const char* guards;  // ex) "its index"
  // The first release that does not hold the lock while it waits for Python; 0.0.0 if all releases hold it.
  Release until;
};

// Records, for a scope, that the core may hold some locks while it waits for the calling thread: in a
// callback that it makes with these locks held, or during a call that keeps them while it calls back.
class LockHeld {
 public:
  using Set = std::uint32_t;  // a bit for each lock

  template <typename... Locks>
  explicit LockHeld(const Locks&... locks) {
    (Note(locks), ...);
  }
  ~LockHeld() { held_ = before_; }
  LockHeld(const LockHeld&) = delete;
  LockHeld& operator=(const LockHeld&) = delete;
  // Whether the core may hold that lock.
  static bool OnThisThread(const CoreLock& lock) { return (held_ & lock.bit) != 0; }
  // Returns the locks that the core may hold while it waits for the calling thread.
  static Set Here() { return held_; }
  // Makes these locks count as held for the calling thread. Returns those before.
  static Set Exchange(Set held) { return std::exchange(held_, held); }

 private:
  static void Note(const CoreLock& lock);

  static thread_local Set held_;
  Set before_ = held_;
};

// Whether a function of the SDK can acquire the locks that it needs. False with a Python exception set if the
// call would deadlock. Requires the GIL.
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
