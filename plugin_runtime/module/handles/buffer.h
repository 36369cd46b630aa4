// The buffer protocol of handles: memoryview(image), numpy.asarray(image) and the like.
#pragma once

#include "python/python.h"

namespace orthanc_python {

// Views of an owned handle show the core's memory, and keep the handle from being closed. Views of a borrowed
// handle show a copy, since they may outlive the callback.
int GetHandleBuffer(PyObject* self, Py_buffer* view, int flags);
void ReleaseHandleBuffer(PyObject* self, Py_buffer* view);

}  // namespace orthanc_python
