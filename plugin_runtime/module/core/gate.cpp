// Counts the threads inside a gate, and refuses others while it is closed.
#include "core/gate.h"

#include <thread>

namespace orthanc_python {

namespace {

constexpr std::chrono::milliseconds kPause(2);

}  // namespace

int Gate::WaitUntilBelow(int count, std::chrono::milliseconds patience) const {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (inside_ >= count && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(kPause);
  return inside_;
}

Gate::Pass::Pass(Gate* gate) : gate_(gate) {
  if (gate_ == nullptr) return;
  ++gate_->inside_;
  admitted_ = gate_->is_open_;
  if (!admitted_) --gate_->inside_;
}

Gate::Pass::~Pass() {
  if (gate_ != nullptr && admitted_) --gate_->inside_;
}

}  // namespace orthanc_python
