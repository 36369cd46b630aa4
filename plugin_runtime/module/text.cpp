// Text of C as str, and str as text of C++: UTF-8 both ways, bytes that are no UTF-8 as surrogate escapes.
#include "text.h"

#include <cstring>

#include "reference.h"

namespace orthanc_python {

PyObject* TextToPython(const char* text) {
  if (text == nullptr) text = "";
  return PyUnicode_DecodeUTF8(text, static_cast<Py_ssize_t>(std::strlen(text)), "surrogateescape");
}

PyObject* OptionalTextToPython(const char* text) {
  return text == nullptr ? Py_NewRef(Py_None) : TextToPython(text);
}

std::string TextOf(PyObject* text) {
  Reference encoded(PyUnicode_AsEncodedString(text, "utf-8", "surrogateescape"));
  if (!encoded) {
    PyErr_Clear();
    encoded = Reference(PyUnicode_AsEncodedString(text, "utf-8", "backslashreplace"));
  }
  char* bytes = nullptr;
  Py_ssize_t size = 0;
  if (!encoded || PyBytes_AsStringAndSize(encoded.Get(), &bytes, &size) != 0) {
    PyErr_Clear();
    return "(text that cannot be shown)";
  }
  return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace orthanc_python
