// Copies between memory of the core and memory of Python, without blocking Python's other threads.
#pragma once

#include <cstddef>
#include <cstdint>

#include "python.h"

namespace orthanc_python {

// Copies of at least this size release the GIL. Such a copy into fresh pages takes some 0.3 ms; acquiring the
// GIL again takes up to 5 ms if another thread computes.
constexpr std::size_t kLargeCopy = std::size_t{1} << 20;

// Copies bytes; other threads of Python may run meanwhile. Requires the GIL. The caller keeps both buffers
// alive: by a reference, by a buffer view, or because the core waits for this thread.
void CopyMemory(void* target, const void* source, std::size_t size);

// Return a new bytes or bytearray, copied in the same way. NULL with an exception set on failure.
PyObject* CopyToBytes(const void* source, std::uint64_t size);
PyObject* CopyToByteArray(const void* source, std::uint64_t size);

}  // namespace orthanc_python
