// Implements the slots of handle classes: how an object is freed, copied and read as memory.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>

#include "handles/handles.h"

namespace orthanc_python {

// Implements `free` of a HandleClass by a function of the SDK.
template <typename Object, auto kFree>
void FreeObject(OrthancPluginContext* context, void* handle) {
  kFree(context, static_cast<Object*>(handle));
}

// Implements `clone` for images: the SDK copies an image when it converts it to its own format. NULL after an
// error.
template <typename Image, auto kConvert, auto kFormat>
void* CloneImage(OrthancPluginContext* context, void* handle) {
  auto* image = static_cast<Image*>(handle);
  return kConvert(context, image, kFormat(context, image));
}

// Implements `memory` for an object that is a sequence of bytes, owned by the core.
template <typename Object, auto kData, auto kSize>
void DescribeFlatMemory(OrthancPluginContext* context, void* handle, HandleMemory* memory) {
  auto* object = static_cast<Object*>(handle);
  memory->data = const_cast<void*>(static_cast<const void*>(kData(context, object)));
  memory->shape[0] = static_cast<std::uint64_t>(kSize(context, object));
  memory->strides[0] = 1;
}

// Implements `memory` for an image: rows of `pitch` bytes, with one or several values per pixel. The tables
// return the bytes and values per pixel, and the format of one value in the module struct. They return 0 if
// the pixel format does not define it.
template <typename Image, auto kData, auto kFormat, auto kWidth, auto kHeight, auto kPitch,
          auto kBytesPerPixel, auto kChannelsPerPixel, auto kElementFormat>
void DescribeImageMemory(OrthancPluginContext* context, void* handle, HandleMemory* memory) {
  auto* image = static_cast<Image*>(handle);
  const auto format = kFormat(context, image);
  const std::uint64_t channels = kChannelsPerPixel(format);
  memory->data = kData(context, image);
  memory->writable = true;
  memory->format[0] = static_cast<char>(kElementFormat(format));
  memory->element = channels == 0 ? 1 : kBytesPerPixel(format) / channels;
  memory->shape[0] = kHeight(context, image);
  memory->shape[1] = kWidth(context, image);
  memory->shape[2] = channels;
  memory->strides[0] = kPitch(context, image);
  memory->strides[1] = kBytesPerPixel(format);
  memory->strides[2] = memory->element;
  memory->dimensions = channels == 1 ? 2 : 3;
}

}  // namespace orthanc_python
