// Static objects that are never destroyed.
#pragma once

#include <new>

namespace orthanc_python {

// A static object whose destructor never runs, because threads may still use it while the main thread ends
// the process.
template <typename Type>
class NeverDestroyed {
 public:
  NeverDestroyed() { new (memory_) Type; }
  ~NeverDestroyed() = default;
  NeverDestroyed(const NeverDestroyed&) = delete;
  NeverDestroyed& operator=(const NeverDestroyed&) = delete;

  Type& Get() { return *std::launder(reinterpret_cast<Type*>(memory_)); }

 private:
  alignas(Type) unsigned char memory_[sizeof(Type)] = {};
};

}  // namespace orthanc_python
