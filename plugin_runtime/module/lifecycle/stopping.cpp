// The steps of a stop, in their order.
#include "lifecycle/stopping.h"

#include <chrono>
#include <string>
#include <vector>

#include "callbacks/deferred.h"
#include "callbacks/payload.h"
#include "callbacks/slots.h"
#include "core/attachment.h"
#include "core/gate.h"
#include "core/generation.h"
#include "core/loop_thread.h"
#include "core/patience.h"
#include "core/waiter.h"
#include "core/waits.h"
#include "lifecycle/script.h"

namespace orthanc_python {
namespace {

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// How long coroutines may take to end once they are cancelled at the end of the span.
constexpr StopPatience::Time kGrace{250};

// Cancels what callbacks still await, then lets them return without it. Returns false if none awaits.
bool EndAwaits() {
  if (!Waiter::CancelAll(Waiter::Which::kAll)) return false;
  into_python.WaitUntilBelow(1, kGrace);
  if (Waiter::AbandonAll(Waiter::Which::kAll)) into_python.WaitUntilBelow(1, kGrace);
  return true;
}

}  // namespace

int DrainCallbacks() {
  DeferredCalls::Drain(StopPatience::kAfterCallbacks);
  StopPatience::Spend(StopPatience::kAfterCallbacks, &DeferredCalls::EndThread);
  into_python.Close();
  int running = StopPatience::SpendOn(into_python, StopPatience::kAfterCallbacks);
  if (running > 0 && EndAwaits()) running = into_python.Inside();
  if (running > 0) {
    Core::Log(LogLevel::kWarning, "Python stops while callbacks still run: " + std::to_string(running));
  }
  return running;
}

void DropCallables() {
  DeferredCalls::DropPending();
  SlotTable::AbandonAll();
  Payload::AbandonAll();
}

void ForgetServer() {
  Core::Attach(nullptr);
  Generation::Next();
  CoreWaits::ForgetServer();
  LoopThread::ForgetCall();
}

void EndScript() {
  const CoreWaits waits(kNoRegistry);  // the script may call the core while it ends
  // The core forgets the registrations, so the script's callables are released before its other objects.
  DropCallables();
  const std::vector<std::string> threads =
      StopPatience::Spend(StopPatience::kAfterThreads,
                          [](std::chrono::duration<double> time) { return RetireScript(time.count()); });
  if (!threads.empty()) {
    Core::LogWithGil(LogLevel::kWarning,
                     "Python stops while threads of the script still run: " + Joined(threads));
    AwaitWriters();
  }
  ForgetServer();
}

}  // namespace orthanc_python
