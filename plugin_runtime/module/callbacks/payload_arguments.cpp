// Converts arguments that become payloads.
#include "callbacks/payload_arguments.h"

namespace orthanc_python {

bool PayloadArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (methods_ == nullptr) {
    if (PyCallable_Check(value) == 0) return argument.FailType("a callable", value);
  } else if (!Payload::HasMethods(value, methods_, argument)) {
    return false;
  }
  payload_ = Payload::New(value, argument.function);
  return payload_ != nullptr;
}

bool CallPayloadArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!PayloadArgument::Convert(value, argument)) return false;
  payload_->pending = &pending_;
  return true;
}

}  // namespace orthanc_python
