// Delegates a thread's calls into the core to another thread.
#include "core/delegate.h"

namespace orthanc_python {

thread_local CallDelegate* CallDelegate::current_ = nullptr;

void CallDelegate::Run(FunctionRef call) {
  if (current_ == nullptr) {
    call();
  } else {
    current_->Make(call);
  }
}

}  // namespace orthanc_python
