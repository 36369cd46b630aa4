// The threads of the core that wait for Python.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace orthanc_python {

// The number for callbacks that are in no registry of the core.
constexpr unsigned kNoRegistry = 0;
// The largest number of a registry.
constexpr unsigned kLastRegistry = 63;

// Records, for a scope, that the core waits for Python on the calling thread, in a callback of a registry
// whose lock it may hold. The constructor and the destructor require the GIL.
class CoreWaits {
 public:
  explicit CoreWaits(unsigned registry) : registry_(registry) {
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
  // Forgets the running callbacks: their server has gone, and the next one has its own locks. Requires the
  // GIL.
  static void ForgetServer() {
    servers_gone_++;
    for (std::atomic<int>& count : everywhere_) count = 0;
  }

 private:
  static constexpr std::size_t kRegistries = kLastRegistry + 1;
  static_assert(kRegistries <= std::numeric_limits<std::uint64_t>::digits, "waiting_ has a bit for each");
  static constexpr std::uint64_t Bit(unsigned registry) { return std::uint64_t{1} << registry; }

  static inline std::array<std::atomic<int>, kRegistries> everywhere_{};
  static inline unsigned servers_gone_ = 0;
  static thread_local std::uint64_t waiting_;  // a bit for each registry

  unsigned registry_;
  unsigned server_ = servers_gone_;  // the value of servers_gone_ at construction
  std::uint64_t before_ = waiting_;
};

}  // namespace orthanc_python
