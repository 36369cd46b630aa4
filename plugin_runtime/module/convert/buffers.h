// Converts bytes as arguments.
#pragma once

#include <cstdint>
#include <limits>

#include "convert/argument_name.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Bytes and their size. Accepts any contiguous buffer without a copy, a str as UTF-8, or None for no bytes.
class BufferView {
 public:
  BufferView() = default;
  BufferView(const BufferView&) = delete;
  BufferView& operator=(const BufferView&) = delete;
  ~BufferView();

  bool Convert(PyObject* value, const ArgumentName& argument, std::uint64_t most);

 protected:
  Py_buffer view_ = {};
  Reference encoded_;
  const void* data_ = nullptr;
  std::uint64_t size_ = 0;
};

// `Size` is the C type of the size, `Byte` the type of the pointer's target.
template <typename Size, typename Byte = void>
class BufferArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return BufferView::Convert(value, argument, static_cast<std::uint64_t>(std::numeric_limits<Size>::max()));
  }
  const Byte* Data() const { return static_cast<const Byte*>(data_); }
  Size GetSize() const { return static_cast<Size>(size_); }
};

}  // namespace orthanc_python
