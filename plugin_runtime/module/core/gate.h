// The gates between the server and Python, which count the threads inside and can refuse others.
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

// Guards Python against threads of the core. Open from the start of Python, before the script is loaded,
// until the stop has made the deferred calls. Closed in a forked process.
inline Gate into_python;
// Guards the core against threads that it does not know: those of the script, and the thread of the deferred
// calls. A stopping core tears down its subsystems without waiting for these threads. Open from the
// attachment of the core until the core announces its stop, and again while the core waits for callables that
// receive this event later (AwaitDeferredCalls() in callbacks/call.cpp). Open in a forked process, where the
// disconnected core refuses calls.
inline Gate into_core;

}  // namespace orthanc_python
