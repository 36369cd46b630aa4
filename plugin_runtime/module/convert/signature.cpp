// Parses the arguments of wrappers.
#include "convert/signature.h"

namespace orthanc_python {

bool Signature::Parse(PyObject* const* arguments, Py_ssize_t positional, PyObject* keywords,
                      PyObject** values) const {
  const auto given = static_cast<std::size_t>(positional);
  if (given > count) {
    PyErr_Format(PyExc_TypeError, "orthanc.%s() takes at most %zu argument%s (%zu given)", function, count,
                 count == 1 ? "" : "s", given);
    return false;
  }
  for (std::size_t i = 0; i < given; i++) values[i] = arguments[i];

  const Py_ssize_t named = keywords == nullptr ? 0 : PyTuple_Size(keywords);
  for (Py_ssize_t k = 0; k < named; k++) {
    PyObject* key = PyTuple_GetItem(keywords, k);
    std::size_t i = 0;
    while (i < count && PyUnicode_CompareWithASCIIString(key, names[i]) != 0) i++;
    if (i == count) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() got an unexpected keyword argument '%U'", function, key);
      return false;
    }
    if (values[i] != nullptr) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() got multiple values for argument '%s'", function, names[i]);
      return false;
    }
    values[i] = arguments[positional + k];
  }

  for (std::size_t i = 0; i < required; i++) {
    if (values[i] == nullptr) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() missing required argument '%s' (position %zu)", function,
                   names[i], i + 1);
      return false;
    }
  }
  return true;
}

}  // namespace orthanc_python
