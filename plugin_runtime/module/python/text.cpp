// Converts text between C and str: UTF-8, with invalid bytes as surrogate escapes.
#include "python/text.h"

#include <cstring>

#include "python/reference.h"

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

namespace {

// Returns the length in bytes of the control character at the beginning of UTF-8 `text`, or 0 if there is
// none. Includes U+0080 to U+009F, which terminals may interpret, and the line separators U+2028 and U+2029.
std::size_t ControlLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) return 2;
  return byte(0) == 0xe2 && byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9) ? 3 : 0;
}

std::string Escape(std::string_view control) {
  if (control == "\n") return "\\n";
  if (control == "\r") return "\\r";
  if (control == "\t") return "\\t";
  if (control.size() == 3) return control.back() == '\xa8' ? "\\u2028" : "\\u2029";
  constexpr const char* kDigits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(control.back());  // of two bytes, the second is the code
  return {'\\', 'x', kDigits[code >> 4], kDigits[code & 15]};
}

}  // namespace

std::string WithoutControls(std::string_view text, std::string_view keep) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = ControlLength(text);
    const bool stays = length == 0 || (length == 1 && keep.find(text.front()) != std::string_view::npos);
    if (stays) {
      result += text.front();
    } else {
      result += Escape(text.substr(0, length));
    }
    text.remove_prefix(stays ? 1 : length);
  }
  return result;
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
