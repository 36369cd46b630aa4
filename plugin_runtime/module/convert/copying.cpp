// Copies between memory of the core and memory of Python. Large copies release the GIL.
#include "convert/copying.h"

#include <cstring>

#include "python/gil.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

// Creates an object and copies its content. May release the GIL meanwhile, since nothing else refers to the
// new object yet.
PyObject* CopyTo(PyObject* (*create)(const char*, Py_ssize_t), char* (*content)(PyObject*),
                 const void* source, std::uint64_t size) {
  if (size > static_cast<std::uint64_t>(PY_SSIZE_T_MAX)) return PyErr_NoMemory();
  const auto length = static_cast<Py_ssize_t>(size);
  if (size < kLargeCopy) return create(static_cast<const char*>(source), length);
  Reference object(create(nullptr, length));
  if (object) CopyMemory(content(object.Get()), source, static_cast<std::size_t>(size));
  return object.Release();
}

}  // namespace

void CopyMemory(void* target, const void* source, std::size_t size) {
  if (size < kLargeCopy) {
    if (size != 0) std::memcpy(target, source, size);
    return;
  }
  const GilRelease unlocked;
  std::memcpy(target, source, size);
}

PyObject* CopyToBytes(const void* source, std::uint64_t size) {
  return CopyTo(&PyBytes_FromStringAndSize, &PyBytes_AsString, source, size);
}

PyObject* CopyToByteArray(const void* source, std::uint64_t size) {
  return CopyTo(&PyByteArray_FromStringAndSize, &PyByteArray_AsString, source, size);
}

}  // namespace orthanc_python
