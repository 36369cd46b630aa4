// Turns of the core's threads in front of the GIL.
#pragma once

namespace orthanc_python {

// A thread of the core takes a turn before it waits for the GIL, and keeps it while it runs Python. So the
// threads of the core meet the GIL one by one. Many threads that wait for the GIL itself wake each other
// again and again, and need twice the processor time.
//
// The turn is a courtesy, not a lock: nothing depends on it. A thread that has waited for kPatience takes the
// turn over from its holder, which may compute, sleep or wait for the network, and queues at the GIL, which
// is fair. So a turn delays nobody longer than that. Threads that Python started take no turns.
class GilTurn {
 public:
  // Makes the calling thread take turns from now on.
  static void Join() { joined_ = true; }
  // Makes the calling thread take no turns from now on.
  static void Forget() { joined_ = false; }

  // Waits for the turn. Must be called without the GIL, before the thread waits for it.
  static void Take() {
    if (joined_) TakeTurn();
  }
  // Passes the turn on, if it was not taken over. Must be called without the GIL.
  static void Leave() {
    if (joined_) LeaveTurn();
  }

 private:
  static void TakeTurn();
  static void LeaveTurn();

  static inline thread_local bool joined_ = false;
};

}  // namespace orthanc_python
