// Opens libpython and the module, to which the loader must not be linked.
#include "module.h"

#include <dlfcn.h>

#include <cstdio>
#include <string>

#include "installation.h"
#include "loaded_libraries.h"

namespace orthanc_python {

namespace {

template <typename Function>
Function Find(void* library, const char* name) {
  return reinterpret_cast<Function>(dlsym(library, name));
}

// Reads the version of a libpython into `module`. Returns an error message, or an empty string.
std::string CheckVersion(const std::string& text, const Interpreter& interpreter, Module* module) {
  const std::string version = text.substr(0, text.find(' '));  // of "3.12.1 (main, ...) [GCC 12.2.0]"
  module->version = version;
  int major = 0;
  int minor = 0;
  std::sscanf(version.c_str(), "%d.%d", &major, &minor);
  if (major != 3 || minor < kOldestMinor) {
    return interpreter.library + " is Python " + version + ", but the plugin needs Python 3.11 or newer";
  }
  if (text.find("free-threading") != std::string::npos) {
    return interpreter.library + " is a free-threaded Python, but the plugin needs one with a GIL";
  }
  const std::string found = std::to_string(major) + "." + std::to_string(minor);
  if (!interpreter.version.empty() && interpreter.version != found) {
    return "Option \"Python.Library\" names Python " + found + ", but the virtual environment is of Python " +
           interpreter.version;
  }
  return std::string();
}

// Checks which libpython the module would bind to: the first one that was opened globally in the process. It
// must be the one whose version was checked and whose packages are used.
std::string CheckBinding(const void* get_version, const Interpreter& interpreter, const Module& module) {
  if (get_version == dlsym(RTLD_DEFAULT, "Py_GetVersion")) return std::string();
  const std::string others = OtherPlugins();
  return "The plugin must run in " + module.library + " (chosen by " + interpreter.reason +
         "), but this process has already opened another Python globally: " + GlobalPython() +
         ". Either LD_PRELOAD or a plugin that is loaded earlier has opened it" +
         (others.empty() ? "" : " (" + others + ")") +
         R"(: remove that one, or name its libpython with the option "Python.Library")";
}

// Opens libpython. Returns an error message, or an empty string.
std::string OpenPython(const Interpreter& interpreter, Module* module) {
  // Global, so that extension modules such as numpy find Python's symbols.
  void* const python = dlopen(interpreter.library.c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (python == nullptr) {
    return "Python could not be opened: " + std::string(dlerror()) +
           " (the option \"Python.Library\" can name another libpython)";
  }
  const auto get_version = Find<const char* (*)()>(python, "Py_GetVersion");
  if (get_version == nullptr) return interpreter.library + " is not a libpython";
  Dl_info info{};
  module->library = dladdr(reinterpret_cast<void*>(get_version), &info) != 0 && info.dli_fname != nullptr
                        ? info.dli_fname
                        : interpreter.library;
  const std::string flaw = CheckVersion(get_version(), interpreter, module);
  return flaw.empty() ? CheckBinding(reinterpret_cast<void*>(get_version), interpreter, *module) : flaw;
}

// Returns an error message if Python has already been started. A process has one interpreter, with the
// packages, signal handlers and main thread of the code that started it.
std::string CheckNobodyStartedPython() {
  const std::string started = StartedPython();
  if (started.empty()) return std::string();
  const std::string others = OtherPlugins();
  return "Python was already started in this process, by another plugin" +
         (others.empty() ? "" : ": " + others) + ". It runs in " + started +
         ". Only one plugin of a server can run Python: remove one of them from the option \"Plugins\"";
}

}  // namespace

Module OpenModule(const Interpreter& interpreter, const std::filesystem::path& plugin_folder) {
  Module module;
  module.error = CheckNobodyStartedPython();
  if (module.error.empty()) module.error = OpenPython(interpreter, &module);
  if (!module.error.empty()) return module;
  const std::filesystem::path path = ModuleFile(plugin_folder);
  void* const opened = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr) {
    module.error = "The module of the Python plugin could not be opened: " + std::string(dlerror());
    return module;
  }
  module.start = Find<OrthancPythonStartFunction>(opened, ORTHANC_PYTHON_START);
  module.begin_stop = Find<OrthancPythonBeginStopFunction>(opened, ORTHANC_PYTHON_BEGIN_STOP);
  module.stop = Find<OrthancPythonStopFunction>(opened, ORTHANC_PYTHON_STOP);
  if (module.start == nullptr || module.begin_stop == nullptr || module.stop == nullptr) {
    module.error = path.string() + " is not the module of this Python plugin";
  }
  return module;
}

}  // namespace orthanc_python
