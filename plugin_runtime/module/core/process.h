// Distinguishes the server's process from processes that a script forked from it.
#pragma once

namespace orthanc_python {

// A fork has a copy of the server's memory, and a single thread. It can compute and log, but not call the
// core.
class ThisProcess {
 public:
  static bool IsFork() { return end_ != nullptr; }
  // Marks this process as a fork. `end` ends it like Python at the end of a script, with the current
  // exception, if any. It does not return.
  static void BecomeFork(void (*end)()) { end_ = end; }
  // Ends this process if it is a fork: its callable must not return to the server. Requires the GIL.
  static void EndIfFork() {
    if (end_ != nullptr) end_();
  }

 private:
  static inline void (*end_)() = nullptr;
};

}  // namespace orthanc_python
