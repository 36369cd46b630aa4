// The choice of the Python that the plugin uses.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configuration.h"
#include "environment.h"

namespace orthanc_python {

struct Interpreter {
  std::string library;                   // the libpython to open
  std::string program;                   // the executable whose packages are used; empty: Python's choice
  std::string version;                   // such as "3.12"; empty: known only once the library is open
  std::string reason;                    // what selected this Python, ex) the option "Python.Library"
  std::vector<std::string> passed_over;  // rejected Pythons, and why
  std::string error;                     // why no Python was found; empty if one was
};

// Returns the Python that the first of these names: the options, the variable VIRTUAL_ENV, the installation
// of the plugin, the PATH, the dynamic linker. The last two are searched for a usable Python. If one of the
// others names an unusable Python, that is an error.
Interpreter ChooseInterpreter(const Configuration& configuration, const Environment& environment,
                              const std::filesystem::path& plugin_folder);

// Returns the executable that was installed with a library, ex) /opt/bin/python3.12 for
// /opt/lib/libpython3.12.so.1.0. Empty if there is none.
std::string ProgramBeside(const std::string& library);

// The oldest minor version of Python 3 that the plugin supports.
constexpr int kOldestMinor = 11;

}  // namespace orthanc_python
