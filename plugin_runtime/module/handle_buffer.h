// The buffer protocol of handles: memoryview(image), numpy.asarray(image) and the like.
#pragma once

#include "python.h"

namespace orthanc_python {

// The memory of an owned handle is shown as it is, and stays as long as it is shown. That of a borrowed one
// ends with its callback, which memory views may outlive: they show a copy.
int GetHandleBuffer(PyObject* self, Py_buffer* view, int flags);
void ReleaseHandleBuffer(PyObject* self, Py_buffer* view);

}  // namespace orthanc_python
