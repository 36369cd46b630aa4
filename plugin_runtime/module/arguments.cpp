// What Python passes to a function, checked and held for the length of one call into the core.
#include "arguments.h"

#include <cmath>
#include <cstdarg>
#include <cstring>
#include <new>

#include "copying.h"
#include "type_name.h"

namespace orthanc_python {

bool ArgumentName::Fail(PyObject* type, const char* format, ...) const {
  va_list values;
  va_start(values, format);
  const Reference detail(PyUnicode_FromFormatV(format, values));
  va_end(values);
  if (!detail) return false;
  const char* what = !is_answer      ? "argument"
                     : *name == '\0' ? "what the callback returned"
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

bool ArgumentName::FailEncoding() const {
  if (PyErr_ExceptionMatches(PyExc_UnicodeError) == 0) return false;
  PyErr_Clear();
  return Fail(PyExc_ValueError, "has a surrogate that stands for no byte");
}

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

namespace {

// What to call an integer in a message: Python refuses to write very long ones in digits. Not its __str__(),
// which a class of the script may have.
Reference Digits(PyObject* integer) {
  Reference text(PyNumber_ToBase(integer, 10));
  if (text || PyErr_ExceptionMatches(PyExc_ValueError) == 0) return text;
  PyErr_Clear();
  return Reference(PyUnicode_FromString("an integer of very many digits"));
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
    return digits && argument.Fail(PyExc_OverflowError, "%U is not from %lld to %lld", digits.Get(),
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
    return digits && argument.Fail(PyExc_OverflowError, "%U is not from 0 to %llu", digits.Get(),
                                   static_cast<unsigned long long>(most));
  }
  *target = wide;
  return true;
}

bool ReadFloat(PyObject* value, const ArgumentName& argument, double most, double* target) {
  const double wide = PyFloat_AsDouble(value);
  if (wide == -1.0 && PyErr_Occurred() != nullptr) {
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

bool HttpStatusArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!IntegerArgument::Convert(value, argument)) return false;
  if (value_ >= 100 && value_ <= 599) return true;
  return argument.Fail(PyExc_ValueError, "%d is no HTTP status (100 to 599)", static_cast<int>(value_));
}

bool TextArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!PyUnicode_Check(value)) return argument.FailType("str", value);
  Py_ssize_t size = 0;
  owner_ = Reference::To(value);
  text_ = PyUnicode_AsUTF8AndSize(value, &size);  // cached in the str: no copy from the second time on
  if (text_ == nullptr) {                         // lone surrogates, which stand for bytes that are not UTF-8
    if (PyErr_ExceptionMatches(PyExc_UnicodeError) == 0) return false;
    PyErr_Clear();
    owner_ = Reference(PyUnicode_AsEncodedString(value, "utf-8", "surrogateescape"));
    if (!owner_) return argument.FailEncoding();
    text_ = PyBytes_AsString(owner_.Get());
    size = PyBytes_Size(owner_.Get());
  }
  if (std::strlen(text_) == static_cast<std::size_t>(size)) return true;
  return argument.Fail(PyExc_ValueError, "has an embedded NUL character");
}

bool HeaderTextArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!TextArgument::Convert(value, argument)) return false;
  if (std::strpbrk(text_, "\r\n") == nullptr) return true;
  return argument.Fail(PyExc_ValueError, "has a line break, which an HTTP header must not have");
}

namespace {

constexpr const char* kBytes = "a bytes-like object, str or None";
constexpr const char* kHeaders = "a mapping from str to str, or None";

}  // namespace

BufferView::~BufferView() {
  if (view_.obj != nullptr) PyBuffer_Release(&view_);
}

bool BufferView::Convert(PyObject* value, const ArgumentName& argument, std::uint64_t most) {
  if (value == nullptr || value == Py_None) return true;
  if (PyUnicode_Check(value)) {
    encoded_ = Reference(PyUnicode_AsEncodedString(value, "utf-8", "surrogateescape"));
    if (!encoded_) return argument.FailEncoding();
    value = encoded_.Get();
  }
  if (PyObject_GetBuffer(value, &view_, PyBUF_SIMPLE) != 0) {
    view_.obj = nullptr;
    if (PyObject_CheckBuffer(value) == 0) return argument.FailConversion(kBytes, value);
    // Those of Python's own types: not contiguous, released, closed.
    if (PyErr_ExceptionMatches(PyExc_BufferError) == 0 && PyErr_ExceptionMatches(PyExc_ValueError) == 0) {
      return argument.FailConversion(kBytes, value);
    }
    PyErr_Clear();
    return argument.Fail(PyExc_BufferError, "must be a contiguous buffer that is not released");
  }
  data_ = view_.buf;
  size_ = static_cast<std::uint64_t>(view_.len);
  if (size_ <= most) return true;
  return argument.Fail(PyExc_OverflowError, "has %llu bytes, the SDK takes at most %llu",
                       static_cast<unsigned long long>(size_), static_cast<unsigned long long>(most));
}

