// What the environment variables of the server say about Python.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace orthanc_python {

struct Environment {
  std::filesystem::path virtual_environment;  // the one that is active, ex) /home/me/.venv; empty: none
  std::vector<std::string> warnings;          // what is not taken, and why
};

// Reads the variables. What a server takes from none of them is hidden from Python and from its processes.
Environment ReadEnvironment();

}  // namespace orthanc_python
