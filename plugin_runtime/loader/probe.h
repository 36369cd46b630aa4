// Asks a Python executable for its version and files.
#pragma once

#include <string>

namespace orthanc_python {

struct PythonFacts {
  std::string version;  // such as "3.12"; empty: no answer
  std::string failure;  // why there is no answer, after the path of the program
  std::string program;  // its sys.executable, ex) the Python behind a shim of pyenv
  std::string library;  // its shared libpython; empty: it has none
  bool has_gil = true;
};

// Runs describe_python.py with a program, and kills its process group once it has answered.
PythonFacts AskPython(const std::string& program);

}  // namespace orthanc_python
