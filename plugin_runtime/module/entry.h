// The one way from a thread of the core into Python.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
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

// Runs `body` in Python: on a stack that is large enough, with this thread's kept thread state, in its own
// contextvars context and with the GIL held. `registry` is the number of the core's registry whose callback
// this is. Returns false, having run nothing, when Python is not running or has begun to stop; also when
// `body` throws, which is logged. May be called from any thread, also from inside an SDK call that Python
// itself made.
bool EnterPython(unsigned registry, FunctionRef body);
// The same for a thread of this plugin, which the core knows nothing of.
bool EnterPythonUncalled(FunctionRef body);

// Chooses between worker threads (true) and second stacks (false) for threads whose stack is too small. Has
// no effect on threads that have been in Python before.
void UseWorkerThreads(bool use);

// Callbacks that stand in no registry of the core.
constexpr unsigned kNoRegistry = 0;

// While one exists, the calling thread is one on which the core waits for Python, in a callback of a registry
// whose lock it may hold. The GIL must be held when it is made, and when it ends.
class CoreWaits {
 public:
  explicit CoreWaits(unsigned registry) : registry_(registry), server_(servers_gone_), before_(waiting_) {
    waiting_ |= Bit(registry);
    ++everywhere_[registry];
  }
  ~CoreWaits() {
    waiting_ = before_;
    if (server_ == servers_gone_) --everywhere_[registry_];
  }
  CoreWaits(const CoreWaits&) = delete;
  CoreWaits& operator=(const CoreWaits&) = delete;
  static bool OnThisThread() { return waiting_ != 0; }
  static bool OnThisThread(unsigned registry) { return (waiting_ & Bit(registry)) != 0; }
  static bool Anywhere(unsigned registry) { return everywhere_[registry] > 0; }
  // Forgets the callbacks that still run: their server has gone, and the next one has locks of its own. The
  // GIL must be held.
  static void ForgetServer() {
    servers_gone_++;
    for (std::atomic<int>& count : everywhere_) count = 0;
  }

 private:
  static constexpr std::size_t kRegistries = 64;
  static constexpr std::uint64_t Bit(unsigned registry) { return std::uint64_t{1} << registry; }

  static inline std::array<std::atomic<int>, kRegistries> everywhere_{};
  static inline unsigned servers_gone_ = 0;
  static thread_local std::uint64_t waiting_;  // a bit for each registry

  unsigned registry_;
  unsigned server_;  // how many had gone before that which waits
  std::uint64_t before_;
};

}  // namespace orthanc_python
