// Reads the options PythonScript and PythonVerbose and the section Python, and locates the files that they
// name.
#include "configuration.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <system_error>

namespace orthanc_python {

namespace {

using Json = nlohmann::json;
using Path = std::filesystem::path;

constexpr const char* kSection = "Python";

// An option and its name, as messages show it.
struct Option {
  const Json* value = nullptr;
  std::string name;
};

class Reader {
 public:
  Reader(const Json& root, const Path& place) : root_(root) {
    std::error_code ignored;
    if (!place.empty()) {
      folders_.push_back(std::filesystem::is_directory(place, ignored)
                             ? std::filesystem::absolute(place, ignored)
                             : std::filesystem::absolute(place, ignored).parent_path());
    }
    const Path working = std::filesystem::current_path(ignored);
    if (!working.empty() && std::find(folders_.begin(), folders_.end(), working) == folders_.end()) {
      folders_.push_back(working);
    }
  }

  Configuration Read() {
    WarnOfUnknownOptions();
    ReadSection();
    ReadScript(Find("Path", "PythonScript"));
    ReadFlag(Find("Verbose", "PythonVerbose"), &result_.verbose);
    ReadFlag(Find("DisplayMemoryUsage", nullptr), &result_.display_memory_usage);
    ReadFlag(Find("WorkerThreads", nullptr), &result_.worker_threads);
    ReadSeconds(Find("StopTimeout", nullptr), &result_.stop_timeout);
    bool allow_threads = false;
    const Option threads = Find("AllowThreads", nullptr);
    if (threads.value != nullptr && ReadFlag(threads, &allow_threads)) {
      result_.warnings.push_back(
          "Option " + threads.name +
          " is not needed: Python threads run during every call into Orthanc that can wait");
    }
    ReadLibrary(Find("Library", nullptr));
    ReadEnvironment(Find("VirtualEnv", nullptr));
    ReadPort("HttpPort", &result_.http_port);
    ReadPort("DicomPort", &result_.dicom_port);
    return result_;
  }

 private:
  // Records an error. Only the first one is reported.
  bool Fail(const std::string& message) {
    if (result_.error.empty()) result_.error = message;
    return false;
  }

  bool WrongType(const Option& option, const char* expected) {
    return Fail("Option " + option.name + " must be " + expected + ", but is " + option.value->dump());
  }

  // Warns of options at the top level that begin like those of the plugin but do not exist.
  void WarnOfUnknownOptions() {
    static constexpr const char* kKnown[] = {kSection, "PythonScript", "PythonVerbose"};
    for (const auto& [key, value] : root_.items()) {
      if (key.rfind(kSection, 0) == 0) WarnUnlessKnown(key, key, "the plugin", kKnown);
    }
  }

  template <std::size_t kCount>
  void WarnUnlessKnown(const std::string& key, const std::string& full_name, const char* owner,
                       const char* const (&known)[kCount]) {
    if (std::find(std::begin(known), std::end(known), key) != std::end(known)) return;
    std::string names;
    for (const char* name : known) names += (names.empty() ? "" : ", ") + std::string(name);
    result_.warnings.push_back("Option \"" + full_name + "\" is unknown and ignored; " + owner +
                               " has: " + names);
  }

  void ReadSection() {
    static const Json kNone = Json::object();
    section_ = &kNone;
    const auto found = root_.find(kSection);
    if (found == root_.end()) return;
    if (!found->is_object()) {
      WrongType({&*found, "\"Python\""}, "a section: { ... }");
      return;
    }
    section_ = &*found;
    static constexpr const char* kKnown[] = {"Path",    "Verbose",    "DisplayMemoryUsage", "AllowThreads",
                                             "Library", "VirtualEnv", "WorkerThreads",      "StopTimeout"};
    for (const auto& [key, value] : section_->items()) {
      if (key == "Requirements") {
        result_.warnings.emplace_back(
            "Option \"Python.Requirements\" is ignored: the server installs no packages. Install them into "
            "the "
            "Python of the script: python -m pip install -r FILE");
      } else {
        WarnUnlessKnown(key, "Python." + key, "the section", kKnown);
      }
    }
  }

