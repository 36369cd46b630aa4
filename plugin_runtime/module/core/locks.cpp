// The locks that the core may hold while it waits for Python.
#include "core/locks.h"

namespace orthanc_python {

thread_local LockHeld::Set LockHeld::held_ = 0;

void LockHeld::Note(const CoreLock& lock) {
  const bool may_end = lock.until.major > 0;
  if (!may_end || !Core::Has(lock.until)) held_ |= lock.bit;
}

}  // namespace orthanc_python
