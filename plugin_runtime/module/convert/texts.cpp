// Converts text and HTTP headers as arguments.
#include "convert/texts.h"

#include <cstring>
#include <limits>

namespace orthanc_python {

bool TextArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!PyUnicode_Check(value)) return argument.FailType("str", value);
  Py_ssize_t size = 0;
  owner_ = Reference::To(value);
  text_ = PyUnicode_AsUTF8AndSize(value, &size);  // cached in the str: only the first call encodes
  if (text_ == nullptr) {                         // lone surrogates, which represent bytes that are not UTF-8
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

constexpr const char* kHeaders = "a mapping from str to str, or None";

}  // namespace

bool HeadersArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (value == nullptr || value == Py_None) return true;
  if (PyMapping_Check(value) == 0) return argument.FailType(kHeaders, value);
  const Reference pairs(PyMapping_Items(value));
  if (pairs) return Take(pairs.Get(), argument);
  if (PyErr_ExceptionMatches(PyExc_AttributeError) == 0) return argument.FailConversion(kHeaders, value);
  PyErr_Clear();  // a sequence has no items()
  return argument.FailType(kHeaders, value);
}

bool HeadersArgument::Take(PyObject* pairs, const ArgumentName& argument) {
  const Py_ssize_t size = PyList_Size(pairs);
  if (size < 0 || size > std::numeric_limits<std::int32_t>::max()) {
    return argument.Fail(PyExc_OverflowError, "has too many items");
  }
  const auto count = static_cast<std::size_t>(size);
  holders_ = std::vector<HeaderTextArgument>(2 * count);
  keys_.reserve(count);
  values_.reserve(count);
  for (std::size_t i = 0; i < count; i++) {
    PyObject* pair = PyList_GetItem(pairs, static_cast<Py_ssize_t>(i));
    if (PyTuple_Check(pair) == 0 || PyTuple_Size(pair) != 2) {
      return argument.FailType("a mapping whose items are pairs", pair);
    }
    HeaderTextArgument& key = holders_[2 * i];
    HeaderTextArgument& item = holders_[2 * i + 1];
    if (!key.Convert(PyTuple_GetItem(pair, 0), argument) ||
        !item.Convert(PyTuple_GetItem(pair, 1), argument)) {
      return false;
    }
    keys_.push_back(key.Get());
    values_.push_back(item.Get());
  }
  return true;
}

}  // namespace orthanc_python
