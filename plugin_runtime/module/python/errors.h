// Converts error codes to Python exceptions, and Python exceptions to error codes and text.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

#include "python/enum_class.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// OrthancPluginErrorCode_NullPointer, which headers before SDK 1.2.0 do not declare.
inline constexpr auto kNullPointer = static_cast<OrthancPluginErrorCode>(35);

// Creates orthanc.OrthancException and adds it to the module. `codes` is the enumeration of its codes. False
// with an exception set on failure.
bool CreateExceptionType(PyObject* module, const EnumClass& codes);

// Raises OrthancException(code, description).
void RaiseError(OrthancPluginErrorCode code, const char* description);

// Saves the current exception, if any, and restores it at the end of the scope. For destructors: functions
// that they call may run Python, which must neither see nor clear the exception. Requires the GIL.
class ExceptionAside {
 public:
  ExceptionAside() { PyErr_Fetch(&type_, &value_, &traceback_); }
  ~ExceptionAside() { PyErr_Restore(type_, value_, traceback_); }
  ExceptionAside(const ExceptionAside&) = delete;
  ExceptionAside& operator=(const ExceptionAside&) = delete;

 private:
  PyObject* type_ = nullptr;
  PyObject* value_ = nullptr;
  PyObject* traceback_ = nullptr;
};

// A Python exception as an error code and text.
struct Failure {
  // The code of an OrthancException; OrthancPluginErrorCode_Plugin for any other exception.
  OrthancPluginErrorCode code;
  // The traceback and message, as `traceback.format_exception` formats them.
  std::string text;
};

// Returns the current exception and clears it. Treats SystemExit and KeyboardInterrupt like any other
// exception. Requires the GIL.
Failure TakeFailure();

// An exception that a call-scoped callback raised, kept until the call into the core returns. Guarded by the
// GIL.
class PendingException {
 public:
  // Clears the current exception and returns its error code. Keeps the exception if it is the first.
  OrthancPluginErrorCode Take();
  // Raises the kept exception. Returns false if there is none.
  bool Raise();

 private:
  Reference type_;
  Reference value_;
  Reference traceback_;
};

}  // namespace orthanc_python
