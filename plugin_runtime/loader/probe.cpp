// Runs a Python in its own process group and reads the facts that describe_python.py prints.
#include "probe.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstring>

#include <cerrno>
#include <chrono>
#include <sstream>
#include <vector>

#include "describe_python_py.h"

namespace orthanc_python {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience(10);
constexpr size_t kMost = size_t{1} << 20;  // bytes; the description needs less than one thousandth
constexpr int kPause = 10;                 // milliseconds between two checks of a process that prints nothing
constexpr const char* kPrefix = "orthanc-python: ";
constexpr const char* kEnd = "\northanc-python: end ";

// Appends the available content of a non-blocking pipe. Reads little more than kMost bytes in all.
void ReadAvailable(int source, std::string* output) {
  char buffer[1024];
  while (output->size() < kMost) {
    const ssize_t count = read(source, buffer, sizeof(buffer));
    if (count > 0) output->append(buffer, static_cast<size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) return;
  }
}

// Whether a child has ended. Does not reap it, so that its process ID stays valid. If SIGCHLD is ignored, the
// kernel reaps it, and waitid() fails with ECHILD.
bool HasEnded(pid_t child) {
  siginfo_t info{};
  if (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0)
    return errno == ECHILD;
  return info.si_pid == child;
}

// The output of a program up to the end of its answer, or why there is no answer.
struct Answer {
  std::string text;
  std::string failure;
};

Answer CannotRun(int error) {
  return {"", std::string(" cannot be run: ") + strerror(error)};
}

// Reads until the answer is complete or the child has ended. Does not wait for the end of the pipe: a process
// that a sitecustomize has started may hold it open.
Answer ReadAnswer(pid_t child, int source) {
  const auto deadline = Clock::now() + kPatience;
  std::string output;
  while (Clock::now() < deadline) {
    const bool ended = HasEnded(child);  // checked first: after its end, nothing more is written
    ReadAvailable(source, &output);
    if (output.find(kEnd) != std::string::npos) return {output, ""};
    if (ended) return {"", " cannot be run, or is not a Python"};
    pollfd readable = {source, POLLIN, 0};
    poll(&readable, 1, kPause);
    if ((readable.revents & POLLIN) == 0 && readable.revents != 0)
      usleep(kPause * 1000);  // closed: poll() no longer waits
  }
  return {"", " gave no answer within " + std::to_string(kPatience.count()) + " seconds"};
}

// Returns the environment without LD_PRELOAD: a libpython there would replace the program's own.
std::vector<char*> CleanEnvironment() {
  constexpr const char* kPreload = "LD_PRELOAD=";
  std::vector<char*> result;
  for (char** variable = environ; *variable != nullptr; variable++) {
    if (strncmp(*variable, kPreload, strlen(kPreload)) != 0) result.push_back(*variable);
  }
  result.push_back(nullptr);
  return result;
}

// Starts a program that writes to `target`. Returns 0, or the number of the error.
int Spawn(const std::string& program, int target, pid_t* child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, target, STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  sigset_t
      defaults;  // if SIGCHLD stayed ignored, a sitecustomize could not wait for processes that it starts
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGCHLD);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  const char* arguments[] = {program.c_str(), "-I", "-c", kDescribePythonSource, nullptr};
  const int error = posix_spawn(child, program.c_str(), &actions, &attributes, const_cast<char**>(arguments),
                                CleanEnvironment().data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

Answer Ask(const std::string& program) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return CannotRun(errno);
  pid_t child = 0;
  const int error = Spawn(program, ends[1], &child);
  close(ends[1]);
  Answer answer;
  if (error == 0) {
    fcntl(ends[0], F_SETFL, O_NONBLOCK);  // of this end only
    answer = ReadAnswer(child, ends[0]);
    kill(-child, SIGKILL);
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) continue;
  } else {
    answer = CannotRun(error);
  }
  close(ends[0]);
  return answer;
}

}  // namespace

PythonFacts AskPython(const std::string& program) {
  PythonFacts facts;
  const Answer answer = Ask(program);
  facts.failure = answer.failure;
  std::istringstream lines(answer.text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(kPrefix, 0) != 0) continue;
    const size_t name = strlen(kPrefix);
    const size_t space = line.find(' ', name);
    if (space == std::string::npos) continue;
    const std::string fact = line.substr(name, space - name);
    const std::string value = line.substr(space + 1);
    if (fact == "version") facts.version = value;
    if (fact == "program") facts.program = value;
    if (fact == "library") facts.library = value;
    if (fact == "gil") facts.has_gil = value != "no";
  }
  return facts;
}

}  // namespace orthanc_python
