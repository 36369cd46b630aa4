// Return values of callables that become payloads, or stay in one.
#include "callbacks/payload_answers.h"

#include "convert/texts.h"
#include "python/reference.h"

namespace orthanc_python {

bool KeptTextAnswer::Convert(PyObject* value, const ArgumentName& answer) {
  kept_->data = nullptr;
  if (value == nullptr || value == Py_None) return true;
  if (PyUnicode_Check(value) == 0) return answer.FailType("str or None", value);
  TextArgument text;
  if (!text.Convert(value, answer)) return false;
  kept_->owner = Reference(PyBytes_FromString(text.Get()));
  if (!kept_->owner) return false;
  kept_->data = PyBytes_AsString(kept_->owner.Get());
  return true;
}

bool PayloadAnswer::Convert(PyObject* value, const ArgumentName& answer) {
  if (methods_ != nullptr && !Payload::HasMethods(value, methods_, answer)) return false;
  payload_ = Payload::New(value, answer.function);
  return payload_ != nullptr;
}

}  // namespace orthanc_python
