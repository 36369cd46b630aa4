// The log of the server that loads the plugin.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

#include "../guard.h"

namespace orthanc_python {

class Log {
 public:
  static void UseContext(OrthancPluginContext* context);
  static void Info(const std::string& message);
  static void Warning(const std::string& message);
  static void Error(const std::string& message);
  // Logs a C++ exception and where it was caught.
  static void Error(const char* where, const Thrown& thrown);
};

}  // namespace orthanc_python
