// The four functions that Orthanc calls: read the configuration, open Python, start the script, and stop it.
#include <orthanc/OrthancCPlugin.h>

#include <memory>
#include <optional>
#include <string>

#include "../guard.h"
#include "../startup.h"
#include "configuration.h"
#include "environment.h"
#include "log.h"
#include "memory_usage.h"
#include "module.h"
#include "process_python.h"

namespace orthanc_python {

namespace {

constexpr const char* kName = "python";

// The oldest release that offers all functions that the runtime needs.
constexpr int kOldestOrthanc[] = {1, 5, 7};

struct Plugin {
  Module module;
  std::optional<MemoryUsage> memory_usage;
};

std::unique_ptr<Plugin> plugin;

std::string Take(OrthancPluginContext* context, char* text) {
  std::string copy = text == nullptr ? "" : text;
  if (text != nullptr) OrthancPluginFreeString(context, text);
  return copy;
}

// Reads the configuration and logs its warnings.
Configuration Configure(OrthancPluginContext* context) {
  const std::string json = Take(context, OrthancPluginGetConfiguration(context));
  const std::string place = Take(context, OrthancPluginGetConfigurationPath(context));
  Configuration configuration = ReadConfiguration(json.c_str(), place);
  for (const std::string& warning : configuration.warnings) Log::Warning(warning);
  return configuration;
}

bool Fail(const std::string& message) {
  Log::Error(message);
  return false;
}

bool StartPython(OrthancPluginContext* context, const Configuration& configuration) {
  const Environment environment = ReadEnvironment();
  for (const std::string& warning : environment.warnings) Log::Warning(warning);
  const ProcessPython python = ProvidePython(configuration, environment);
  for (const std::string& note : python.notes) Log::Info(note);
  if (!python.error.empty()) return Fail(python.error);
  if (!python.warning.empty()) Log::Warning(python.warning);
  plugin->module = python.module;
  Log::Warning("Python " + python.module.version + " loads the script " + configuration.script.string());
  Log::Warning("Python is " + python.program + " with the library " + python.module.library + ", chosen by " +
               python.reason);
  const std::string script = configuration.script;
  OrthancPythonStartup startup{};
  startup.size = sizeof(startup);
  startup.context = context;
  startup.program = python.program.empty() ? nullptr : python.program.c_str();
  startup.script = script.c_str();
  startup.verbose = configuration.verbose ? 1 : 0;
  startup.worker_threads = configuration.worker_threads ? 1 : 0;
  startup.stop_timeout = configuration.stop_timeout;
  startup.http_port = configuration.http_port;
  startup.dicom_port = configuration.dicom_port;
  return plugin->module.start(&startup) == OrthancPluginErrorCode_Success;  // the module logs its errors
}

OrthancPluginErrorCode OnChange(OrthancPluginChangeType change, OrthancPluginResourceType /*level*/,
                                const char* /*resource*/) {
  if (change == OrthancPluginChangeType_OrthancStopped && plugin && plugin->module.begin_stop != nullptr) {
    plugin->module.begin_stop();
  }
  return OrthancPluginErrorCode_Success;
}

bool Initialize(OrthancPluginContext* context) {
  if (OrthancPluginCheckVersionAdvanced(context, kOldestOrthanc[0], kOldestOrthanc[1], kOldestOrthanc[2]) ==
      0) {
    return Fail("The Python plugin needs Orthanc 1.5.7 or newer, but this is " +
                std::string(context->orthancVersion));
  }
  OrthancPluginSetDescription(context, "Runs Python scripts that extend Orthanc.");
  const Configuration configuration = Configure(context);
  if (!configuration.error.empty()) return Fail(configuration.error);
  plugin = std::make_unique<Plugin>();
  if (configuration.display_memory_usage) plugin->memory_usage.emplace();
  if (configuration.script.empty()) {
    Log::Info("The Python plugin is idle, since the option \"PythonScript\" names no script");
    return true;
  }
  if (StartPython(context, configuration)) {
    // Registered after the script's callbacks: their threads may still call the core when they receive the
    // event.
    OrthancPluginRegisterOnChangeCallback(context, &OnChange);
    return true;
  }
  plugin.reset();
  return false;
}

void Finalize() {
  if (plugin && plugin->module.stop != nullptr) plugin->module.stop();
  plugin.reset();
}

template <typename Body>
void ForCore(const char* where, const Body& body) {
  Guarded(body, [&](const Thrown& thrown) { Log::Error(where, thrown); });
}

}  // namespace
}  // namespace orthanc_python

extern "C" {

ORTHANC_PLUGINS_API void OrthancPluginFinalize() {
  orthanc_python::ForCore("The Python plugin failed while stopping", &orthanc_python::Finalize);
}

ORTHANC_PLUGINS_API int32_t OrthancPluginInitialize(OrthancPluginContext* context) {
  orthanc_python::Log::UseContext(context);
  bool succeeded = false;
  orthanc_python::ForCore("The Python plugin cannot start",
                          [&] { succeeded = orthanc_python::Initialize(context); });
  if (!succeeded) OrthancPluginFinalize();  // the core does not call it for a plugin that failed
  return succeeded ? 0 : -1;
}

ORTHANC_PLUGINS_API const char* OrthancPluginGetName() {
  return orthanc_python::kName;
}

ORTHANC_PLUGINS_API const char* OrthancPluginGetVersion() {
  return PLUGIN_VERSION;
}

}  // extern "C"
