// Copies between memory of the core and memory of Python. Large copies release the GIL.
#include "convert/copying.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <memory>

#include "python/gil.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

// glibc maps each block of this size on its own, and returns it to the system when it is freed.
constexpr std::size_t kVeryLarge = std::size_t{32} << 20;

std::size_t PageSize() {
  static const auto kSize = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return kSize;
}

// Asks the kernel for huge pages: the first write to each page of a new block costs more than the copy
// itself. From the first page, not only from the first whole one, so that the block stays one mapping, which
// realloc() can extend.
void UseHugePages(void* block, std::size_t size) {
  const std::size_t before = reinterpret_cast<std::uintptr_t>(block) % PageSize();
  madvise(static_cast<char*>(block) - before, before + size, MADV_HUGEPAGE);  // may be without effect
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
  if (size >= kVeryLarge) UseHugePages(target, size);
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
  auto size = static_cast<std::size_t>(PyBytes_Size(object));
  if (size < kVeryLarge) return;
  void* pages = PyBytes_AsString(object);
  std::align(PageSize(), PageSize(), pages, size);  // skips the rest of the first page
  const GilRelease unlocked;
  madvise(pages, size / PageSize() * PageSize(), MADV_DONTNEED);
}

}  // namespace orthanc_python
