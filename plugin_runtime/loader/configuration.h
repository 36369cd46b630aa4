// The plugin's options in the server's configuration.
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
  int stop_timeout = 0;  // in seconds; 0: not configured
  int http_port = 8042;  // of Orthanc, with its defaults
  int dicom_port = 4242;
  std::vector<std::string> warnings;  // for the log; they don't prevent the start
  std::string error;                  // why the plugin cannot start; empty when it can
};

// Reads the configuration from its JSON. `place` is the path of the configuration file or folder, or empty.
Configuration ReadConfiguration(const char* json, const std::filesystem::path& place);

}  // namespace orthanc_python