bool PixelsArgument::Convert(PyObject* value, const ArgumentName& argument) {
  return BufferView::Convert(value, argument, std::numeric_limits<std::uint64_t>::max());
}

namespace {

bool CheckPitch(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                std::uint32_t pitch) {
  const std::uint64_t row = static_cast<std::uint64_t>(pixel_size) * width;
  if (pitch >= row) return true;
  return argument.Fail(PyExc_ValueError, "a pitch of %u bytes is too small for rows of %llu bytes",
                       static_cast<unsigned>(pitch), static_cast<unsigned long long>(row));
}

bool FailSize(const ArgumentName& argument, std::uint64_t actual, const char* relation,
              std::uint64_t expected) {
  return argument.Fail(PyExc_ValueError, "has %llu bytes, but pitch * height is %s%llu",
                       static_cast<unsigned long long>(actual), relation,
                       static_cast<unsigned long long>(expected));
}

}  // namespace

bool PixelsArgument::Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                           std::uint32_t height, std::uint32_t pitch) const {
  const std::uint64_t expected = static_cast<std::uint64_t>(pitch) * height;
  if (size_ < expected) return FailSize(argument, size_, "", expected);
  return CheckPitch(argument, pixel_size, width, pitch);
}

bool OwnedPixelsArgument::Convert(PyObject* value, const ArgumentName& argument) {
  return BufferView::Convert(value, argument, std::numeric_limits<std::uint64_t>::max());
}

bool OwnedPixelsArgument::Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                                std::uint32_t height, std::uint32_t pitch) {
  const std::uint64_t expected = static_cast<std::uint64_t>(pitch) * height;
  if (size_ != expected) return FailSize(argument, size_, "", expected);
  if (!CheckPitch(argument, pixel_size, width, pitch)) return false;
  // Not bytes: those of one byte are the same object for all of Python, and the pixels can be changed.
  copy_ = Reference(CopyToByteArray(data_, size_));
  pixels_ = copy_ ? PyByteArray_AsString(copy_.Get()) : nullptr;
  return pixels_ != nullptr;
}

HeadersArgument::~HeadersArgument() {
  delete[] holders_;
  delete[] texts_;
}

bool HeadersArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (value == nullptr || value == Py_None) return true;
  if (PyMapping_Check(value) == 0) return argument.FailType(kHeaders, value);
  const Reference pairs(PyMapping_Items(value));
  if (pairs) return Take(pairs.Get(), argument);
  if (PyErr_ExceptionMatches(PyExc_AttributeError) == 0) return argument.FailConversion(kHeaders, value);
  PyErr_Clear();  // a sequence, which has no items()
  return argument.FailType(kHeaders, value);
}

bool HeadersArgument::Take(PyObject* pairs, const ArgumentName& argument) {
  const Py_ssize_t size = PyList_Size(pairs);
  if (size < 0 || size > std::numeric_limits<std::int32_t>::max()) {
    return argument.Fail(PyExc_OverflowError, "has too many items");
  }
  const auto count = static_cast<std::size_t>(size);
  holders_ = new (std::nothrow) HeaderTextArgument[2 * count];
  texts_ = new (std::nothrow) const char*[2 * count];
  if (holders_ == nullptr || texts_ == nullptr) return PyErr_NoMemory() != nullptr;
  for (std::size_t i = 0; i < count; i++) {
    PyObject* pair = PyList_GetItem(pairs, static_cast<Py_ssize_t>(i));
    if (PyTuple_Check(pair) == 0 || PyTuple_Size(pair) != 2) {
      return argument.FailType("a mapping whose items are pairs", pair);
    }
    if (!holders_[i].Convert(PyTuple_GetItem(pair, 0), argument) ||
        !holders_[count + i].Convert(PyTuple_GetItem(pair, 1), argument)) {
      return false;
    }
    texts_[i] = holders_[i].Get();
    texts_[count + i] = holders_[count + i].Get();
  }
  count_ = static_cast<std::uint32_t>(count);
  return true;
}

}  // namespace orthanc_python
