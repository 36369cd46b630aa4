// The Orthanc core that this module is attached to: its context and its log.
#include "core/attachment.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>

#include "python/gil.h"
#include "python/text.h"

namespace orthanc_python {
namespace {

std::atomic<const OrthancPluginContext*> attached{nullptr};
std::atomic<unsigned> attachments{0};
// The release of the attached server as a number that compares like it; 0 if there is none.
std::atomic<std::uint64_t> attached_rank{0};

constexpr std::uint64_t kNewest = UINT64_MAX;
constexpr int kMost = (1 << 20) - 1;  // 20 bits for each part

constexpr std::uint64_t RankOf(const Release& release) {
  const auto part = [](int number) { return static_cast<std::uint64_t>(std::clamp(number, 0, kMost)); };
  return 1 + (part(release.major) << 40 | part(release.minor) << 20 | part(release.revision));
}

std::uint64_t RankOf(const OrthancPluginContext* context) {
  if (context == nullptr || context->orthancVersion == nullptr) return 0;
  Release own = {};
  const int numbers = std::sscanf(context->orthancVersion, "%d.%d.%d", &own.major, &own.minor, &own.revision);
  return numbers == 3 ? RankOf(own) : kNewest;  // ex) "mainline"
}

OrthancPluginContext disconnected;

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

// Writes a line in the format of Orthanc's log. One write(), since other processes write there too.
void WriteToStandardError(char level, const char* message) {
  const std::string line = std::string(1, level) + " process " + std::to_string(getpid()) + "] " +
                           (message == nullptr ? "" : message) + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // a failure cannot be reported anywhere
}

// LogMessage is declared from SDK 1.12.4 on.
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
  attached_rank = RankOf(context);
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

OrthancPluginContext* Core::MutableContext() {
  return const_cast<OrthancPluginContext*>(Context());
}

unsigned Core::Attachments() {
  return attachments.load();
}

bool Core::Has(const Release& release) {
  return attached_rank >= RankOf(release);
}

void Core::Log(LogLevel level, const char* message) noexcept {
  OrthancPluginContext* context = MutableContext();
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

}  // namespace orthanc_python
