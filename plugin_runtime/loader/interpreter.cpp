// Finds the libpython and the executable that belong together.
#include "interpreter.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <sstream>
#include <system_error>
#include <thread>

#include "describe_python_py.h"

extern char** environ;

namespace orthanc_python {

namespace {

using Path = std::filesystem::path;

using Clock = std::chrono::steady_clock;

// How long a Python may take to tell what it is.
constexpr std::chrono::seconds kPatience(10);

// Reads until the writers have gone. False when some are still there in the end.
bool ReadAll(int source, Clock::time_point end, std::string* output) {
  char buffer[1024];
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd readable = {source, POLLIN, 0};
    const int ready = left > 0 ? poll(&readable, 1, static_cast<int>(left)) : 0;
    if (ready == 0) return false;
    const ssize_t count = ready < 0 ? -1 : read(source, buffer, sizeof(buffer));
    if (count == 0) return true;
    if (count > 0) output->append(buffer, static_cast<size_t>(count));
    if (count < 0 && errno != EINTR) return false;
  }
}

// Waits for a child, then ends it and all that it has started. Returns its status.
int Await(pid_t child, Clock::time_point end) {
  constexpr std::chrono::milliseconds kPause(2);
  int status = 0;
  for (bool killed = false;; std::this_thread::sleep_for(kPause)) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return -1;
    if (!killed && Clock::now() >= end) killed = kill(-child, SIGKILL) == 0;
  }
}

// Runs `program` with the text of describe_python.py and returns what it printed; empty on failure.
std::string Ask(const std::string& program) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::string();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // a group of its own
  const char* arguments[] = {program.c_str(), "-I", "-c", kDescribePythonSource, nullptr};
  pid_t child = 0;
  const int error =
      posix_spawn(&child, program.c_str(), &actions, &attributes, const_cast<char**>(arguments), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string output;
  if (error == 0) {
    const auto end = Clock::now() + kPatience;
    const bool complete = ReadAll(ends[0], end, &output);
    if (Await(child, complete ? end : Clock::now()) != 0) output.clear();
  }
  close(ends[0]);
  return output;
}

// The Python of a virtual environment, with the library that is configured or else its own.
Interpreter OfVirtualEnvironment(const Path& folder, const Path& library) {
  Interpreter result;
  result.program = folder / "bin" / "python";
  std::istringstream facts(Ask(result.program));
  std::string headers;
  std::getline(facts, result.version);
  std::getline(facts, headers);
  if (!std::getline(facts, result.library)) {
    result.error = "The Python of the virtual environment cannot be run: " + result.program;
  } else if (!library.empty()) {
    result.library = library;
  } else if (result.library == "-") {
    result.error = "The Python of the virtual environment has no shared libpython: " + result.program +
                   " (install it, or name one with the option \"Python.Library\")";
  }
  return result;
}

}  // namespace

std::string ProgramBeside(const std::string& library) {
  std::error_code ignored;
  if (std::filesystem::equivalent(library, RECORDED_LIBRARY, ignored)) return RECORDED_PROGRAM;
  const Path real = std::filesystem::canonical(library, ignored);
  std::string name = real.filename();
  const std::string prefix = "libpython";
  if (name.rfind(prefix, 0) != 0) return std::string();
  name = "python" + name.substr(prefix.size(), name.find(".so") - prefix.size());
  Path folder = real.parent_path();
  for (int level = 0; level < 2; level++) {
    folder = folder.parent_path();
    const Path program = folder / "bin" / name;
    if (std::filesystem::exists(program, ignored)) return program;
  }
  return std::string();
}

Interpreter ChooseInterpreter(const Configuration& configuration, const Environment& environment) {
  if (!configuration.virtual_environment.empty()) {
    return OfVirtualEnvironment(configuration.virtual_environment, configuration.library);
  }
  Interpreter result;
  if (!configuration.library.empty()) {
    result.library = configuration.library;
  } else if (!environment.virtual_environment.empty()) {
    result = OfVirtualEnvironment(environment.virtual_environment, Path());
    if (!result.error.empty()) result.error += "; the variable VIRTUAL_ENV names it";
  } else {
    result.library = RECORDED_LIBRARY;
    result.program = RECORDED_PROGRAM;
  }
  return result;
}

}  // namespace orthanc_python
