// The Orthanc core that this module is attached to: its context, its log, and one call into it.
#include "core.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <thread>
#include <tuple>
#include <type_traits>

#include "entry.h"
#include "errors.h"
#include "fork.h"
#include "gil.h"
#include "handles.h"
#include "text.h"
#include "worker.h"

namespace orthanc_python {
namespace {

std::atomic<const OrthancPluginContext*> attached{nullptr};
std::atomic<unsigned> attachments{0};  // so far: two servers may have a context at the same address

OrthancPluginContext disconnected;

// How long a registration waits for callbacks that run.
constexpr std::chrono::seconds kPatienceToRegister(3);
constexpr std::chrono::milliseconds kPause(1);

// The SDK's functions take a context that is not const, but change nothing in it.
OrthancPluginContext* Mutable(const OrthancPluginContext* context) {
  return const_cast<OrthancPluginContext*>(context);
}

// What the core throws would end the process in the C code of Python: its own errors come as codes, but
// std::bad_alloc and its like come as they are.
OrthancPluginErrorCode InvokeCore(OrthancPluginContext* core, _OrthancPluginService service,
                                  const void* parameters) {
  auto status = OrthancPluginErrorCode_InternalError;
  const auto invoke = [&] { status = core->InvokeService(core, service, parameters); };
  const auto guarded = [&] {
    Guarded(invoke, [](const Thrown& thrown) {
      Core::Log("Orthanc failed inside a call of the Python plugin", thrown);
    });
  };
  Worker::RunOnOwner(guarded);
  return status;
}

void WriteLog(OrthancPluginContext* core, LogLevel level, const char* text) {
  switch (level) {
    case LogLevel::kInfo:
      OrthancPluginLogInfo(core, text);
      break;
    case LogLevel::kWarning:
      OrthancPluginLogWarning(core, text);
      break;
    case LogLevel::kError:
      OrthancPluginLogError(core, text);
      break;
  }
}

// Writes a line like those of Orthanc's log. One write(), since other processes write there too.
void WriteToStandardError(char level, const char* message) {
  const std::string line = std::string(1, level) + " process " + std::to_string(getpid()) + "] " +
                           (message == nullptr ? "" : message) + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // a failure cannot be reported anywhere
}

// What some releases of the SDK lack.
#ifdef ORTHANC_PLUGINS_VERSION_IS_ABOVE
#if ORTHANC_PLUGINS_VERSION_IS_ABOVE(1, 12, 4)
#define ORTHANC_PYTHON_HAS_LOG_MESSAGE
#endif
#endif

#ifdef ORTHANC_PYTHON_HAS_LOG_MESSAGE
void WriteToStandardError(const _OrthancPluginLogMessage& line) {
  constexpr char kLevels[] = {'E', 'W', 'I', 'T'};
  const auto level = static_cast<std::size_t>(line.level);
  WriteToStandardError(level < std::size(kLevels) ? kLevels[level] : 'I', line.message);
}
#endif

// The InvokeService of a disconnected core.
OrthancPluginErrorCode ServeDisconnected(OrthancPluginContext* /*context*/, _OrthancPluginService service,
                                         const void* parameters) {
  const auto* text = static_cast<const char*>(parameters);
  switch (service) {
    case _OrthancPluginService_LogInfo:
      WriteToStandardError('I', text);
      return OrthancPluginErrorCode_Success;
    case _OrthancPluginService_LogWarning:
      WriteToStandardError('W', text);
      return OrthancPluginErrorCode_Success;
    case _OrthancPluginService_LogError:
      WriteToStandardError('E', text);
      return OrthancPluginErrorCode_Success;
#ifdef ORTHANC_PYTHON_HAS_LOG_MESSAGE
    case _OrthancPluginService_LogMessage:
      WriteToStandardError(*static_cast<const _OrthancPluginLogMessage*>(parameters));
      return OrthancPluginErrorCode_Success;
#endif
    default:
      return OrthancPluginErrorCode_BadSequenceOfCalls;
  }
}

}  // namespace

void Core::Attach(const OrthancPluginContext* context) {
  attachments++;
  attached.store(context);
}

void Core::Disconnect() {
  const OrthancPluginContext* const server = Context();
  if (server == nullptr) return;
  disconnected = *server;
  disconnected.InvokeService = &ServeDisconnected;
  attached.store(&disconnected);
}

const OrthancPluginContext* Core::Context() {
  return attached.load();
}

bool Core::Has(const Release& release) {
  const OrthancPluginContext* context = Context();
  if (context == nullptr || context->orthancVersion == nullptr) return false;
  Release own = {};
  const int numbers = std::sscanf(context->orthancVersion, "%d.%d.%d", &own.major, &own.minor, &own.revision);
  if (numbers != 3) return true;  // ex) "mainline"
  return std::tie(own.major, own.minor, own.revision) >=
         std::tie(release.major, release.minor, release.revision);
}

void Core::Log(LogLevel level, const char* message) noexcept {
  OrthancPluginContext* context = Mutable(Context());
  const auto write = [&] { WriteLog(context, level, message); };
  if (context == nullptr || !Guarded(write, [](const Thrown&) {})) std::fprintf(stderr, "%s\n", message);
}

void Core::Log(LogLevel level, const std::string& message) noexcept {
  Guarded([&] { Log(level, WithoutControls(message, "\n\t").c_str()); },
          [&](const Thrown& thrown) { Log("A message could not be logged", thrown); });
}

void Core::LogWithGil(LogLevel level, const std::string& message) noexcept {
  const GilRelease unlocked;
  Log(level, message);
}

void Core::Log(const char* where, const Thrown& thrown) noexcept {
  Log(LogLevel::kError, ThrownLine(where, thrown).Text());
}

SdkCall::SdkCall() : pass_(CoreWaits::OnThisThread() ? nullptr : &into_core), attachment_(attachments) {
  const OrthancPluginContext* context = Core::Context();
  if (context == nullptr) {
    std::memset(&context_, 0, sizeof(context_));
  } else {
    context_ = *context;
  }
  context_.InvokeService = &SdkCall::Invoke;
}

OrthancPluginErrorCode SdkCall::Invoke(OrthancPluginContext* context, _OrthancPluginService service,
                                       const void* parameters) {
  static_assert(std::is_standard_layout_v<SdkCall>, "a pointer to the call is one to its context");
  auto* call = reinterpret_cast<SdkCall*>(context);
  // The server may have gone since Begin(): the core frees nothing of ours, so there is nothing else to undo.
  OrthancPluginContext* core = Mutable(Core::Context());
  // Attach() counts before it sets the context, so read the count after the context.
  if (call->attachment_ != attachments) core = nullptr;
  const OrthancPluginErrorCode status =
      core == nullptr ? OrthancPluginErrorCode_BadSequenceOfCalls : InvokeCore(core, service, parameters);
  if (call->status_ == OrthancPluginErrorCode_Success) call->status_ = status;  // the first error tells why
  return status;
}

bool SdkCall::IsServed() const {
  return pass_ && Core::Context() != nullptr;
}

bool SdkCall::Begin() const {
  if (Core::Context() == nullptr) {
    RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
               "this call needs a running Orthanc server: load the script with the Python plugin");
    return false;
  }
  if (!ServerPin::AllAreOfThisServer()) {
    RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
               "the server stopped while the arguments were converted: call again with those of the new one");
    return false;
  }
  if (pass_) return true;
  RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
             "Orthanc is stopping: it takes calls from its own callbacks only, none from other threads");
  return false;
}

