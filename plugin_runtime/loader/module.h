// The Python module, opened in this process.
#pragma once

#include <filesystem>
#include <string>

#include "../startup.h"
#include "interpreter.h"

namespace orthanc_python {

struct Module {
  OrthancPythonStartFunction start = nullptr;
  OrthancPythonBeginStopFunction begin_stop = nullptr;
  OrthancPythonStopFunction stop = nullptr;
  std::string library;  // path of the open libpython
  std::string version;  // of Python, ex) "3.12.1"
  std::string error;    // why the module could not be opened; empty if it is open
};

// Opens libpython globally, for all extension modules, and then the module of the plugin. Neither is ever
// closed. Fails if the module would bind to another libpython, or if Python has already been started.
Module OpenModule(const Interpreter& interpreter, const std::filesystem::path& plugin_folder);

}  // namespace orthanc_python
