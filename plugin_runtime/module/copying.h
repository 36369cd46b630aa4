// Copies between memory of the core and memory of Python, without holding up Python's other threads.
#pragma once

#include <cstddef>
#include <cstdint>

#include "python.h"

namespace orthanc_python {

// From this size on, memory is copied without the GIL. Into fresh memory, whose pages the kernel makes
// meanwhile, this takes some 0.3 ms; to get the GIL back takes up to 5 ms where another thread computes.
constexpr std::size_t kLargeCopy = std::size_t{1} << 20;

// Copies bytes; other threads of Python may run meanwhile. Requires the GIL. The caller keeps both memories
// where they are: by a reference, a buffer view, or since the core waits for this thread.
void CopyMemory(void* target, const void* source, std::size_t size);

// A new bytes or bytearray with a copy, made in the same way. NULL with an exception set on failure.
PyObject* CopyToBytes(const void* source, std::uint64_t size);
PyObject* CopyToByteArray(const void* source, std::uint64_t size);

}  // namespace orthanc_python
