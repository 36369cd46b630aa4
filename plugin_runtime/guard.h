// Where C code calls C++: no exception gets past.
#pragma once

#include <cxxabi.h>

#include <cstdio>
#include <exception>
#include <new>

namespace orthanc_python {

// What was thrown.
struct Thrown {
  const char* what;        // lives as long as the exception: for the length of a handler
  bool is_lack_of_memory;  // std::bad_alloc and its like
};

// A line for the log, made without memory, which may be what lacks.
class ThrownLine {
 public:
  ThrownLine(const char* where, const Thrown& thrown) {
    std::snprintf(text_, sizeof(text_), "%s: %s", where, thrown.what);
    // The message may quote a client, who must not be able to forge a line of the log.
    for (char* at = text_; *at != '\0'; at++) {
      if (static_cast<unsigned char>(*at) < ' ' || *at == '\x7f') *at = ' ';
    }
  }
  const char* Text() const { return text_; }

 private:
  char text_[500];
};

// Runs `body`, and `handle(Thrown)` when an exception comes out of it. False when one did. A handler must not
// throw. The end of the thread (pthread_exit) is none that anybody may stop, and passes.
template <typename Body, typename Handler>
bool Guarded(Body&& body, Handler&& handle) {
  try {
    body();
    return true;
  } catch (const std::bad_alloc& error) {
    handle(Thrown{error.what(), true});
  } catch (const std::exception& error) {
    handle(Thrown{error.what(), false});
  } catch (abi::__forced_unwind&) {
    throw;
  } catch (...) {
    handle(Thrown{"an exception of an unknown type", false});
  }
  return false;
}

}  // namespace orthanc_python
