// Inspects the shared libraries that are loaded in this process.
#include "loaded_libraries.h"

#include <dlfcn.h>
#include <link.h>

#include <vector>

#include "../guard.h"

namespace orthanc_python {

namespace {

std::string FileOf(const void* symbol) {
  Dl_info info{};
  if (symbol == nullptr || dladdr(symbol, &info) == 0 || info.dli_fname == nullptr) return std::string();
  return info.dli_fname;
}

int AddName(dl_phdr_info* library, size_t /*size*/, void* names) {
  const auto add = [&] {
    // Skips the program itself, whose name is empty. It is not a plugin, and its symbols are global.
    if (*library->dlpi_name != '\0')
      static_cast<std::vector<std::string>*>(names)->emplace_back(library->dlpi_name);
  };
  return Guarded(add, [](const Thrown&) {}) ? 0 : 1;
}

std::vector<std::string> LibraryFiles() {
  std::vector<std::string> names;
  dl_iterate_phdr(&AddName, &names);  // dlopen() must not be called from AddName()
  return names;
}

// Returns a symbol that a loaded library, or one of its dependencies, defines. NULL if none does.
void* FindIn(const std::string& file, const char* symbol) {
  void* const library = dlopen(file.c_str(), RTLD_LAZY | RTLD_NOLOAD);
  if (library == nullptr) return nullptr;
  void* const found = dlsym(library, symbol);
  dlclose(library);  // only drops our reference: others keep it open
  return found;
}

bool IsStarted(void* is_initialized) {
  return is_initialized != nullptr && reinterpret_cast<int (*)()>(is_initialized)() != 0;
}

}  // namespace

std::string GlobalPython() {
  return FileOf(dlsym(RTLD_DEFAULT, "Py_GetVersion"));
}

std::string StartedPython() {
  void* const global = dlsym(RTLD_DEFAULT, "Py_IsInitialized");
  if (IsStarted(global)) return FileOf(global);
  for (const std::string& file : LibraryFiles()) {
    if (file.find("libpython") == std::string::npos) continue;
    if (IsStarted(FindIn(file, "Py_IsInitialized"))) return file;
  }
  return std::string();
}

std::string OtherPlugins() {
  constexpr const char* kInitialize = "OrthancPluginInitialize";
  const std::string own = FileOf(reinterpret_cast<const void*>(&OtherPlugins));
  std::string all;
  std::string with_python;
  for (const std::string& file : LibraryFiles()) {
    if (file == own || FileOf(FindIn(file, kInitialize)) != file) continue;
    const auto name = reinterpret_cast<const char* (*)()>(FindIn(file, "OrthancPluginGetName"));
    const std::string plugin = std::string(name == nullptr ? "?" : name()) + " (" + file + ")";
    all += (all.empty() ? "" : ", ") + plugin;
    if (FindIn(file, "Py_GetVersion") != nullptr) with_python += (with_python.empty() ? "" : ", ") + plugin;
  }
  return with_python.empty() ? all : with_python;
}

}  // namespace orthanc_python
