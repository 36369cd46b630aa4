// Turns of the core's threads in front of the GIL.
#pragma once

#include <cstdint>

namespace orthanc_python {

// A thread of the core takes a turn before it waits for the GIL, and keeps it while it runs Python. So the
// threads of the core meet the GIL one by one. Many threads that wait for the GIL itself wake each other
// again and again, and need twice the processor time.
//
// The turn is a courtesy, not a lock: nothing depends on it. A thread that has waited for 2 ms, and has seen
// no turn end meanwhile, takes the turn over, because its holder may sleep or wait for the network, and waits
// for the GIL. If that takes long, too, a thread computes. The turns are then suspended for a while, and all
// threads queue at the GIL, which is fair. Waits during a suspension do not prolong it: they are long because
// of the queue. Threads that Python started take no turns.
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
  // Reports that the thread has the GIL that it has waited for since Take().
  static void Arrived() {
    if (began_ != 0) NoteWait();
  }
  // Ends the turn of the calling thread, if it has one. Must be called without the GIL.
  static void Leave() {
    if (joined_) LeaveTurn();
  }

 private:
  static void TakeTurn();
  static void NoteWait();
  static void LeaveTurn();

  static inline thread_local bool joined_ = false;
  // When the thread began to wait for the GIL without a free turn, in nanoseconds; 0 otherwise, and during
  // a suspension.
  static inline thread_local std::int64_t began_ = 0;
};

}  // namespace orthanc_python
