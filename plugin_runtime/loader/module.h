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
  std::string library;  // the libpython that is open, with its path
  std::string version;  // of Python: "3.12.1"
  std::string error;    // why it could not be opened; empty when it is open
};

// Opens libpython for every extension module to see, then the module of the plugin. Neither is ever closed.
// Fails where the module would run in another Python than that, or in one that somebody else has started.
Module OpenModule(const Interpreter& interpreter, const std::filesystem::path& plugin_folder);

}  // namespace orthanc_python
