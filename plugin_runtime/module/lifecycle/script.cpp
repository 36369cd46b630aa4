// Runs the Python part of the life cycle: lifecycle.py and the files that it imports, embedded in this
// module.
#include "lifecycle/script.h"

#include <dlfcn.h>

#include "children_py.h"
#include "core/attachment.h"
#include "core/log_exception.h"
#include "late_py.h"
#include "lifecycle/fork.h"
#include "lifecycle_py.h"
#include "logs_py.h"
#include "messages_py.h"
#include "missing_imports_py.h"
#include "parts_py.h"
#include "pool_queues_py.h"
#include "pools_py.h"
#include "processes_py.h"
#include "python/embedded_module.h"
#include "python/python.h"
#include "python/reference.h"
#include "python/text.h"
#include "reload_py.h"
#include "uncaught_py.h"

namespace orthanc_python {

namespace {

// Makes the others importable.
constexpr EmbeddedModule kParts = {"_orthanc_parts", kPartsSource, kPartsFile};
constexpr EmbeddedModule kImportable[] = {
    {"_orthanc_children", kChildrenSource, kChildrenFile},
    {"_orthanc_late", kLateSource, kLateFile},
    {"_orthanc_lifecycle", kLifecycleSource, kLifecycleFile},
    {"_orthanc_logs", kLogsSource, kLogsFile},
    {"_orthanc_messages", kMessagesSource, kMessagesFile},
    {"_orthanc_missing_imports", kMissingImportsSource, kMissingImportsFile},
    {"_orthanc_pool_queues", kPoolQueuesSource, kPoolQueuesFile},
    {"_orthanc_pools", kPoolsSource, kPoolsFile},
    {"_orthanc_processes", kProcessesSource, kProcessesFile},
    {"_orthanc_reload", kReloadSource, kReloadFile},
    {"_orthanc_uncaught", kUncaughtSource, kUncaughtFile}};

// Makes the parts importable. Returns false with an exception.
bool InstallParts() {
  const Reference parts = kParts.Import();
  const Reference sources(parts ? PyDict_New() : nullptr);
  if (!sources) return false;
  for (const EmbeddedModule& part : kImportable) {
    const Reference entry(Py_BuildValue("(ss)", part.source, part.file));
    if (!entry || PyDict_SetItemString(sources.Get(), part.name, entry.Get()) < 0) return false;
  }
  const Reference done(PyObject_CallMethod(parts.Get(), "install", "O", sources.Get()));
  return done.Get() != nullptr;
}

// Ends a forked process, with the current exception, if any. Returns only on failure.
void EndFork();

// Returns lifecycle.py as a module. Creates it on first use.
Reference Helper() {
  const Reference name(PyUnicode_FromString("_orthanc_lifecycle"));
  Reference loaded(name ? PyImport_GetModule(name.Get()) : nullptr);
  if (loaded || PyErr_Occurred() != nullptr) return loaded;
  if (!AddForkModule(&EndFork) || !InstallParts()) return loaded;
  return Reference(PyImport_Import(name.Get()));
}

void EndFork() {
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  if (value != nullptr && traceback != nullptr) PyException_SetTraceback(value, traceback);
  const Reference helper = Helper();
  if (helper) {
    PyObject* const error = value == nullptr ? Py_None : value;
    const Reference none(PyObject_CallMethod(helper.Get(), "end_fork", "O", error));
  }
  PyErr_Print();
}

// Returns the file of this module.
const char* ModuleFile() {
  Dl_info info{};
  return dladdr(reinterpret_cast<void*>(&ModuleFile), &info) != 0 && info.dli_fname != nullptr
             ? info.dli_fname
             : "";
}

std::vector<std::string> TextsOf(PyObject* list) {
  std::vector<std::string> texts;
  const Py_ssize_t count = list == nullptr ? 0 : PyList_Size(list);
  for (Py_ssize_t i = 0; i < count; i++) {
    const Reference text(PyUnicode_AsEncodedString(PyList_GetItem(list, i), "utf-8", "replace"));
    if (text) texts.emplace_back(PyBytes_AsString(text.Get()));
  }
  return texts;
}

// Returns the script that a launcher may have loaded in its place. Keeps the current exception.
std::string LoadedFile(PyObject* helper, const char* path) {
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  const Reference file(helper == nullptr ? nullptr : PyObject_GetAttrString(helper, "loaded_file"));
  const std::string text = file ? TextOf(file.Get()) : "";
  PyErr_Restore(type, value, traceback);
  return text.empty() ? path : text;
}

}  // namespace

bool LoadScript(const char* path) {
  const Reference helper = Helper();
  const Reference text(PyUnicode_DecodeFSDefault(path));
  const Reference module(PyUnicode_DecodeFSDefault(ModuleFile()));
  const Reference error(helper && text && module
                            ? PyObject_CallMethod(helper.Get(), "load_script", "OO", text.Get(), module.Get())
                            : nullptr);
  if (error && error.Get() == Py_None) return true;
  if (error) PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.Get())), error.Get());
  LogException("The Python script " + LoadedFile(helper.Get(), path) + " could not be loaded:");
  return false;
}

std::vector<std::string> RetireScript(double seconds) {
  const Reference helper = Helper();
  const Reference names(helper ? PyObject_CallMethod(helper.Get(), "retire", "d", seconds) : nullptr);
  std::vector<std::string> texts = TextsOf(names.Get());
  if (PyErr_Occurred() != nullptr) LogException("Error while stopping Python:");
  return texts;
}

void AwaitWriters() {
  const Reference helper = Helper();
  const Reference done(helper ? PyObject_CallMethod(helper.Get(), "await_writers", nullptr) : nullptr);
  if (!done) LogException("Error while stopping Python:");
}

void LogRunningCallbacks() {
  const Reference helper = Helper();
  const Reference stacks(helper ? PyObject_CallMethod(helper.Get(), "running_callbacks", nullptr) : nullptr);
  for (const std::string& stack : TextsOf(stacks.Get())) {
    Core::LogWithGil(LogLevel::kWarning, "Orthanc stops, but a callback still runs:\n" + stack);
  }
  if (PyErr_Occurred() != nullptr) LogException("Error while looking for running callbacks:");
}

void ReviveInterpreter() {
  const Reference helper = Helper();
  const Reference done(helper ? PyObject_CallMethod(helper.Get(), "revive", nullptr) : nullptr);
  if (!done) LogException("Error while restarting Python:");
}

}  // namespace orthanc_python
