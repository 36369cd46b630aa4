// The log of the server that loads the plugin.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

namespace orthanc_python {

class Log {
 public:
  static void UseContext(OrthancPluginContext* context);
  static void Info(const std::string& message);
  static void Warning(const std::string& message);
  static void Error(const std::string& message);
};

}  // namespace orthanc_python
