// Reads VIRTUAL_ENV, and hides variables that would make a server depend on the user and the folder that
// started it. Changes the environment of the process: safe during the start, before any thread of Python
// reads it.
#include "environment.h"

#include <cstdlib>

#include <sstream>
#include <system_error>

namespace orthanc_python {

namespace {

using Path = std::filesystem::path;

std::string Get(const char* name) {
  const char* value = getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Path ActiveVirtualEnvironment(std::vector<std::string>* warnings) {
  Path folder = Get("VIRTUAL_ENV");
  std::error_code ignored;
  if (folder.empty()) return Path();
  if (folder.is_absolute() && std::filesystem::exists(folder / "bin" / "python", ignored)) return folder;
  warnings->push_back("The variable VIRTUAL_ENV is ignored, since it names no virtual environment: " +
                      folder.string());
  return Path();
}

// The library and its standard library must match: Python ends the process if PYTHONHOME belongs to another
// one.
void HideHome(std::vector<std::string>* warnings) {
  const std::string home = Get("PYTHONHOME");
  if (home.empty()) return;
  unsetenv("PYTHONHOME");
  warnings->push_back("The variable PYTHONHOME is ignored (" + home +
                      "): the options \"Python.Library\" and \"Python.VirtualEnv\" choose the Python");
}

// Keeps only absolute folders: relative and empty entries refer to the working directory.
void HideRelativePlaces(std::vector<std::string>* warnings) {
  const std::string places = Get("PYTHONPATH");
  std::istringstream rest(places);
  std::string kept;
  bool all = places.empty() || places.back() != ':';
  for (std::string place; std::getline(rest, place, ':');) {
    if (Path(place).is_absolute()) {
      kept += (kept.empty() ? "" : ":") + place;
    } else {
      all = false;
    }
  }
  if (all) return;
  setenv("PYTHONPATH", kept.c_str(), 1);
  warnings->push_back("Only absolute folders of the variable PYTHONPATH are used: \"" + kept + "\" of \"" +
                      places + "\"");
}

}  // namespace

Environment ReadEnvironment() {
  Environment result;
  result.virtual_environment = ActiveVirtualEnvironment(&result.warnings);
  HideHome(&result.warnings);
  HideRelativePlaces(&result.warnings);
  return result;
}

}  // namespace orthanc_python
