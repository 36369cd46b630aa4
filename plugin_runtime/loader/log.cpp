// Writes to the server's log through the SDK.
#include "log.h"

namespace orthanc_python {

namespace {
OrthancPluginContext* server = nullptr;
}

void Log::UseContext(OrthancPluginContext* context) {
  server = context;
}

void Log::Info(const std::string& message) {
  OrthancPluginLogInfo(server, message.c_str());
}

void Log::Warning(const std::string& message) {
  OrthancPluginLogWarning(server, message.c_str());
}

void Log::Error(const std::string& message) {
  OrthancPluginLogError(server, message.c_str());
}

void Log::Error(const char* where, const Thrown& thrown) {
  const ThrownLine line(where, thrown);
  Guarded([&] { OrthancPluginLogError(server, line.Text()); }, [](const Thrown&) {});
}

}  // namespace orthanc_python
