// Return values of callables that become payloads, or stay in one.
#pragma once

#include <memory>

#include "callbacks/payload.h"
#include "convert/argument_name.h"
#include "python/python.h"

namespace orthanc_python {

// Text that the core reads in place until the next call of the method. None becomes NULL.
class KeptTextAnswer {
 public:
  explicit KeptTextAnswer(Payload::KeptBytes* kept) : kept_(kept) {}
  bool Convert(PyObject* value, const ArgumentName& answer);
  const char* Get() const { return kept_->data; }

 private:
  Payload::KeptBytes* kept_;
};

// An object of a script that becomes a payload, which the core keeps.
class PayloadAnswer {
 public:
  // `methods` are the names of required methods, separated by spaces; NULL for none.
  explicit PayloadAnswer(const char* methods = nullptr) : methods_(methods) {}

  bool Convert(PyObject* value, const ArgumentName& answer);
  // Transfers the payload to the core.
  Payload* Release() { return payload_.release(); }
  template <typename Pointer>
  bool Store(Pointer* target) {
    *target = static_cast<Pointer>(static_cast<void*>(Release()));
    return true;
  }

 private:
  const char* methods_;
  std::unique_ptr<Payload> payload_;
};

}  // namespace orthanc_python
