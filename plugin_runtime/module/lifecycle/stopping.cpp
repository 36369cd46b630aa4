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
#include "core/patience.h"
#include "core/waits.h"
#include "lifecycle/script.h"

namespace orthanc_python {
namespace {

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

int DrainCallbacks() {
  DeferredCalls::Drain(StopPatience::kAfterCallbacks);
  StopPatience::Spend(StopPatience::kAfterCallbacks, &DeferredCalls::EndThread);
  into_python.Close();
  const int running = StopPatience::SpendOn(into_python, StopPatience::kAfterCallbacks);
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
  }
  ForgetServer();
}

}  // namespace orthanc_python
