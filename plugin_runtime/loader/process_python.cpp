// Opens one Python in the life of the process, and remembers what was asked for.
#include "process_python.h"

#include <optional>
#include <tuple>

#include "installation.h"
#include "interpreter.h"

namespace orthanc_python {

namespace {

using Path = std::filesystem::path;

// What a user can choose. What follows from it is not compared: the Python of a PATH, for example, may have
// been upgraded while the server runs.
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

std::optional<Provided> provided;  // like the loader, it outlives a reset

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
  // No error: that would end a server that serves, because of an option that the next start is to obey.
  if (!(request == provided->request)) {
    python.warning =
        "Another Python is configured now (\"Python.VirtualEnv\", \"Python.Library\" or VIRTUAL_ENV), but "
        "Python " +
        python.module.version + " of " + python.module.library +
        " runs in this process and stays: stop the server and start it anew to change the Python";
  }
  return python;
}

}  // namespace orthanc_python
