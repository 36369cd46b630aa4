// A second stack for Python, on threads of the core whose stack is too small.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/function_ref.h"
#include "threads/call_on_stack.h"

namespace orthanc_python {

// The size of a second stack: that of the main thread of an ordinary process.
constexpr size_t kLargeStack = size_t{8} << 20;
// The space that must be left on a thread's own stack for Python to run there.
constexpr size_t kEnoughStack = size_t{1} << 20;

// The memory of a stack.
struct StackRange {
  uintptr_t lowest = 0;
  size_t size = 0;  // 0: not known

  // Returns how many bytes are left on this stack for the calling function, or 0 if that runs on another
  // stack.
  size_t Left() const;
  // Whether the calling function may call Python once more. Nested calls of Python and the core must stop
  // before the stack overflows. True if the function runs on another stack.
  bool HasRoom() const;
};

// Returns the stack that the calling thread was started with.
StackRange ThreadStack();

// A second stack for one thread. Reserved on first use and unmapped with the object.
class OwnStack {
 public:
  OwnStack() = default;
  ~OwnStack();
  OwnStack(const OwnStack&) = delete;
  OwnStack& operator=(const OwnStack&) = delete;

  // False if OrthancPythonCallOnStack() does not support this platform.
  static bool IsSupported() { return ORTHANC_PYTHON_HAS_CALL_ON_STACK != 0; }
  // Whether the calling function runs on this stack.
  bool IsCurrent() const;
  // Runs `body` on this stack, on the same thread, even if it is the current stack already. Returns false
  // without running `body`, and logs why, if there is no memory for the stack, or if the thread has switched
  // from this stack to a third one.
  bool Run(FunctionRef body);

  StackRange Range() const { return {reinterpret_cast<uintptr_t>(start_), Size()}; }
  void* Start() const { return start_; }
  size_t Size() const { return start_ == nullptr ? 0 : kLargeStack; }

 private:
  struct Visit;
  bool Reserve();

  void* mapping_ = nullptr;                 // guard page and stack
  char* start_ = nullptr;                   // lowest usable address
  [[maybe_unused]] void* fiber_ = nullptr;  // the handle of ThreadSanitizer for this stack
  bool in_use_ = false;
};

}  // namespace orthanc_python
