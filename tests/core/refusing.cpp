// Closes a gate of the runtime around one thread, and waits for it while the gate refuses other threads.
#include <stdio.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "core/gate.h"
#include "core/patience.h"

namespace {

using orthanc_python::Gate;
using orthanc_python::StopPatience;
using Clock = std::chrono::steady_clock;

constexpr int kStops = 30;
constexpr int kRefusedThreads = 3;
constexpr std::chrono::milliseconds kWatch(10);  // how long the main thread samples the count
constexpr std::chrono::milliseconds kStay(20);   // how long the admitted thread then stays inside

// Threads that try to pass the gate in a loop.
class Crowd {
 public:
  explicit Crowd(Gate* gate) {
    for (int i = 0; i < kRefusedThreads; i++) {
      threads_.emplace_back([this, gate] {
        while (!ending_) admitted_ += Gate::Pass(gate) ? 1 : 0;
      });
    }
  }
  ~Crowd() {
    ending_ = true;
    for (std::thread& thread : threads_) thread.join();
  }
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;
  int Admitted() const { return admitted_; }

 private:
  std::atomic<bool> ending_{false};
  std::atomic<int> admitted_{0};
  std::vector<std::thread> threads_;
};

bool Stop() {
  Gate gate;
  gate.Open();
  std::atomic<bool> entered{false};
  std::atomic<bool> leaving{false};
  std::thread inside([&] {
    const Gate::Pass pass(&gate);
    entered = true;
    while (!leaving) std::this_thread::yield();
    std::this_thread::sleep_for(kStay);
  });
  while (!entered) std::this_thread::yield();
  gate.Close();
  const Crowd crowd(&gate);
  int most = 0;
  for (const auto end = Clock::now() + kWatch; Clock::now() < end;) most = std::max(most, gate.Inside());
  leaving = true;
  StopPatience::Renew();
  const int running = StopPatience::SpendOn(gate, StopPatience::kAfterCalls);
  inside.join();
  const bool good = most == 1 && running == 0 && crowd.Admitted() == 0;
  if (!good) printf("counted %d, gave up on %d, admitted %d\n", most, running, crowd.Admitted());
  return good;
}

}  // namespace

int main() {
  bool good = true;
  for (int i = 0; i < kStops; i++) good = Stop() && good;
  return good ? 0 : 1;
}
