// Where this plugin is installed, and the Python that follows from it.
#pragma once

#include <filesystem>
#include <string>

namespace orthanc_python {

// The folder that holds the loader and the folder of the module.
std::filesystem::path PluginFolder();

// The module that belongs to this loader.
std::filesystem::path ModuleFile(const std::filesystem::path& plugin_folder);

struct InstalledFor {
  std::string program;  // the Python executable; empty: the installation does not tell
  std::string reason;   // why this one, for the log
  std::string error;    // why the file that names the Python cannot be used; empty: no problem
};

// The Python of the file python.json, which `orthanc-codegen build` writes beside the module. Without that
// file, the Python in whose site-packages, environment or (Debian) dist-packages the plugin lies.
InstalledFor PythonOfInstallation(const std::filesystem::path& plugin_folder);

}  // namespace orthanc_python
