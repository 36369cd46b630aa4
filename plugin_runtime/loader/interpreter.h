// Which Python the plugin uses.
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
  std::string reason;                    // what chose this Python, ex) the option "Python.Library"
  std::vector<std::string> passed_over;  // Pythons that the search rejected, and why
  std::string error;                     // why there is none; empty when there is one
};

// Returns the Python named by the first of these: the options, the variable VIRTUAL_ENV, the installation of
// the plugin, the PATH, the dynamic linker. In the last two, searches for a usable Python. In the others, an
// unusable one is an error.
Interpreter ChooseInterpreter(const Configuration& configuration, const Environment& environment,
                              const std::filesystem::path& plugin_folder);

// The executable that was installed with a library, ex) /opt/bin/python3.12 with
// /opt/lib/libpython3.12.so.1.0; empty when there is none.
std::string ProgramBeside(const std::string& library);

// The oldest minor version of Python 3 that the plugin supports.
constexpr int kOldestMinor = 11;

}  // namespace orthanc_python
