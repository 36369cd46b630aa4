// A reference to a callable.
#pragma once

#include <type_traits>

namespace orthanc_python {

// Refers to a callable for the duration of one call. Two pointers, no allocation.
class FunctionRef {
 public:
  template <typename Callable,
            typename = std::enable_if_t<!std::is_same_v<std::decay_t<Callable>, FunctionRef>>>
  FunctionRef(Callable&& callable)  // NOLINT: implicit by design
      : target_(const_cast<void*>(static_cast<const void*>(&callable))),
        call_([](void* target) { (*static_cast<std::remove_reference_t<Callable>*>(target))(); }) {}
  void operator()() const { call_(target_); }

 private:
  void* target_;
  void (*call_)(void*);
};

}  // namespace orthanc_python
