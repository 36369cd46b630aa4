// Reports callbacks that delay a stop of the server.
#pragma once

namespace orthanc_python {

// Watches a stop that has begun. After some seconds, logs the stacks of callbacks that still run, since the
// core waits for them without a limit.
class StopWatcher {
 public:
  static void Begin();
  static void End();
};

}  // namespace orthanc_python
