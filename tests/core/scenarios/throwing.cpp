// An InvokeService that fails as the core never should: with a C++ exception.
#include <cstdint>
#include <stdexcept>

extern "C" std::int32_t Throw(void*, std::int32_t, const void*) {
  throw std::runtime_error("thrown by the core");
}

extern "C" std::int32_t ThrowNumber(void*, std::int32_t, const void*) {
  throw 1;
}
