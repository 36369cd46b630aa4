// Names a value of a call in error messages.
#include "convert/argument_name.h"

#include <cstdarg>

#include "python/reference.h"
#include "python/type_name.h"

namespace orthanc_python {

bool ArgumentName::Fail(PyObject* type, const char* format, ...) const {
  va_list values;
  va_start(values, format);
  const Reference detail(PyUnicode_FromFormatV(format, values));
  va_end(values);
  if (!detail) return false;
  const char* what = !is_answer      ? "argument"
                     : *name == '\0' ? "the callback's return value"
                                     : "returned value";
  if (*name == '\0') {
    PyErr_Format(type, "orthanc.%s(): %s: %U", function, what, detail.Get());
  } else {
    PyErr_Format(type, "orthanc.%s(): %s '%s': %U", function, what, name, detail.Get());
  }
  return false;
}

bool ArgumentName::FailType(const char* expected, PyObject* value) const {
  const Reference actual(TypeName(value));
  return actual && Fail(PyExc_TypeError, "must be %s, not %U", expected, actual.Get());
}

bool ArgumentName::FailConversion(const char* expected, PyObject* value) const {
  if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) return false;
  PyErr_Clear();
  return FailType(expected, value);
}

bool ArgumentName::FailBecause() const {
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  if (traceback != nullptr) PyException_SetTraceback(value, traceback);
  const Reference old_type(type);
  const Reference old_traceback(traceback);
  Reference cause(value);
  Fail(PyExc_ValueError, "%S", cause.Get());
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  if (value != cause.Get())
    PyException_SetCause(value, cause.Release());  // unless its __str__() has raised it
  PyErr_Restore(type, value, traceback);
  return false;
}

bool ArgumentName::FailEncoding() const {
  if (PyErr_ExceptionMatches(PyExc_UnicodeError) == 0) return false;
  PyErr_Clear();
  return Fail(PyExc_ValueError, "has a surrogate that cannot be encoded in UTF-8");
}

}  // namespace orthanc_python
