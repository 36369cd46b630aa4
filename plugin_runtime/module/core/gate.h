// The gates between the server and Python: closed before the start and from the beginning of the stop.
#pragma once

#include <atomic>
#include <chrono>

namespace orthanc_python {

class Gate {
 public:
  // Admits threads from now on.
  void Open() { state_ |= kOpen; }
  // Refuses threads from now on. Those inside stay.
  void Close() { state_ &= ~kOpen; }
  bool IsOpen() const { return (state_ & kOpen) != 0; }
  // The number of threads that are inside. It only falls while the gate is closed: SpendOn() of StopPatience
  // relies on that.
  int Inside() const { return static_cast<int>(state_ / kThread); }
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
    bool admitted_;
  };

 private:
  static constexpr unsigned kOpen = 1;
  static constexpr unsigned kThread = 2;

  bool Admit();
  void Leave() { state_ -= kThread; }

  // kOpen if the gate is open, plus kThread for each thread inside. One number, so that a refused thread
  // never counts as inside.
  std::atomic<unsigned> state_{0};
};

// Guards Python against threads of the core.
inline Gate into_python;
// Guards the core against threads that it does not know: those of the script, and the thread of the deferred
// calls. A stopping core tears down its subsystems without waiting for these threads.
inline Gate into_core;

}  // namespace orthanc_python
