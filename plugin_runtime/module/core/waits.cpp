// The threads of the core that wait for Python.
#include "core/waits.h"

namespace orthanc_python {

thread_local std::uint64_t CoreWaits::waiting_ = 0;

}  // namespace orthanc_python
