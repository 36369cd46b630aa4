// Copies between memory of the core and memory of Python. Large copies release the GIL.
#include "convert/copying.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "python/gil.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

// glibc maps each block of this size on its own, and returns it to the system when it is freed.
constexpr std::size_t kVeryLarge = std::size_t{32} << 20;

// The whole pages within a block of memory.
struct Pages {
  void* begin;
  std::size_t size;  // in bytes
};

Pages PagesOf(void* block, std::size_t size) {
  static const auto kPage = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  std::align(kPage, kPage, block, size);  // skips the rest of the first page
  return {block, size / kPage * kPage};
}

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
  if (size >= kVeryLarge) {
    // The first write to each page of a new block costs more than the copy itself, unless pages are huge.
    const Pages pages = PagesOf(target, size);
    madvise(pages.begin, pages.size, MADV_HUGEPAGE);  // without the support of the kernel, it stays as it was
  }
  std::memcpy(target, source, size);
}

PyObject* CopyToBytes(const void* source, std::uint64_t size) {
  return CopyTo(&PyBytes_FromStringAndSize, &PyBytes_AsString, source, size);
}

PyObject* CopyToByteArray(const void* source, std::uint64_t size) {
  return CopyTo(&PyByteArray_FromStringAndSize, &PyByteArray_AsString, source, size);
}

void DropPages(PyObject* object) {
  if (object == nullptr || Py_REFCNT(object) != 1 || PyBytes_CheckExact(object) == 0) return;
  const auto size = static_cast<std::size_t>(PyBytes_Size(object));
  if (size < kVeryLarge) return;
  const Pages pages = PagesOf(PyBytes_AsString(object), size);
  const GilRelease unlocked;
  madvise(pages.begin, pages.size, MADV_DONTNEED);
}

}  // namespace orthanc_python
