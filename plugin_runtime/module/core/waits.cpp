// The threads of the core that wait for Python.
#include "core/waits.h"

namespace orthanc_python {

thread_local CoreWaits::Set CoreWaits::waiting_ = 0;

}  // namespace orthanc_python
