// Copies between memory of the core and memory of Python. Large copies release the GIL.
#pragma once

#include <cstddef>
#include <cstdint>

#include "python/python.h"

namespace orthanc_python {

// Copies of at least this size release the GIL. A copy of this size into fresh pages takes some 0.3 ms.
// Acquiring the GIL again takes up to 5 ms if another thread computes.
constexpr std::size_t kLargeCopy = std::size_t{1} << 20;

// Copies bytes. Other Python threads may run meanwhile, so the caller must keep both buffers alive: by a
// reference, by a buffer view, or because the core waits for this thread. Requires the GIL.
void CopyMemory(void* target, const void* source, std::size_t size);

// Return a new bytes or bytearray with a copy of the source. NULL with an exception set on failure.
PyObject* CopyToBytes(const void* source, std::uint64_t size);
PyObject* CopyToByteArray(const void* source, std::uint64_t size);

// Returns the pages of a very large bytes object to the system if only the caller refers to it. Later, Python
// frees the object with the GIL, which otherwise takes some 80 ms per GiB. Releases the GIL meanwhile. The
// content is undefined from then on. Requires the GIL.
void DropPages(PyObject* object);

}  // namespace orthanc_python
