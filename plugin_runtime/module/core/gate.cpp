// Counts the threads inside a gate, and refuses others while it is closed.
#include "core/gate.h"

#include <thread>

namespace orthanc_python {

namespace {

constexpr std::chrono::milliseconds kPause(2);

}  // namespace

int Gate::WaitUntilBelow(int count, std::chrono::milliseconds patience) const {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (Inside() >= count && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(kPause);
  return Inside();
}

bool Gate::Admit() {
  unsigned state = state_;
  while ((state & kOpen) != 0) {
    if (state_.compare_exchange_weak(state, state + kThread)) return true;
  }
  return false;
}

Gate::Pass::Pass(Gate* gate) : gate_(gate), admitted_(gate == nullptr || gate->Admit()) {}

Gate::Pass::~Pass() {
  if (gate_ != nullptr && admitted_) gate_->Leave();
}

}  // namespace orthanc_python
