// The environment variables of the server that concern Python.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace orthanc_python {

struct Environment {
  std::filesystem::path virtual_environment;  // the active one, ex) /home/me/.venv; empty: none
  std::vector<std::string> warnings;          // for the log: ignored variables, and why
};

// Reads the variables. Hides those that a server ignores from Python and from child processes.
Environment ReadEnvironment();

}  // namespace orthanc_python
