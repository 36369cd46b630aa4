// The server that a Python object belongs to.
#include "core/generation.h"

namespace orthanc_python {

thread_local unsigned ServerPin::count_ = 0;
thread_local unsigned ServerPin::oldest_ = 0;

}  // namespace orthanc_python
