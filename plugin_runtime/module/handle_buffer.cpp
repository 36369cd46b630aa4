// The buffer protocol of handles: memoryview(image), numpy.asarray(image) and the like.
#include "handle_buffer.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

#include "copying.h"
#include "core.h"
#include "gil.h"
#include "handles.h"
#include "reference.h"

namespace orthanc_python {
namespace {

// Format, shape and strides as the protocol wants them; a view owns one.
struct Layout {
  char format[2];
  Py_ssize_t shape[3];
  Py_ssize_t strides[3];
};

int Fail(Py_buffer* view, PyObject* type, const char* message) {
  if (PyErr_Occurred() == nullptr) PyErr_SetString(type, message);
  view->obj = nullptr;
  return -1;
}

// The number of bytes of all elements. False when the memory is larger than Python can tell.
bool Measure(const HandleMemory& memory, std::uint64_t* dense, std::uint64_t* span) {
  *dense = memory.element;
  *span = memory.element;
  bool overflow = false;
  for (int i = 0; i < memory.dimensions; i++) {
    std::uint64_t reach = 0;
    overflow |= __builtin_mul_overflow(*dense, memory.shape[i], dense);
    if (memory.shape[i] == 0) continue;
    overflow |= __builtin_mul_overflow(memory.shape[i] - 1, memory.strides[i], &reach);
    overflow |= __builtin_add_overflow(*span, reach, span);
  }
  if (*dense == 0) *span = 0;
  return !overflow && *span <= static_cast<std::uint64_t>(PY_SSIZE_T_MAX) && *dense <= *span;
}

// The copy of what a borrowed handle shows, made once and kept by the handle. NULL with an exception set
// if there is no memory for it, or if the object has changed its size since. The handle must be pinned.
char* CopyOf(HandleObject* handle, const HandleMemory& memory, std::uint64_t span) {
  if (handle->kept == nullptr) {
    Reference copy(CopyToBytes(memory.data, span));
    // Another thread may have made one meanwhile, and a view may already use it.
    if (handle->kept == nullptr) handle->kept = copy.Release();
  }
  if (handle->kept == nullptr) return nullptr;
  if (PyBytes_Size(handle->kept) == static_cast<Py_ssize_t>(span)) return PyBytes_AsString(handle->kept);
  PyErr_SetString(PyExc_BufferError, "its size has changed");
  return nullptr;
}

}  // namespace

int GetHandleBuffer(PyObject* self, Py_buffer* view, int flags) {
  auto* handle = reinterpret_cast<HandleObject*>(self);
  HandleArgument<void> pinned(*handle->handle_class);
  SdkCall call;
  if (!IsValid(handle)) return Fail(view, PyExc_BufferError, "this handle is closed");
  if (!pinned.Convert(self, {handle->handle_class->name, "self"}) || !call.Begin()) {
    return Fail(view, PyExc_BufferError, "");
  }
  HandleMemory memory;
  {
    const GilRelease unlocked;
    handle->handle_class->memory(call.Context(), pinned.Get(), &memory);
  }
  if (!call.Succeeded()) return Fail(view, PyExc_BufferError, "");
  std::uint64_t dense = 0;
  std::uint64_t span = 0;
  if (!Measure(memory, &dense, &span)) return Fail(view, PyExc_BufferError, "it is too large");
  if (memory.data == nullptr && span != 0) return Fail(view, PyExc_BufferError, "Orthanc gave no data");
  const bool writable = memory.writable && handle->owned;
  if ((flags & PyBUF_WRITABLE) != 0 && !writable) return Fail(view, PyExc_BufferError, "it is read-only");
  const bool contiguous = dense == span;
  const bool wants_contiguous = (flags & PyBUF_STRIDES) != PyBUF_STRIDES ||
                                (flags & PyBUF_C_CONTIGUOUS) == PyBUF_C_CONTIGUOUS ||
                                (flags & PyBUF_ANY_CONTIGUOUS) == PyBUF_ANY_CONTIGUOUS;
  const bool wants_fortran = (flags & PyBUF_F_CONTIGUOUS) == PyBUF_F_CONTIGUOUS;
  if ((wants_contiguous && !contiguous) || (wants_fortran && memory.dimensions > 1)) {
    return Fail(view, PyExc_BufferError, "its rows are not contiguous in memory");
  }
  std::unique_ptr<Layout> layout(new (std::nothrow) Layout);
  void* data = handle->owned ? memory.data : CopyOf(handle, memory, span);
  if (layout == nullptr || (data == nullptr && span != 0)) {
    return Fail(view, PyExc_MemoryError, "no memory for a view of the handle");
  }
  std::memcpy(layout->format, memory.format, sizeof(layout->format));
  for (int i = 0; i < memory.dimensions; i++) {
    layout->shape[i] = static_cast<Py_ssize_t>(memory.shape[i]);
    layout->strides[i] = static_cast<Py_ssize_t>(memory.strides[i]);
  }
  handle->exports++;
  view->obj = Py_NewRef(self);
  view->buf = data;
  view->len = static_cast<Py_ssize_t>(dense);
  view->readonly = writable ? 0 : 1;
  view->itemsize = static_cast<Py_ssize_t>(memory.element);
  view->format = (flags & PyBUF_FORMAT) != 0 ? layout->format : nullptr;
  view->ndim = memory.dimensions;
  view->shape = (flags & PyBUF_ND) != 0 ? layout->shape : nullptr;
  view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? layout->strides : nullptr;
  view->suboffsets = nullptr;
  view->internal = layout.release();
  return 0;
}

void ReleaseHandleBuffer(PyObject* self, Py_buffer* view) {
  delete static_cast<Layout*>(view->internal);
  reinterpret_cast<HandleObject*>(self)->exports--;
}

}  // namespace orthanc_python
