// Converts numbers, flags and enumerators as arguments.
#include "convert/numbers.h"

#include <cmath>

#include "python/reference.h"

namespace orthanc_python {

namespace {

// Returns an integer in digits for a message, or a description if Python refuses to convert such a long one.
// Does not use __str__(), which a class of the script may override.
Reference Digits(PyObject* integer) {
  Reference text(PyNumber_ToBase(integer, 10));
  if (text || PyErr_ExceptionMatches(PyExc_ValueError) == 0) return text;
  PyErr_Clear();
  return Reference(PyUnicode_FromString("an integer with too many digits to show"));
}

}  // namespace

bool ReadSigned(PyObject* value, const ArgumentName& argument, std::int64_t least, std::int64_t most,
                std::int64_t* target) {
  const Reference index(PyNumber_Index(value));
  if (!index) return argument.FailConversion("int", value);
  int overflow = 0;
  const long long wide = PyLong_AsLongLongAndOverflow(index.Get(), &overflow);
  if (overflow != 0 || wide < least || wide > most) {
    const Reference digits = Digits(index.Get());
    return digits && argument.Fail(PyExc_OverflowError, "%U is out of range (%lld to %lld)", digits.Get(),
                                   static_cast<long long>(least), static_cast<long long>(most));
  }
  *target = wide;
  return true;
}

bool ReadUnsigned(PyObject* value, const ArgumentName& argument, std::uint64_t most, std::uint64_t* target) {
  const Reference index(PyNumber_Index(value));
  if (!index) return argument.FailConversion("int", value);
  const unsigned long long wide = PyLong_AsUnsignedLongLong(index.Get());
  const bool outside = PyErr_Occurred() != nullptr;
  if (outside || wide > most) {
    PyErr_Clear();
    const Reference digits = Digits(index.Get());
    return digits && argument.Fail(PyExc_OverflowError, "%U is out of range (0 to %llu)", digits.Get(),
                                   static_cast<unsigned long long>(most));
  }
  *target = wide;
  return true;
}

bool ReadFloat(PyObject* value, const ArgumentName& argument, double most, double* target) {
  const double wide = PyFloat_AsDouble(value);
  if (wide == -1.0 && PyErr_Occurred() != nullptr) {
    // decimal.Decimal("sNaN") raises it, for example.
    if (PyErr_Occurred() == PyExc_ValueError) return argument.FailBecause();
    if (PyErr_ExceptionMatches(PyExc_OverflowError) == 0) return argument.FailConversion("a number", value);
    PyErr_Clear();
    return argument.Fail(PyExc_OverflowError, "is too large for a floating-point number");
  }
  if (std::isfinite(wide) && std::abs(wide) > most) {
    return argument.Fail(PyExc_OverflowError, "is too large for the floating-point number of the SDK");
  }
  *target = wide;
  return true;
}

bool ReadEnumerator(PyObject* value, const ArgumentName& argument, const EnumClass& type,
                    std::int32_t* target) {
  if (!ReadInteger(value, argument, target)) return false;
  if (type.Allows(*target)) return true;
  return argument.Fail(PyExc_ValueError, "%d is not a valid orthanc.%s", static_cast<int>(*target),
                       type.Name());
}

bool HttpStatusArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!IntegerArgument::Convert(value, argument)) return false;
  if (value_ >= 100 && value_ <= 599) return true;
  return argument.Fail(PyExc_ValueError, "%d is not an HTTP status (100 to 599)", static_cast<int>(value_));
}

}  // namespace orthanc_python
