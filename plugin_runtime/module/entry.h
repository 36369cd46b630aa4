// The one way from a thread of the core into Python.
#pragma once

#include <atomic>
#include <type_traits>
#include <utility>

namespace orthanc_python {

// A callable that somebody else owns, for the length of one call: two pointers, no allocation.
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

// Runs `body` in Python: on a stack that is large enough, with this thread's kept thread state and the GIL
// held. Returns false, having run nothing, when Python is not running or has begun to stop. May be called
// from any thread, also from inside an SDK call that Python itself made.
bool EnterPython(FunctionRef body);
// The same for a thread of this plugin, which the core knows nothing of.
bool EnterPythonUncalled(FunctionRef body);

// While one exists, the calling thread is one on which the core waits for Python.
class CoreWaits {
 public:
  CoreWaits() {
    ++depth_;
    ++all_;
  }
  ~CoreWaits() {
    --depth_;
    --all_;
  }
  CoreWaits(const CoreWaits&) = delete;
  CoreWaits& operator=(const CoreWaits&) = delete;
  static bool OnThisThread() { return depth_ > 0; }
  static bool Anywhere() { return all_ > 0; }

 private:
  static inline std::atomic<int> all_{0};
  static thread_local int depth_;
};

}  // namespace orthanc_python
