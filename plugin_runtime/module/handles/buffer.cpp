// The buffer protocol of handles: memoryview(image), numpy.asarray(image) and the like.
#include "handles/buffer.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "convert/copying.h"
#include "core/calls.h"
#include "handles/pinned.h"
#include "python/gil.h"
#include "python/reference.h"

namespace orthanc_python {
namespace {

// Format, shape and strides of a view, which owns them.
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

// Computes the size of all elements without and with the gaps between them. False if the memory is too large
// for Python.
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

// Returns the copy of a borrowed handle's memory, which is created once and kept by the handle. NULL with an
// exception set if there is no memory, or if the object has changed its size since. The handle must be
// pinned.
char* CopyOf(HandleViews* views, const HandleMemory& memory, std::uint64_t span) {
  if (!views->copy) {
    Reference copy(CopyToBytes(memory.data, span));
    // Another thread may have made one meanwhile, and a view may already use it.
    if (!views->copy) views->copy = std::move(copy);
  }
  PyObject* const copy = views->copy.Get();
  if (copy == nullptr) return nullptr;
  if (PyBytes_Size(copy) == static_cast<Py_ssize_t>(span)) return PyBytes_AsString(copy);
  PyErr_SetString(PyExc_BufferError, "its size has changed");
  return nullptr;
}

// Why memory cannot be shown as the flags want it; NULL if it can.
const char* Refusal(const HandleMemory& memory, bool contiguous, bool writable, int flags) {
  if ((flags & PyBUF_WRITABLE) != 0 && !writable) return "it is read-only";
  const bool wants_contiguous = (flags & PyBUF_STRIDES) != PyBUF_STRIDES ||
                                (flags & PyBUF_C_CONTIGUOUS) == PyBUF_C_CONTIGUOUS ||
                                (flags & PyBUF_ANY_CONTIGUOUS) == PyBUF_ANY_CONTIGUOUS;
  const bool wants_fortran = (flags & PyBUF_F_CONTIGUOUS) == PyBUF_F_CONTIGUOUS;
  const bool fits = (contiguous || !wants_contiguous) && (!wants_fortran || memory.dimensions <= 1);
  return fits ? nullptr : "its rows are not contiguous in memory";
}

// Fills in what the flags ask for of the layout, which the view owns from then on.
void SetLayout(Py_buffer* view, const HandleMemory& memory, std::unique_ptr<Layout> layout, int flags) {
  std::memcpy(layout->format, memory.format, sizeof(layout->format));
  for (int i = 0; i < memory.dimensions; i++) {
    layout->shape[i] = static_cast<Py_ssize_t>(memory.shape[i]);
    layout->strides[i] = static_cast<Py_ssize_t>(memory.strides[i]);
  }
  view->itemsize = static_cast<Py_ssize_t>(memory.element);
  view->format = (flags & PyBUF_FORMAT) != 0 ? layout->format : nullptr;
  view->ndim = memory.dimensions;
  view->shape = (flags & PyBUF_ND) != 0 ? layout->shape : nullptr;
  view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? layout->strides : nullptr;
  view->suboffsets = nullptr;
  view->internal = layout.release();
}

}  // namespace

int GetHandleBuffer(PyObject* self, Py_buffer* view, int flags) {
  Handle* handle = AsHandle(self);
  HandleArgument<void> pinned(*handle->handle_class);
  SdkCall call;
  if (!handle->IsValid()) return Fail(view, PyExc_BufferError, "this handle is closed");
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
  if (memory.data == nullptr && span != 0) return Fail(view, PyExc_BufferError, "Orthanc returned no data");
  const bool writable = memory.writable && handle->owned;
  if (const char* refusal = Refusal(memory, dense == span, writable, flags)) {
    return Fail(view, PyExc_BufferError, refusal);
  }
  std::unique_ptr<Layout> layout(new (std::nothrow) Layout);
  void* data = handle->owned ? memory.data : CopyOf(handle->Views(), memory, span);
  if (layout == nullptr || (data == nullptr && span != 0)) {
    return Fail(view, PyExc_MemoryError, "no memory for a view of the handle");
  }
  handle->Views()->count++;
  view->obj = Py_NewRef(self);
  view->buf = data;
  view->len = static_cast<Py_ssize_t>(dense);
  view->readonly = writable ? 0 : 1;
  SetLayout(view, memory, std::move(layout), flags);
  return 0;
}

void ReleaseHandleBuffer(PyObject* self, Py_buffer* view) {
  const std::unique_ptr<Layout> layout(static_cast<Layout*>(view->internal));
  AsHandle(self)->Views()->count--;
}

}  // namespace orthanc_python
