// Delegates a thread's calls into the core to another thread.
#pragma once

#include <utility>

#include "core/function_ref.h"

namespace orthanc_python {

// Makes the calls into the core on behalf of one thread. An interface, because threads that act for others
// are defined in a higher folder.
class CallDelegate {
 public:
  CallDelegate(const CallDelegate&) = delete;
  CallDelegate& operator=(const CallDelegate&) = delete;

  // Sets the delegate of the calling thread. NULL removes it.
  static void Use(CallDelegate* delegate) { current_ = delegate; }
  // Does the same, and returns the one before.
  static CallDelegate* Exchange(CallDelegate* delegate) { return std::exchange(current_, delegate); }
  // Makes a call into the core through the delegate of the calling thread, or directly if it has none.
  static void Run(FunctionRef call);

 protected:
  CallDelegate() = default;
  ~CallDelegate() = default;

 private:
  virtual void Make(FunctionRef call) = 0;

  static thread_local CallDelegate* current_;
};

}  // namespace orthanc_python
