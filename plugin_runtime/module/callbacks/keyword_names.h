// The names of keyword arguments, as the tuples that a vectorcall takes.
#pragma once

#include <cstddef>

#include "python/python.h"

namespace orthanc_python {

// Returns a tuple of the names as interned str: a borrowed reference, which lives as long as the process.
// NULL with an exception set if there was no memory. The names must be string literals, since the tuples are
// found again by their addresses. Requires the GIL.
PyObject* KeywordNames(const char* const* names, std::size_t count);

}  // namespace orthanc_python
