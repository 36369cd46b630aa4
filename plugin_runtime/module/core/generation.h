// The server that a Python object belongs to. A process may have several servers, one after the other.
#pragma once

namespace orthanc_python {

// The number of servers before the current one. Guarded by the GIL.
class Generation {
 public:
  static unsigned Current() { return current_; }
  // Starts the next generation. Handles of earlier ones count as closed.
  static void Next() { current_++; }

 private:
  static inline unsigned current_ = 0;
};

// Marks an argument that belongs to the attached server, until the call ends. Converting a later argument may
// run Python, and a new server may replace the old one meanwhile: SdkCall::Begin() then refuses the call.
// Guarded by the GIL.
class ServerPin {
 public:
  ServerPin() {
    if (count_++ == 0) oldest_ = Generation::Current();
  }
  ~ServerPin() { count_--; }
  ServerPin(const ServerPin&) = delete;
  ServerPin& operator=(const ServerPin&) = delete;

  // Whether this thread has pinned any argument.
  static bool OnThisThread() { return count_ > 0; }
  // Whether the server of all arguments that this thread has pinned is still attached.
  static bool AllAreOfThisServer() { return count_ == 0 || oldest_ == Generation::Current(); }

 private:
  static thread_local unsigned count_;
  static thread_local unsigned oldest_;  // the generation of the first pin
};

}  // namespace orthanc_python