bool SdkCall::Begin(const char* function, const Release& needed) const {
  if (!Begin()) return false;
  if (Core::Has(needed)) return true;
  const std::string release = std::to_string(needed.major) + "." + std::to_string(needed.minor) + "." +
                              std::to_string(needed.revision);
  const OrthancPluginContext* context = Core::Context();
  const char* own = context == nullptr ? nullptr : context->orthancVersion;
  const std::string message = std::string("orthanc.") + function + "() needs Orthanc " + release +
                              ", this is " + (own == nullptr ? "of no known release" : own);
  RaiseError(OrthancPluginErrorCode_NotImplemented, message.c_str());
  return false;
}

bool SdkCall::MayRegister(const char* function, unsigned registry) const {
  const char* reason = "from within a callback of the same kind, or while one waits for this thread";
  if (Fork::IsThis()) return true;  // the disconnected core refuses the call
  if (!CoreWaits::OnThisThread(registry)) {
    const GilRelease unlocked;
    const auto end = std::chrono::steady_clock::now() + kPatienceToRegister;
    while (CoreWaits::Anywhere(registry) && std::chrono::steady_clock::now() < end)
      std::this_thread::sleep_for(kPause);
    if (!CoreWaits::Anywhere(registry)) reason = nullptr;
  }
  if (reason == nullptr) return true;
  PyErr_Format(PyExc_RuntimeError,
               "orthanc.%s(): callbacks cannot be registered %s: Orthanc may hold the lock that this needs; "
               "register them when the script is loaded",
               function, reason);
  return false;
}

bool SdkCall::Succeeded() const {
  if (status_ == OrthancPluginErrorCode_Success) return true;
  RaiseError(status_);
  return false;
}

}  // namespace orthanc_python

// Some functions of the SDK ask the plugin for its name; the one that Orthanc asks is the loader's.
extern "C" const char* OrthancPluginGetName() {
  return "python";
}
