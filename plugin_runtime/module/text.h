// Text of C as str, and str as text of C++: UTF-8 both ways, bytes that are no UTF-8 as surrogate escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "python.h"

namespace orthanc_python {

// A new str; NULL text is the empty str.
PyObject* TextToPython(const char* text);
// A new str of so many bytes; NULL is no bytes.
PyObject* SizedTextToPython(const void* text, std::uint64_t size);
// A new str, or None for NULL text.
PyObject* OptionalTextToPython(const char* text);
// Escapes the control characters of UTF-8 text as in Python literals (`\n`, `\x1b`), so that text from a
// client can neither forge a line of the log nor control a terminal. `keep` lists characters to leave
// unescaped.
std::string WithoutControls(std::string_view text, std::string_view keep = {});
// The UTF-8 of a str. What cannot be encoded is shown as an escape; no exception is left set.
std::string TextOf(PyObject* text);

}  // namespace orthanc_python
