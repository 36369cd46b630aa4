// What a Python callable answers: checked, then handed to the core as C wants it.
#include "answers.h"

namespace orthanc_python {

bool FlagAnswer::Convert(PyObject* value, const ArgumentName& answer) {
  const Reference index(PyNumber_Index(value));
  if (!index) return answer.FailConversion("bool", value);
  const int truth = PyObject_IsTrue(index.Get());
  flag_ = truth > 0 ? 1 : 0;
  return truth >= 0;
}

bool FilledAnswer::Fill(void* target, std::uint64_t size) const {
  if (size_ != size) {
    return answer_.Fail(PyExc_ValueError, "must have exactly the %llu bytes that were asked for, not %llu",
                        static_cast<unsigned long long>(size), static_cast<unsigned long long>(size_));
  }
  CopyMemory(target, data_, static_cast<std::size_t>(size));
  return true;
}

bool KeptTextAnswer::Convert(PyObject* value, const ArgumentName& answer) {
  lent_->data = nullptr;
  if (value == nullptr || value == Py_None) return true;
  if (PyUnicode_Check(value) == 0) return answer.FailType("str or None", value);
  TextArgument text;
  if (!text.Convert(value, answer)) return false;
  lent_->owner = Reference(PyBytes_FromString(text.Get()));
  if (!lent_->owner) return false;
  lent_->data = PyBytes_AsString(lent_->owner.Get());
  return true;
}

bool PayloadAnswer::Convert(PyObject* value, const ArgumentName& answer) {
  if (methods_ != nullptr && !Payload::HasMethods(value, methods_, answer)) return false;
  payload_ = Payload::New(value, answer.function);
  return payload_ != nullptr;
}

}  // namespace orthanc_python
