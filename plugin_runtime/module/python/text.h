// Converts text between C and str: UTF-8, with invalid bytes as surrogate escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "python/python.h"

namespace orthanc_python {

// Returns a new str. NULL yields an empty str.
PyObject* TextToPython(const char* text);
// Returns a new str from `size` bytes. NULL yields an empty str.
PyObject* SizedTextToPython(const void* text, std::uint64_t size);
// Returns a new str, or None for NULL.
PyObject* OptionalTextToPython(const char* text);
// Escapes the control characters of UTF-8 text as Python literals do (`\n`, `\x1b`), except those in `keep`.
// Text from a client can then neither forge a line of the log nor control a terminal.
std::string WithoutControls(std::string_view text, std::string_view keep = {});
// Returns the UTF-8 of a str. Escapes characters that cannot be encoded. Leaves no exception set.
std::string TextOf(PyObject* text);

}  // namespace orthanc_python
