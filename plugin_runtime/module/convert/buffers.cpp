// Converts bytes as arguments.
#include "convert/buffers.h"

namespace orthanc_python {

namespace {

constexpr const char* kBytes = "a bytes-like object, str or None";

}  // namespace

BufferView::~BufferView() {
  if (view_.obj != nullptr) PyBuffer_Release(&view_);
}

bool BufferView::Convert(PyObject* value, const ArgumentName& argument, std::uint64_t most) {
  if (value == nullptr || value == Py_None) return true;
  if (PyUnicode_Check(value)) {
    encoded_ = Reference(PyUnicode_AsEncodedString(value, "utf-8", "surrogateescape"));
    if (!encoded_) return argument.FailEncoding();
    value = encoded_.Get();
  }
  if (PyObject_GetBuffer(value, &view_, PyBUF_SIMPLE) != 0) {
    view_.obj = nullptr;
    if (PyObject_CheckBuffer(value) == 0) return argument.FailConversion(kBytes, value);
    // Python's own types raise these if the buffer is not contiguous, released or closed.
    if (PyErr_ExceptionMatches(PyExc_BufferError) == 0 && PyErr_ExceptionMatches(PyExc_ValueError) == 0) {
      return argument.FailConversion(kBytes, value);
    }
    PyErr_Clear();
    return argument.Fail(PyExc_BufferError, "must be a contiguous buffer that is not released");
  }
  data_ = view_.buf;
  size_ = static_cast<std::uint64_t>(view_.len);
  if (size_ <= most) return true;
  return argument.Fail(PyExc_OverflowError, "has %llu bytes, but the SDK accepts at most %llu",
                       static_cast<unsigned long long>(size_), static_cast<unsigned long long>(most));
}

}  // namespace orthanc_python
