// Makes the keys of dictionaries that callbacks receive, such as the names of HTTP headers.
#pragma once

#include "python/python.h"

namespace orthanc_python {

// Returns a str for a key. Most requests repeat the same few keys, so short ones are kept: a kept key needs
// neither memory nor its hash again. A new reference; NULL with an exception set on failure.
PyObject* KeyToPython(const char* key);

}  // namespace orthanc_python
