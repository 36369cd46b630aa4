// The gate in front of Python: closed before the start and from the beginning of the stop.
#pragma once

#include <chrono>

namespace orthanc_python {

class Gate {
 public:
  // Lets threads of the core in, from now on.
  static void Open();
  // Refuses them, from now on; those that are inside stay there.
  static void Close();
  // Waits for those that are inside to leave, and returns how many did not in that time. The GIL must not be
  // held.
  static int WaitUntilEmpty(std::chrono::milliseconds patience);

  // One passage of a thread through the gate, for a scope.
  class Pass {
   public:
    Pass();
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    explicit operator bool() const { return admitted_; }

   private:
    bool admitted_;
  };
};

}  // namespace orthanc_python
