// Logs Python exceptions through the core.
#include "core/log_exception.h"

#include "core/attachment.h"
#include "python/errors.h"

namespace orthanc_python {
namespace {

// Indents every line: a message may quote a client, which must not be able to forge a line of the log.
std::string Indented(const std::string& text) {
  std::string result;
  bool begins_line = true;
  for (const char character : text) {
    if (begins_line && character != '\n') result += "  ";
    result += character;
    begins_line = character == '\n';
  }
  return result;
}

}  // namespace

OrthancPluginErrorCode LogException(const std::string& where) {
  const Failure failure = TakeFailure();
  Core::LogWithGil(LogLevel::kError, where + "\n" + Indented(failure.text));
  return failure.code;
}

}  // namespace orthanc_python
