// Reads VIRTUAL_ENV, and keeps from Python what would make a server depend on who started it, and where.
// The variables that it changes are its own; this is at the start, before threads of Python's could read
// them.
#include "environment.h"

#include <stdlib.h>

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
  const Path folder = Get("VIRTUAL_ENV");
  std::error_code ignored;
  if (folder.empty()) return Path();
  if (folder.is_absolute() && std::filesystem::exists(folder / "bin" / "python", ignored)) return folder;
  warnings->push_back("The variable VIRTUAL_ENV is ignored, since it names no virtual environment: " +
                      folder.string());
  return Path();
}

// The library and its packages belong together; a PYTHONHOME for another Python ends the process.
void HideHome(std::vector<std::string>* warnings) {
  const std::string home = Get("PYTHONHOME");
  if (home.empty()) return;
  unsetenv("PYTHONHOME");
  warnings->push_back("The variable PYTHONHOME is ignored (" + home +
                      "): the options \"Python.Library\" and \"Python.VirtualEnv\" choose the Python");
}

// Leaves the absolute places only: others, and empty ones, would be the working directory or below it.
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
