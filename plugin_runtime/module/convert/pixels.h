// Converts pixels of images as arguments.
#pragma once

#include <cstdint>

#include "convert/argument_name.h"
#include "convert/buffers.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// The pixels of an image. Its width, height, pitch and format are separate arguments.
class PixelsArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  // Whether each row of pixels fits into `pitch` bytes, and all rows fit into the buffer. False with an
  // exception set otherwise.
  bool Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
             std::uint32_t height, std::uint32_t pitch) const;
  const void* Data() const { return data_; }
};

// Pixels of exactly the right size, copied into private memory that the resulting handle keeps alive.
class OwnedPixelsArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  // Does the same check, and copies the pixels if the size is right.
  bool Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
             std::uint32_t height, std::uint32_t pitch);
  void* Data() const { return pixels_; }
  PyObject* Keep() const { return copy_.Get(); }

 private:
  Reference copy_;
  void* pixels_ = nullptr;  // in the copy
};

}  // namespace orthanc_python
