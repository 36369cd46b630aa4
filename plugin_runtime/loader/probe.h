// Asks a Python executable for its version and files.
#pragma once

#include <string>

namespace orthanc_python {

struct PythonFacts {
  std::string version;  // such as "3.12"; empty: the program gave no answer
  std::string program;  // its sys.executable, ex) not the shim of pyenv that was run
  std::string library;  // its shared libpython; empty: it has none
  bool has_gil = true;
};

// Runs a program with describe_python.py. Kills it and its process group once it has answered.
PythonFacts AskPython(const std::string& program);

}  // namespace orthanc_python
