// Text of C as str, and str as text of C++: UTF-8 both ways, bytes that are no UTF-8 as surrogate escapes.
#include "text.h"

#include <cstring>

#include "reference.h"

namespace orthanc_python {

PyObject* TextToPython(const char* text) {
  return SizedTextToPython(text, text == nullptr ? 0 : std::strlen(text));
}

PyObject* SizedTextToPython(const void* text, std::uint64_t size) {
  if (size > static_cast<std::uint64_t>(PY_SSIZE_T_MAX)) return PyErr_NoMemory();
  if (text == nullptr) return PyUnicode_FromString("");
  return PyUnicode_DecodeUTF8(static_cast<const char*>(text), static_cast<Py_ssize_t>(size),
                              "surrogateescape");
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
