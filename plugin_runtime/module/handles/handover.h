// Handles that a callable returns, and that the core takes over.
#pragma once

#include <utility>

#include "convert/argument_name.h"
#include "core/generation.h"
#include "handles/object.h"
#include "python/python.h"

namespace orthanc_python {

// Returns the object of an owned handle for the core, which then owns it, or a copy if the handle must stay
// valid. NULL with an exception set if neither is possible.
void* TakeOver(const HandleClass& handle_class, PyObject* value, const ArgumentName& answer);

// A handle that the core takes over. None becomes NULL.
template <typename Opaque>
class HandleAnswer {
 public:
  explicit HandleAnswer(const HandleClass& handle_class)
      : class_(handle_class), generation_(Generation::Current()) {}
  HandleAnswer(const HandleAnswer&) = delete;
  HandleAnswer& operator=(const HandleAnswer&) = delete;
  ~HandleAnswer() {
    if (pointer_ != nullptr) FreeObject(class_, pointer_, generation_);
  }

  bool Convert(PyObject* value, const ArgumentName& answer) {
    if (value == nullptr || value == Py_None) return true;
    pointer_ = TakeOver(class_, value, answer);
    return pointer_ != nullptr;
  }
  Opaque* Release() { return static_cast<Opaque*>(std::exchange(pointer_, nullptr)); }
  bool Store(Opaque** target) {
    *target = Release();
    return true;
  }

 private:
  const HandleClass& class_;
  unsigned generation_;
  void* pointer_ = nullptr;
};

}  // namespace orthanc_python
