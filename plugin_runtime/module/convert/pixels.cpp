// Converts pixels of images as arguments.
#include "convert/pixels.h"

#include "convert/copying.h"

namespace orthanc_python {

bool PixelsArgument::Convert(PyObject* value, const ArgumentName& argument) {
  return BufferView::Convert(value, argument, std::numeric_limits<std::uint64_t>::max());
}

namespace {

bool CheckPitch(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                std::uint32_t pitch) {
  const std::uint64_t row = static_cast<std::uint64_t>(pixel_size) * width;
  if (pitch >= row) return true;
  return argument.Fail(PyExc_ValueError, "a pitch of %u bytes is too small for rows of %llu bytes",
                       static_cast<unsigned>(pitch), static_cast<unsigned long long>(row));
}

bool FailSize(const ArgumentName& argument, std::uint64_t actual, const char* relation,
              std::uint64_t expected) {
  return argument.Fail(PyExc_ValueError, "has %llu bytes, but pitch * height is %s%llu",
                       static_cast<unsigned long long>(actual), relation,
                       static_cast<unsigned long long>(expected));
}

}  // namespace

bool PixelsArgument::Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                           std::uint32_t height, std::uint32_t pitch) const {
  const std::uint64_t expected = static_cast<std::uint64_t>(pitch) * height;
  if (size_ < expected) return FailSize(argument, size_, "", expected);
  return CheckPitch(argument, pixel_size, width, pitch);
}

bool OwnedPixelsArgument::Convert(PyObject* value, const ArgumentName& argument) {
  return BufferView::Convert(value, argument, std::numeric_limits<std::uint64_t>::max());
}

bool OwnedPixelsArgument::Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
                                std::uint32_t height, std::uint32_t pitch) {
  const std::uint64_t expected = static_cast<std::uint64_t>(pitch) * height;
  if (size_ != expected) return FailSize(argument, size_, "", expected);
  if (!CheckPitch(argument, pixel_size, width, pitch)) return false;
  // A bytearray, since the pixels may be modified: Python shares bytes objects of length 1.
  copy_ = Reference(CopyToByteArray(data_, size_));
  pixels_ = copy_ ? PyByteArray_AsString(copy_.Get()) : nullptr;
  return pixels_ != nullptr;
}

}  // namespace orthanc_python
