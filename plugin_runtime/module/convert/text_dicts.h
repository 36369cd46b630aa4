// Makes the dictionaries of text that callbacks receive, such as the HTTP headers of a request.
#pragma once

#include <cstdint>

#include "python/python.h"

namespace orthanc_python {

// Returns a dict of str from counted C arrays of UTF-8, where NULL is "". Clients repeat most of their
// requests, so dictionaries are kept: a copy of a kept one needs no new strings. A new reference; NULL with
// an exception set on failure.
PyObject* TextDictToPython(std::uint32_t count, const char* const* keys, const char* const* values);

}  // namespace orthanc_python
