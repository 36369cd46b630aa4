// A stack of its own for Python, on threads of the core whose stack is too small for it.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "call_on_stack.h"
#include "entry.h"

namespace orthanc_python {

// What the stack of Python has: as much as the main thread of an ordinary process.
constexpr size_t kLargeStack = size_t{8} << 20;
// What a thread must have left for Python to run on the stack that it came with.
constexpr size_t kEnoughStack = size_t{1} << 20;

// The memory of a stack.
struct StackRange {
  uintptr_t lowest = 0;
  size_t size = 0;  // 0: not known

  // How many bytes are left on it for the calling function; 0 where that runs on another stack.
  size_t Left() const;
  // Whether the calling function may call Python once more: calls of the core inside calls of Python, inside
  // calls of the core, must end before the stack does. True where it runs on another stack.
  bool HasRoom() const;
};

// The stack that the calling thread was started with.
StackRange ThreadStack();

// A second stack for one thread, reserved when it is first needed and given back with the object.
class OwnStack {
 public:
  OwnStack() = default;
  ~OwnStack();
  OwnStack(const OwnStack&) = delete;
  OwnStack& operator=(const OwnStack&) = delete;

  // False if OrthancPythonCallOnStack() does not support this platform.
  static bool IsSupported() { return ORTHANC_PYTHON_HAS_CALL_ON_STACK != 0; }
  // True when the calling function runs on this stack.
  bool IsCurrent() const;
  // Runs `body` on this stack, on the same thread, also when it is the current one already.
  // False, having run nothing and logged why, when there is no memory for the stack, or when the thread has
  // left it in the middle of something for a third stack.
  bool Run(FunctionRef body);

  StackRange Range() const { return {reinterpret_cast<uintptr_t>(start_), Size()}; }
  void* Start() const { return start_; }
  size_t Size() const { return start_ == nullptr ? 0 : kLargeStack; }

 private:
  struct Visit;
  bool Reserve();

  void* mapping_ = nullptr;  // guard page and stack
  char* start_ = nullptr;    // lowest usable address
  void* fiber_ = nullptr;    // what the thread sanitizer calls this stack
  bool in_use_ = false;
};

}  // namespace orthanc_python
