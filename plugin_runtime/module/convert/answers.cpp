// Converts return values of Python callables for the core.
#include "convert/answers.h"

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
    return answer_.Fail(PyExc_ValueError, "must have exactly the %llu bytes that were requested, not %llu",
                        static_cast<unsigned long long>(size), static_cast<unsigned long long>(size_));
  }
  CopyMemory(target, data_, static_cast<std::size_t>(size));
  return true;
}

}  // namespace orthanc_python
