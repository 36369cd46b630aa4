// The Orthanc core that this module is attached to: its context, its log, and one call into it.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

#include "../guard.h"
#include "gate.h"
#include "python.h"

namespace orthanc_python {

// A release of Orthanc, or of its SDK.
struct Release {
  int major;
  int minor;
  int revision;
};

enum class LogLevel { kInfo, kWarning, kError };

class Core {
 public:
  // Names the server that calls go to, or with NULL that there is none (any more).
  static void Attach(const OrthancPluginContext* context);
  // Replaces the server, in a process that was forked from it: log messages go to standard error, and every
  // other call is refused.
  static void Disconnect();
  // The context of the server, or NULL where the module is not attached to one.
  static const OrthancPluginContext* Context();
  // Whether the server is of that release or newer; a build that has no number counts as the newest.
  static bool Has(const Release& release);
  // Writes to the server's log, or to standard error where there is no server. Needs no GIL.
  static void Log(LogLevel level, const char* message) noexcept;
  // The same. Escapes control characters except newlines and tabs.
  static void Log(LogLevel level, const std::string& message) noexcept;
  // The same for a thread that holds the GIL. Releases the GIL meanwhile, since the log may be a pipe that
  // blocks.
  static void LogWithGil(LogLevel level, const std::string& message) noexcept;
  // Logs an exception of C++ and where it was caught.
  static void Log(const char* where, const Thrown& thrown) noexcept;
};

// One call into the core: gives the SDK's inline function a context that records what the core answered,
// so that the error of a function that returns nothing, or NULL, is not lost.
class SdkCall {
 public:
  SdkCall();
  SdkCall(const SdkCall&) = delete;
  SdkCall& operator=(const SdkCall&) = delete;

  // Whether a server is attached that waits for this thread.
  bool IsServed() const;
  // False with a Python exception set when no server is attached, or when it stops and this thread is none
  // that it waits for. The GIL must be held.
  bool Begin() const;
  // The same for a function that the core has since `needed` only.
  bool Begin(const char* function, const Release& needed) const;
  // Whether callbacks can be registered now; false with a Python exception set otherwise. The core may hold
  // the lock of a registry while it calls a callback that stands there, and would wait for itself. Callbacks
  // of other threads are waited for, a while.
  bool MayRegister(const char* function, unsigned registry) const;
  // The context to pass to the SDK's function.
  OrthancPluginContext* Context() { return &context_; }
  // Notes the error code that an SDK function returned.
  void Returned(OrthancPluginErrorCode status) { status_ = status; }
  // True when the core answered success; otherwise a Python exception is set. The GIL must be held.
  bool Succeeded() const;

 private:
  static OrthancPluginErrorCode Invoke(OrthancPluginContext* context, _OrthancPluginService service,
                                       const void* parameters);

  OrthancPluginContext context_;  // first, so that Invoke() finds the call from its context
  Gate::Pass pass_;
  unsigned attachment_;  // identifies the server that the call is for
  OrthancPluginErrorCode status_ = OrthancPluginErrorCode_Success;
};

}  // namespace orthanc_python