  // Returns an option of the section, or else the one at the top level.
  Option Find(const char* in_section, const char* at_top) {
    Option top;
    if (at_top != nullptr) {
      const auto found = root_.find(at_top);
      if (found != root_.end()) top = {&*found, "\"" + std::string(at_top) + "\""};
    }
    const auto found = section_->find(in_section);
    if (found == section_->end()) return top;
    const Option option = {&*found, "\"Python." + std::string(in_section) + "\""};
    if (top.value != nullptr && *top.value != *option.value) {
      result_.warnings.push_back("Option " + top.name + " is ignored, since " + option.name + " is set");
    }
    return option;
  }

  bool ReadFlag(const Option& option, bool* target) {
    if (option.value == nullptr) return true;
    if (!option.value->is_boolean()) return WrongType(option, "true or false");
    *target = option.value->get<bool>();
    return true;
  }

  bool ReadSeconds(const Option& option, int* target) {
    if (option.value == nullptr) return true;
    constexpr int kMost = 86400;
    const char* const expected = "a number of seconds from 1 to 86400";
    if (!option.value->is_number_integer()) return WrongType(option, expected);
    const auto seconds = option.value->get<std::int64_t>();
    if (seconds < 1 || seconds > kMost) return WrongType(option, expected);
    *target = static_cast<int>(seconds);
    return true;
  }

  // Reads an option of Orthanc, which checks it.
  void ReadPort(const char* name, int* target) {
    const auto found = root_.find(name);
    if (found != root_.end() && found->is_number_integer()) *target = found->get<int>();
  }

  bool ReadText(const Option& option, const char* expected, std::string* target) {
    if (option.value == nullptr) return true;
    if (!option.value->is_string()) return WrongType(option, expected);
    *target = option.value->get<std::string>();
    return true;
  }

  // Returns the file or folder that an option names. Returns an empty path, with the error set, if there is
  // none.
  template <typename Test>
  Path Locate(const Option& option, const Path& named, const char* what, Test is_right) {
    std::vector<Path> candidates;
    if (named.is_absolute()) candidates.push_back(named);
    for (const Path& folder : folders_) {
      if (!named.is_absolute()) candidates.push_back((folder / named).lexically_normal());
    }
    std::string looked;
    for (const Path& candidate : candidates) {
      if (is_right(candidate)) return candidate;
      looked += (looked.empty() ? "" : ", ") + candidate.string();
    }
    Fail("Option " + option.name + ": there is no such " + what + ": " + looked);
    return Path();
  }

  void ReadScript(const Option& option) {
    std::string text;
    if (!ReadText(option, "the path of a Python script", &text) || text.empty()) return;
    const Path named(text);
    if (named.extension() != ".py") {
      Fail("Option " + option.name + " must be the path of a Python script that ends in .py, but is \"" +
           text + "\"");
      return;
    }
    result_.script = Locate(option, named, "Python script", [](const Path& path) {
      std::error_code ignored;
      return std::filesystem::is_regular_file(path, ignored);
    });
  }

  void ReadLibrary(const Option& option) {
    std::string text;
    if (!ReadText(option, "the path of a shared libpython", &text) || text.empty()) return;
    const Path named(text);
    // The dynamic linker looks up a bare name.
    result_.library =
        !named.has_parent_path() ? named : Locate(option, named, "library", [](const Path& path) {
          std::error_code ignored;
          return std::filesystem::is_regular_file(path, ignored);
        });
  }

  void ReadEnvironment(const Option& option) {
    std::string text;
    if (!ReadText(option, "the folder of a virtual environment", &text) || text.empty()) return;
    result_.virtual_environment =
        Locate(option, text, "virtual environment (with bin/python)", [](const Path& path) {
          std::error_code ignored;
          return std::filesystem::exists(path / "bin" / "python", ignored);
        });
  }

  const Json& root_;
  const Json* section_ = nullptr;
  std::vector<Path> folders_;
  Configuration result_;
};

}  // namespace

Configuration ReadConfiguration(const char* json, const std::filesystem::path& place) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) {
    Configuration failed;
    failed.error = "The configuration of Orthanc could not be read";
    return failed;
  }
  return Reader(root, place).Read();
}

}  // namespace orthanc_python
