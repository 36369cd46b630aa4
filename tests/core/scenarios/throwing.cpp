// An InvokeService that throws C++ exceptions, which the core should never do.
#include <cstdint>
#include <stdexcept>

extern "C" std::int32_t Throw(void*, std::int32_t, const void*) {
  throw std::runtime_error("thrown by the core");
}

extern "C" std::int32_t ThrowNumber(void*, std::int32_t, const void*) {
  throw 1;
}
