// What the server's configuration says about the plugin.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace orthanc_python {

struct Configuration {
  std::filesystem::path script;               // absolute; empty: none, the plugin idles
  std::filesystem::path library;              // the libpython to use; empty: not configured
  std::filesystem::path virtual_environment;  // absolute; empty: not configured
  bool verbose = false;
  bool display_memory_usage = false;
  bool worker_threads = false;
  int stop_timeout = 0;               // in seconds; 0: not configured
  std::vector<std::string> warnings;  // what is to be logged, but stops nothing
  std::string error;                  // why the plugin cannot start; empty when it can
};

// Reads the configuration from its JSON. `place` is the configuration file or folder; it may be empty.
Configuration ReadConfiguration(const char* json, const std::filesystem::path& place);

}  // namespace orthanc_python
