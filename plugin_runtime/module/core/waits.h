// The threads of the core that wait for Python.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace orthanc_python {

// The number for callbacks that are in no registry of the core.
constexpr unsigned kNoRegistry = 0;
// The largest number of a registry.
constexpr unsigned kLastRegistry = 63;

// Records, for a scope, that the core waits for Python on the calling thread, in a callback of a registry
// whose lock it may hold. The constructor and the destructor require the GIL.
class CoreWaits {
 public:
  using Set = std::uint64_t;  // a bit for each registry

  explicit CoreWaits(unsigned registry) : registry_(registry), turn_(turns_[registry] % 2) {
    waiting_ |= Bit(registry);
    ++running_[registry][turn_];
  }
  ~CoreWaits() {
    waiting_ = before_;
    if (server_ == servers_gone_) --running_[registry_][turn_];
  }
  CoreWaits(const CoreWaits&) = delete;
  CoreWaits& operator=(const CoreWaits&) = delete;
  static bool OnThisThread() { return waiting_ != 0; }
  // Returns for which registries the core waits on the calling thread.
  static Set Here() { return waiting_; }
  // Makes the calling thread count as one for which the core waits like that. Returns the value before.
  static Set Exchange(Set waiting) { return std::exchange(waiting_, waiting); }
  static bool OnThisThread(unsigned registry) { return (waiting_ & Bit(registry)) != 0; }
  static bool Anywhere(unsigned registry) { return running_[registry][0] > 0 || running_[registry][1] > 0; }
  // Forgets the running callbacks: their server has gone, and the next one has its own locks. Requires the
  // GIL.
  static void ForgetServer() {
    servers_gone_++;
    for (auto& counts : running_) counts[0] = counts[1] = 0;
  }

  // The number of the turn in which callbacks of a registry begin now. The next one begins here if those of
  // the previous turn have ended: once the number has grown by two, all callbacks that ran before have ended,
  // whatever has begun since. Requires the GIL.
  static unsigned Turn(unsigned registry) {
    unsigned& turn = turns_[registry];
    if (running_[registry][(turn + 1) % 2] == 0) ++turn;
    return turn;
  }

 private:
  static constexpr std::size_t kRegistries = kLastRegistry + 1;
  static_assert(kRegistries <= std::numeric_limits<Set>::digits, "waiting_ has a bit for each");
  static constexpr Set Bit(unsigned registry) { return Set{1} << registry; }

  // The running callbacks by registry, and by even and odd turns.
  static inline std::array<std::array<std::atomic<int>, 2>, kRegistries> running_{};
  static inline std::array<unsigned, kRegistries> turns_{};
  static inline unsigned servers_gone_ = 0;
  static thread_local Set waiting_;

  unsigned registry_;
  unsigned turn_;
  unsigned server_ = servers_gone_;  // the value of servers_gone_ at construction
  Set before_ = waiting_;
};

}  // namespace orthanc_python
