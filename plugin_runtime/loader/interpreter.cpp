// Finds a libpython and the executable that belongs to it.
#include "interpreter.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <system_error>

#include "installation.h"
#include "probe.h"

namespace orthanc_python {

namespace {

using Path = std::filesystem::path;

constexpr int kNewestMinor = 40;  // the first minor version that OfDynamicLinker() tries
constexpr const char* kAdvice = R"(set the option "Python.VirtualEnv" or "Python.Library")";

// Returns why a Python cannot be used, for a message that begins with its path. Empty if it can be used.
std::string FlawOf(const PythonFacts& facts, bool needs_library) {
  int major = 0;
  int minor = 0;
  if (facts.version.empty())
    return facts.failure.empty() ? " cannot be run, or is not a Python" : facts.failure;
  std::sscanf(facts.version.c_str(), "%d.%d", &major, &minor);
  if (major != 3 || minor < kOldestMinor) {
    return " is Python " + facts.version + ", but the plugin needs Python 3.11 or newer";
  }
  if (!facts.has_gil) return " is a free-threaded Python, but the plugin needs one with a GIL";
  if (needs_library && facts.library.empty()) {
    return " has no shared libpython: install it (Debian: apt-get install libpython" + facts.version +
           "; pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install " + facts.version + ")";
  }
  return std::string();
}

// Returns why the packages of a virtual environment are not found: an upgrade of the system may have replaced
// the Python behind it, ex) Debian's 3.11 by 3.13. Empty if they are found, or if the program is of no
// environment.
std::string FlawOfEnvironment(const Path& program, const std::string& version) {
  const Path environment = program.parent_path().parent_path();
  const Path packages = environment / "lib" / ("python" + version);
  std::error_code failed;
  if (!std::filesystem::exists(environment / "pyvenv.cfg", failed)) return std::string();
  if (std::filesystem::exists(packages, failed) || failed) return std::string();
  return " is Python " + version +
         ", but its virtual environment has packages of another version only, since " + packages.string() +
         " does not exist: make the environment again";
}

// Returns the Python of an executable, with the configured library or its own.
Interpreter OfProgram(const std::string& program, const std::string& reason, const Path& library = Path()) {
  Interpreter result;
  const PythonFacts facts = AskPython(program);
  std::string flaw = FlawOf(facts, library.empty());
  if (flaw.empty()) flaw = FlawOfEnvironment(program, facts.version);
  if (!flaw.empty()) {
    result.error = program + flaw;
    return result;
  }
  result.program = facts.program.empty() ? program : facts.program;
  result.library = library.empty() ? facts.library : library.string();
  result.version = facts.version;
  result.reason = reason;
  return result;
}

// Like OfProgram(), for an explicit choice: the error names the option or variable that made it.
Interpreter Chosen(const std::string& program, const std::string& reason, const Path& library = Path()) {
  Interpreter result = OfProgram(program, reason, library);
  if (!result.error.empty()) {
    result.error += " (chosen by " + reason + "). To use another Python, " + kAdvice;
  }
  return result;
}

// Returns the first usable python3 in the PATH. Its library is empty if there is none.
Interpreter OfPath(std::vector<std::string>* passed_over) {
  const char* path = getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  std::error_code ignored;
  for (std::string folder; std::getline(folders, folder, ':');) {
    const Path program = Path(folder) / "python3";
    if (!program.is_absolute() || !std::filesystem::exists(program, ignored)) continue;
    Interpreter found = OfProgram(program, "the variable PATH, which contains " + program.string());
    if (found.error.empty()) return found;
    passed_over->push_back(found.error);
  }
  return Interpreter();
}

// Returns the newest libpython that the dynamic linker finds by name. Its library is empty if there is none.
Interpreter OfDynamicLinker() {
  Interpreter result;
  for (int minor = kNewestMinor; minor >= kOldestMinor; minor--) {
    const std::string name = "libpython3." + std::to_string(minor) + ".so.1.0";
    void* const library = dlopen(name.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) continue;
    dlclose(library);
    result.library = name;
    result.reason = "the dynamic linker, as its newest libpython";
    break;
  }
  return result;
}

Interpreter Search() {
  std::vector<std::string> passed_over;
  Interpreter result = OfPath(&passed_over);
  if (result.library.empty()) result = OfDynamicLinker();
  if (result.library.empty()) {
    result.error =
        "Found no Python 3.11 or newer with a shared libpython: neither a python3 in the PATH nor one that "
        "the dynamic linker finds. Install one (Debian: apt-get install python3 libpython3-dev), or ";
    result.error += kAdvice;
    for (const std::string& flaw : passed_over) result.error += ". Not suitable: " + flaw;
  }
  result.passed_over = std::move(passed_over);
  return result;
}

}  // namespace

std::string ProgramBeside(const std::string& library) {
  std::error_code ignored;
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

Interpreter ChooseInterpreter(const Configuration& configuration, const Environment& environment,
                              const std::filesystem::path& plugin_folder) {
  const Path executable = Path("bin") / "python";
  if (!configuration.virtual_environment.empty()) {
    return Chosen(configuration.virtual_environment / executable, R"(the option "Python.VirtualEnv")",
                  configuration.library);
  }
  if (!configuration.library.empty()) {
    Interpreter result;
    result.library = configuration.library;
    result.reason = R"(the option "Python.Library")";
    return result;
  }
  if (!environment.virtual_environment.empty()) {
    return Chosen(environment.virtual_environment / executable, "the variable VIRTUAL_ENV");
  }
  const InstalledFor installed = PythonOfInstallation(plugin_folder);
  if (!installed.error.empty()) {
    Interpreter result;
    result.error = installed.error;
    return result;
  }
  return installed.program.empty() ? Search() : Chosen(installed.program, installed.reason);
}

}  // namespace orthanc_python
