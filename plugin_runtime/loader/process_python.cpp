// Opens one Python per process, and remembers the request for later starts.
#include "process_python.h"

#include <optional>
#include <tuple>

#include "installation.h"
#include "interpreter.h"

namespace orthanc_python {

namespace {

using Path = std::filesystem::path;

// The user's explicit choices. Implied choices are not compared: the python3 in the PATH, for example, may
// have been upgraded while the server runs.
struct Request {
  Path environment;
  Path library;
  Path active_environment;

  bool operator==(const Request& other) const {
    return std::tie(environment, library, active_environment) ==
           std::tie(other.environment, other.library, other.active_environment);
  }
};

struct Provided {
  Request request;
  ProcessPython python;
};

std::optional<Provided> provided;  // survives a reset, like the loader

ProcessPython Open(const Configuration& configuration, const Environment& environment) {
  ProcessPython result;
  const Path folder = PluginFolder();
  const Interpreter interpreter = ChooseInterpreter(configuration, environment, folder);
  for (const std::string& flaw : interpreter.passed_over) result.notes.push_back("Passed over: " + flaw);
  result.error = interpreter.error;
  if (!result.error.empty()) return result;
  result.module = OpenModule(interpreter, folder);
  result.error = result.module.error;
  result.program = interpreter.program.empty() ? ProgramBeside(result.module.library) : interpreter.program;
  result.reason = interpreter.reason;
  return result;
}

}  // namespace

ProcessPython ProvidePython(const Configuration& configuration, const Environment& environment) {
  const Request request = {configuration.virtual_environment, configuration.library,
                           environment.virtual_environment};
  if (!provided) {
    const ProcessPython python = Open(configuration, environment);
    if (python.error.empty()) provided = Provided{request, python};
    return python;
  }
  ProcessPython python = provided->python;
  // A warning instead of an error, which would end a running server because of an option for its next start.
  if (!(request == provided->request)) {
    python.warning =
        "Another Python is configured now (\"Python.VirtualEnv\", \"Python.Library\" or VIRTUAL_ENV), but "
        "Python " +
        python.module.version + " of " + python.module.library +
        " stays in use in this process: restart the server to change the Python";
  }
  return python;
}

}  // namespace orthanc_python
