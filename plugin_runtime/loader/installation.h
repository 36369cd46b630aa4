// Where this plugin is installed, and the Python that this implies.
#pragma once

#include <filesystem>
#include <string>

namespace orthanc_python {

// Returns the folder of the loader, from which the module is found. If the loader is a link, that is the
// folder of the file behind it, provided that its module is there.
std::filesystem::path PluginFolder();

// Returns the path of the module.
std::filesystem::path ModuleFile(const std::filesystem::path& plugin_folder);

struct InstalledFor {
  std::string program;  // the Python executable; empty: the installation implies none
  std::string reason;   // why this one is used, for the log
  std::string error;    // why python.json cannot be used; empty: no error
};

// Returns the Python in the file python.json, which `orthanc-codegen build` writes beside the module. Without
// that file, returns the Python whose environment, site-packages or (Debian) dist-packages contains the
// plugin.
InstalledFor PythonOfInstallation(const std::filesystem::path& plugin_folder);

}  // namespace orthanc_python
