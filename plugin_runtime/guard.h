// Stops C++ exceptions where C code calls C++.
#pragma once

#include <cxxabi.h>

#include <cstdio>
#include <exception>
#include <new>

namespace orthanc_python {

// An exception that was caught.
struct Thrown {
  const char* what;        // valid until the handler returns
  bool is_lack_of_memory;  // std::bad_alloc or a class derived from it
};

// A line for the log. Allocates nothing, since the exception may report a lack of memory.
class ThrownLine {
 public:
  ThrownLine(const char* where, const Thrown& thrown) {
    std::snprintf(text_, sizeof(text_), "%s: %s", where, thrown.what);
    // The message may quote a client, which must not be able to forge a line of the log.
    for (char* at = text_; *at != '\0'; at++) {
      if (static_cast<unsigned char>(*at) < ' ' || *at == '\x7f') *at = ' ';
    }
  }
  const char* Text() const { return text_; }

 private:
  char text_[500] = {};
};

// Runs `body`. If it throws, calls `handle(Thrown)` and returns false. A handler must not throw. The forced
// unwind of pthread_exit() passes through, since a handler that swallows it aborts the process.
template <typename Body, typename Handler>
bool Guarded(const Body& body, const Handler& handle) {
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
