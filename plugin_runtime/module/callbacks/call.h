// A call of a Python callable by the core.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <array>
#include <cstddef>
#include <string>

#include "callbacks/payload.h"
#include "callbacks/slots.h"
#include "convert/argument_name.h"
#include "python/errors.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A call of a Python callable. It fails if one of its arguments could not be created.
class CallbackCall {
 public:
  // The generated code asserts that no callback has more.
  static constexpr std::size_t kMostArguments = 12;

  // `subject` describes the object of the call, such as a URI, for the log.
  CallbackCall(const CallbackSlot& slot, const char* subject);
  // Calls a method of a payload, or the payload itself if `method` is "". An optional method that is missing
  // returns None.
  CallbackCall(const void* payload, const char* method, bool optional, const char* subject);

  // Sets the payload that the callable receives as an argument. If an earlier call for it has failed
  // silently, this one fails too.
  void About(const void* payload) { payload_ = Payload::Of(payload); }
  // Add an argument: first the positional ones. Steal the reference; NULL, with an exception set, makes the
  // call fail. `name` must be a string literal.
  void Positional(PyObject* value);
  void Keyword(const char* name, PyObject* value);
  // Makes the call, and awaits the result if it is an awaitable. Returns an empty reference, with an
  // exception set, on failure.
  Reference Run();
  // Returns bytes that the core reads in place: the previous result if this reader (a bit) has not read it
  // yet, otherwise the result of a new call. NULL with an exception set on failure.
  const Payload::KeptBytes* RunKept(const char* name, unsigned reader);
  // Returns the memory that the method provides to the core.
  Payload::KeptBytes* Kept() const { return payload_->KeptAs(method_); }
  // Returns the name of the return value, or of one of several, for messages.
  ArgumentName Answer(const char* name) const { return {registrar_, name, true}; }
  // Unpacks a tuple of return values: borrowed references, NULL for missing ones at the end. If only the
  // first one is required, it may be returned without a tuple. False with an exception set if the values
  // don't match.
  bool Unpack(PyObject* answer, Py_ssize_t required, Py_ssize_t count, PyObject** values) const;
  // Queues the call for a thread of the plugin, behind earlier ones. False with an exception set on failure.
  // The last call reports that the server stops: Defer() then waits for it and for all earlier calls, unless
  // one of them hangs. Logs the calls that are dropped.
  bool Defer(bool is_last);
  // Logs `what`, followed by the arguments and the callable of a deferred call. Requires the GIL.
  void LogDeferred(const char* what) const;

  // Handles the current exception and returns the error code for the core. Logs the exception, or keeps it
  // for the call into the core that alone uses the callable.
  OrthancPluginErrorCode Failed() const;
  // Does the same if the core ignores the code: the next call for the same payload reports it.
  OrthancPluginErrorCode FailedSilently() const;
  // Does the same if the core expects a payload: returns one that reports the failure.
  Payload* FailedPayload() const { return Payload::OfFailure(FailedSilently(), registrar_).release(); }
  // Logs that the callback returned without an answer, and returns the error code for the core.
  OrthancPluginErrorCode Unanswered() const;

 private:
  std::size_t CountOfPositional() const { return count_ - keyword_count_; }
  bool HasFailedBefore() const;
  std::string Describe() const;
  std::string DescribeArguments() const;

  Reference callable_;
  Payload* payload_ = nullptr;
  PendingException* pending_ = nullptr;
  const char* method_ = "";
  bool is_missing_ = false;
  const char* registrar_;
  std::string subject_;
  std::array<Reference, kMostArguments + 1> arguments_;  // behind an empty element: see Run()
  std::array<const char*, kMostArguments> keywords_{};   // the names of the last arguments
  std::size_t count_ = 0;                                // of arguments
  std::size_t keyword_count_ = 0;
  bool complete_ = true;
};

}  // namespace orthanc_python
