// Counts the threads that are in Python, and turns the others away while there is no Python to enter.
#include "gate.h"

#include <atomic>
#include <thread>

namespace orthanc_python {

namespace {

constexpr std::chrono::milliseconds kPause(2);

// Both are sequentially consistent: either the thread that enters sees the closed gate, or the one that
// closed it sees the thread counted.
std::atomic<bool> is_open{false};
std::atomic<int> inside{0};

}  // namespace

void Gate::Open() {
  is_open = true;
}

void Gate::Close() {
  is_open = false;
}

int Gate::WaitUntilEmpty(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (inside != 0 && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(kPause);
  return inside;
}

Gate::Pass::Pass() {
  ++inside;
  admitted_ = is_open;
  if (!admitted_) --inside;
}

Gate::Pass::~Pass() {
  if (admitted_) --inside;
}

}  // namespace orthanc_python
