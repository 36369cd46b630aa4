// Asks a Python program what it is.
#pragma once

#include <string>

namespace orthanc_python {

struct PythonFacts {
  std::string version;  // such as "3.12"; empty: the program gave no answer
  std::string program;  // the executable as it names itself, ex) not the script of pyenv that chooses one
  std::string library;  // its shared libpython; empty: it has none
  bool has_gil = true;
};

// Runs a program with describe_python.py. Ends it, and the processes it has started, once it has answered.
PythonFacts AskPython(const std::string& program);

}  // namespace orthanc_python
