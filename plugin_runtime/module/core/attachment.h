// The Orthanc core that this module is attached to: its context and its log.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

#include "guard.h"

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
  // Sets the server that receives calls. NULL detaches the module.
  static void Attach(const OrthancPluginContext* context);
  // Replaces the server in a forked process: log messages go to standard error, and all other calls fail.
  static void Disconnect();
  // Returns the context of the server, or NULL if the module is not attached to one.
  static const OrthancPluginContext* Context();
  // Returns the same context for functions of the SDK, whose parameter is not const. They don't modify it.
  static OrthancPluginContext* MutableContext();
  // Returns the number of attachments so far. It distinguishes servers whose contexts have the same address.
  // Attach() increments it before it sets the context, so read it after the context.
  static unsigned Attachments();
  // Whether the server has that release or a newer one. A build without a version number counts as the
  // newest.
  static bool Has(const Release& release);
  // Writes to the server's log, or to standard error if there is no server. Does not require the GIL.
  static void Log(LogLevel level, const char* message) noexcept;
  // Also escapes control characters, except newlines and tabs.
  static void Log(LogLevel level, const std::string& message) noexcept;
  // Does the same for a thread that holds the GIL. Releases the GIL meanwhile, since the log may be a pipe
  // that blocks.
  static void LogWithGil(LogLevel level, const std::string& message) noexcept;
  // Logs a C++ exception and where it was caught.
  static void Log(const char* where, const Thrown& thrown) noexcept;
};

}  // namespace orthanc_python
