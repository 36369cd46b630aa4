// The gates between the server and Python: closed before the start and from the beginning of the stop.
#pragma once

#include <atomic>
#include <chrono>

namespace orthanc_python {

class Gate {
 public:
  // Lets threads in, from now on.
  void Open() { is_open_ = true; }
  // Refuses them, from now on; those that are inside stay there.
  void Close() { is_open_ = false; }
  bool IsOpen() const { return is_open_; }
  // The number of threads that are inside.
  int Inside() const { return inside_; }
  // Waits until fewer than `count` threads are inside, or the time is over. Returns how many are inside then.
  // The GIL must not be held.
  int WaitUntilBelow(int count, std::chrono::milliseconds patience) const;

  // One passage of a thread through a gate, for a scope.
  class Pass {
   public:
    // NULL is no gate: free passage.
    explicit Pass(Gate* gate);
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    explicit operator bool() const { return admitted_; }

   private:
    Gate* gate_;
    bool admitted_;
  };

 private:
  // Both are sequentially consistent: either the thread that enters sees the closed gate, or the one that
  // closed it sees the thread counted.
  std::atomic<bool> is_open_{false};
  std::atomic<int> inside_{0};
};

// In front of Python, for threads of the core.
inline Gate into_python;
// In front of the core, for threads that it does not know: those of the script, and that of the deferred
// calls. It takes the parts of a stopping server down without asking whether they are still in there.
inline Gate into_core;

}  // namespace orthanc_python
