// Errors both ways: error codes of the core as Python exceptions, Python exceptions as error codes and log
// lines.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

#include "python.h"
#include "reference.h"

namespace orthanc_python {

class EnumClass;

// OrthancPluginErrorCode_NullPointer, which headers before SDK 1.2.0 do not declare.
inline constexpr auto kNullPointer = static_cast<OrthancPluginErrorCode>(35);

// Makes orthanc.OrthancException and adds it to the module; `codes` gives its codes their names. False with
// an exception set on failure.
bool CreateExceptionType(PyObject* module, const EnumClass& codes);

// Raises OrthancException(code, description). `description` is the core's own text when it is NULL.
void RaiseError(OrthancPluginErrorCode code, const char* description = nullptr);

// Puts the exception that is set, if there is one, aside for a scope. For destructors: what they call may run
// Python, which must neither see nor lose it. The GIL must be held.
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

// Takes the Python exception that is set, formats it with its traceback as `traceback.format_exception` does,
// and clears it. SystemExit and KeyboardInterrupt are exceptions like any other here. The GIL must be held.
std::string TakeTraceback();

// An exception of a callback that waits for the end of the call during which the core made the callback.
// Guarded by the GIL.
class PendingException {
 public:
  // Takes the exception that is set, unless an earlier one waits, and returns the error code that it carries.
  OrthancPluginErrorCode Take();
  // Raises what waits. False when nothing does.
  bool Raise();

 private:
  Reference type_;
  Reference value_;
  Reference traceback_;
};

// Logs the exception that is set, with its traceback indented below a line that says where it happened;
// clears it and returns the error code that it carries: that of an OrthancException, otherwise
// OrthancPluginErrorCode_Plugin. Requires the GIL, and releases it while the core writes.
OrthancPluginErrorCode LogException(const std::string& where);

}  // namespace orthanc_python
