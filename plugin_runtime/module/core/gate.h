// The gates between the server and Python: closed before the start and from the beginning of the stop.
#pragma once

#include <atomic>
#include <chrono>

namespace orthanc_python {

class Gate {
 public:
  // Admits threads from now on.
  void Open() { is_open_ = true; }
  // Refuses threads from now on. Those inside stay.
  void Close() { is_open_ = false; }
  bool IsOpen() const { return is_open_; }
  // The number of threads that are inside.
  int Inside() const { return inside_; }
  // Waits until fewer than `count` threads are inside, or `patience` has passed. Returns the number of
  // threads inside. Must be called without the GIL.
  int WaitUntilBelow(int count, std::chrono::milliseconds patience) const;

  // Holds one thread inside a gate for a scope, if the gate admits it.
  class Pass {
   public:
    // NULL stands for no gate, and admits every thread.
    explicit Pass(Gate* gate);
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    explicit operator bool() const { return admitted_; }

   private:
    Gate* gate_;
    bool admitted_ = true;
  };

 private:
  // Both are sequentially consistent: either the entering thread sees the closed gate, or the closing thread
  // sees the other one counted.
  std::atomic<bool> is_open_{false};
  std::atomic<int> inside_{0};
};

// Guards Python against threads of the core.
inline Gate into_python;
// Guards the core against threads that it does not know: those of the script, and the thread of the deferred
// calls. A stopping core tears down its subsystems without waiting for these threads.
inline Gate into_core;

}  // namespace orthanc_python
