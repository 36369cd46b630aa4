// Configures and starts the interpreter, with the newest functions that this Python has.
//
// In the stable ABI of 3.11, these functions are missing or deprecated, so they are looked up by name.
#include "lifecycle/interpreter.h"

#include <dlfcn.h>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "python/python.h"

PyMODINIT_FUNC PyInit_orthanc();

namespace orthanc_python {

namespace {

template <typename Function>
Function Find(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

// Servers often run in the C locale, in which Python would decode text as ASCII. `python3` switches to UTF-8
// there, too.
bool WantsUtf8() {
  const char* wish = getenv("PYTHONUTF8");
  return wish == nullptr || strcmp(wish, "0") != 0;
}

// PyInitConfig, from CPython 3.14 on. It returns errors, where the older functions end the process.
class InitConfig {
 public:
  InitConfig() {
    if (create_ != nullptr) config_ = create_();
  }
  ~InitConfig() {
    if (config_ != nullptr) free_(config_);
  }
  InitConfig(const InitConfig&) = delete;
  InitConfig& operator=(const InitConfig&) = delete;
  explicit operator bool() const { return config_ != nullptr; }

  std::string Start(const OrthancPythonStartup& startup) {
    // The default is an isolated configuration; scripts expect an ordinary one.
    Set("use_environment", 1);
    Set("isolated", 0);
    Set("user_site_directory", 1);
    Set("configure_locale", 1);
    Set("safe_path",
        0);  // Python would pass it on to processes of the script; sys.path omits the working directory
             // anyway
    Set("utf8_mode", WantsUtf8() ? 1 : 0);
    Set("install_signal_handlers", 0);
    if (startup.verbose != 0) Set("verbose", 1);
    if (startup.program != nullptr) succeeded_ &= set_text_(config_, "program_name", startup.program) == 0;
    if (succeeded_ && initialize_(config_) == 0) return std::string();
    const char* reason = nullptr;
    return get_error_(config_, &reason) == 1 ? reason : "unknown reason";
  }

 private:
  using Config = void;

  void Set(const char* name, int64_t value) { succeeded_ &= set_integer_(config_, name, value) == 0; }

  Config* (*create_)() = Find<Config* (*)()>("PyInitConfig_Create");
  void (*free_)(Config*) = Find<void (*)(Config*)>("PyInitConfig_Free");
  int (*set_integer_)(Config*, const char*,
                      int64_t) = Find<int (*)(Config*, const char*, int64_t)>("PyInitConfig_SetInt");
  int (*set_text_)(Config*, const char*,
                   const char*) = Find<int (*)(Config*, const char*, const char*)>("PyInitConfig_SetStr");
  int (*get_error_)(Config*, const char**) = Find<int (*)(Config*, const char**)>("PyInitConfig_GetError");
  int (*initialize_)(Config*) = Find<int (*)(Config*)>("Py_InitializeFromInitConfig");
  Config* config_ = nullptr;
  bool succeeded_ = true;
};

// Decodes a path for the older functions. Py_DecodeLocale() ignores the UTF-8 mode before Python is started.
std::wstring Decode(const char* path) {
  std::wstring decoded(strlen(path) + 1, L'\0');
  auto length = static_cast<std::size_t>(-1);
  const locale_t utf8 = WantsUtf8() ? newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{}) : locale_t{};
  if (utf8 != locale_t{}) {
    const locale_t before = uselocale(utf8);
    length = mbstowcs(decoded.data(), path, decoded.size());
    uselocale(before);
    freelocale(utf8);
  }
  if (length == static_cast<std::size_t>(-1)) {  // not valid UTF-8, or UTF-8 is disabled
    wchar_t* const text = Py_DecodeLocale(path, &length);
    if (text == nullptr) return std::wstring();
    decoded.assign(text, length);  // leaks one path: the stable ABI of 3.11 cannot free it
  }
  decoded.resize(length);
  return decoded;
}

// CPython 3.11 to 3.13: global settings, read by Py_InitializeEx().
std::string StartWithGlobals(const OrthancPythonStartup& startup) {
  if (startup.program != nullptr) {
    const auto set_program_name = Find<void (*)(const wchar_t*)>("Py_SetProgramName");
    static const std::wstring kProgram = Decode(startup.program);  // Python may keep the pointer
    if (set_program_name == nullptr || kProgram.empty()) return "the name of its program cannot be set";
    set_program_name(kProgram.c_str());
  }
  if (int* flag = Find<int*>("Py_UTF8Mode"); flag != nullptr) *flag = WantsUtf8() ? 1 : 0;
  if (int* flag = Find<int*>("Py_VerboseFlag"); flag != nullptr && startup.verbose != 0) *flag = 1;
  Py_InitializeEx(0);
  return Py_IsInitialized() != 0 ? std::string() : "unknown reason";
}

}  // namespace

std::string StartInterpreter(const OrthancPythonStartup& startup) {
  // Ignores SIGPIPE, like `python`. Orthanc does so too, but only after the script may have started
  // processes.
  struct sigaction action = {};
  if (sigaction(SIGPIPE, nullptr, &action) == 0 && action.sa_handler == SIG_DFL) signal(SIGPIPE, SIG_IGN);
  if (PyImport_AppendInittab("orthanc", &PyInit_orthanc) != 0) return "no memory";
  InitConfig config;
  return config ? config.Start(startup) : StartWithGlobals(startup);
}

}  // namespace orthanc_python
