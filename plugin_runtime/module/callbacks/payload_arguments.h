// Converts arguments that become payloads.
#pragma once

#include <memory>
#include <utility>

#include "callbacks/payload.h"
#include "convert/argument_name.h"
#include "python/errors.h"
#include "python/python.h"

namespace orthanc_python {

// A Python object that becomes a payload. Freed with this argument, unless the core takes it over.
class PayloadArgument {
 public:
  // `methods` are the names of required methods, separated by spaces; NULL if the object itself is called.
  explicit PayloadArgument(const char* methods) : methods_(methods) {}

  bool Convert(PyObject* value, const ArgumentName& argument);
  void* Get() const { return payload_.get(); }
  // Called if the core accepted the payload, and returns it by a callback.
  void HandOver() { static_cast<void>(payload_.release()); }
  // Called if the core accepted the payload, and keeps it until it stops.
  void HandOverUntilStop() { Payload::KeepUntilStop(std::move(payload_)); }

 protected:
  std::unique_ptr<Payload> payload_;

 private:
  const char* methods_;
};

// An object that the core uses only until the call returns. The call then raises the exception that the
// object raised.
class CallPayloadArgument : public PayloadArgument {
 public:
  using PayloadArgument::PayloadArgument;
  bool Convert(PyObject* value, const ArgumentName& argument);
  bool NothingRaised() { return !pending_.Raise(); }

 private:
  PendingException pending_;
};

// The same, or None for NULL.
class OptionalCallPayloadArgument : public CallPayloadArgument {
 public:
  using CallPayloadArgument::CallPayloadArgument;
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || CallPayloadArgument::Convert(value, argument);
  }
};

}  // namespace orthanc_python
