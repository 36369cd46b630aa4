// Finds the files of the plugin, and derives the Python to use from them and from their location.
#include "installation.h"

#include <dlfcn.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

namespace orthanc_python {

namespace {

using Json = nlohmann::json;
using Path = std::filesystem::path;

// As built, and as installed by the wheel: at the top of site-packages, where `import orthanc` finds it.
constexpr const char* kModules[] = {"orthanc-python/orthanc.abi3.so", "../orthanc.abi3.so"};
constexpr const char* kRecord = "orthanc-python/python.json";
constexpr const char* kDebianPython = "/usr/bin/python3";

bool Exists(const Path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

bool HasModule(const Path& plugin_folder) {
  return Exists(ModuleFile(plugin_folder));
}

InstalledFor UnreadableRecord(const Path& file, int error) {
  return {"", "",
          file.string() + " cannot be read: " + strerror(error) +
              ". The user that runs the server must be able to read this file and to enter its folder"};
}

InstalledFor ReadRecord(const Path& file) {
  InstalledFor result;
  std::ifstream stream(file);
  if (!stream) return UnreadableRecord(file, errno);
  const Json record = Json::parse(stream, nullptr, false);
  const auto program = record.is_object() ? record.find("program") : record.end();
  if (program == record.end() || !program->is_string() || !Path(program->get<std::string>()).is_absolute()) {
    result.error = file.string() + R"( must hold { "program": "/path/of/python3" })";
    return result;
  }
  result.program = program->get<std::string>();
  result.reason = file;
  return result;
}

// Returns the Python that owns `folder`, if that is an environment or a folder of packages.
InstalledFor PythonOfFolder(const Path& folder) {
  if (Exists(folder / "pyvenv.cfg")) {  // even without its Python: no other one has its packages
    return {folder / "bin" / "python",
            "the virtual environment " + folder.string() + ", which contains the plugin", ""};
  }
  const Path version = folder.parent_path().filename();  // ex) python3.12
  if (version.string().rfind("python3", 0) != 0) return {};
  const std::string reason = folder.string() + ", which contains the plugin";
  if (folder.filename() == "dist-packages") return {kDebianPython, reason, ""};
  const Path prefix = folder.parent_path().parent_path().parent_path();
  const Path program = prefix / "bin" / version;
  if (folder.filename() != "site-packages" || Exists(prefix / "pyvenv.cfg") || !Exists(program)) return {};
  return {program, reason, ""};
}

}  // namespace

std::filesystem::path PluginFolder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<void*>(&PluginFolder), &info) == 0 || info.dli_fname == nullptr) return Path();
  std::error_code failed;
  const Path loader = std::filesystem::absolute(info.dli_fname, failed);
  Path folder = loader.parent_path();
  if (!std::filesystem::is_symlink(loader, failed)) return folder;
  // First behind the link, where the module is of the same build as the loader. An older copy of the plugin
  // may have left its module beside the link.
  const Path behind = std::filesystem::canonical(loader, failed).parent_path();
  return !failed && HasModule(behind) ? behind : folder;
}

std::filesystem::path ModuleFile(const std::filesystem::path& plugin_folder) {
  std::error_code failed;
  for (const char* module : kModules) {
    const Path file = std::filesystem::canonical(plugin_folder / module, failed);
    if (!failed) return file;
  }
  return plugin_folder / kModules[0];
}

InstalledFor PythonOfInstallation(const std::filesystem::path& plugin_folder) {
  const Path record = plugin_folder / kRecord;
  std::error_code failed;
  const bool recorded = std::filesystem::exists(record, failed);
  if (failed) return UnreadableRecord(record, failed.value());  // otherwise, another Python would be used
  if (recorded) return ReadRecord(record);
  for (Path folder = plugin_folder; folder.has_relative_path(); folder = folder.parent_path()) {
    const InstalledFor found = PythonOfFolder(folder);
    if (!found.program.empty()) return found;
  }
  return {};
}

}  // namespace orthanc_python
