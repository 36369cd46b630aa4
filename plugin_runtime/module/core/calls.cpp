// Calls into the core.
#include "core/calls.h"

#include <chrono>
#include <string>
#include <thread>
#include <type_traits>

#include "core/delegate.h"
#include "core/generation.h"
#include "core/loop_thread.h"
#include "core/patience.h"
#include "core/process.h"
#include "core/waits.h"
#include "python/errors.h"
#include "python/gil.h"
#include "python/python.h"

namespace orthanc_python {
namespace {

// How long a registration waits for running callbacks, and first for a moment without any.
constexpr std::chrono::seconds kPatienceToRegister(3);
constexpr std::chrono::seconds kPatienceToBeAlone(2);
constexpr std::chrono::milliseconds kPause(1);

// Catches exceptions of the core, which would end the process in Python's C code. The core returns its own
// errors as codes, but lets others pass, such as std::bad_alloc.
OrthancPluginErrorCode InvokeCore(OrthancPluginContext* core, _OrthancPluginService service,
                                  const void* parameters) {
  auto status = OrthancPluginErrorCode_InternalError;
  const auto invoke = [&] { status = core->InvokeService(core, service, parameters); };
  const auto guarded = [&] {
    Guarded(invoke, [](const Thrown& thrown) {
      Core::Log("Orthanc failed inside a call of the Python plugin", thrown);
    });
  };
  if (has_gil) {
    guarded();  // neither waits nor calls back
    return status;
  }
  const LoopThread::Call blocks_loop;
  CallDelegate::Run(guarded);
  return status;
}

// Raises an error code of the core with the description that the core gives for it.
void RaiseRefusal(OrthancPluginErrorCode code) {
  const char* description = nullptr;
  if (ThisProcess::IsFork()) {
    description = "a process that the script has started cannot call Orthanc directly: use HTTP";
  } else if (Core::Context() != nullptr) {
    SdkCall call;
    description = OrthancPluginGetErrorDescription(call.Context(), code);
  }
  RaiseError(code, description == nullptr ? "no description" : description);
}

// Waits until no callback of a registry can wait for the calling thread. Busy threads of the core may leave
// no moment without a callback; if those that have begun all end, none of them waits. Requires the GIL.
bool AwaitCallbacks(unsigned registry) {
  const auto begin = std::chrono::steady_clock::now();
  unsigned first = CoreWaits::Turn(registry);
  while (CoreWaits::Anywhere(registry)) {
    const auto waited = std::chrono::steady_clock::now() - begin;
    const unsigned turn = CoreWaits::Turn(registry);
    if (waited < kPatienceToBeAlone) first = turn;
    if (turn - first >= 2) return true;
    if (waited > kPatienceToRegister) return false;
    const GilRelease unlocked;
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace

SdkCall::SdkCall()
    : pass_(CoreWaits::OnThisThread() ? nullptr : &into_core), attachment_(Core::Attachments()) {
  const OrthancPluginContext* context = Core::Context();
  if (context != nullptr) context_ = *context;
  context_.InvokeService = &SdkCall::Invoke;
}

OrthancPluginErrorCode SdkCall::Invoke(OrthancPluginContext* context, _OrthancPluginService service,
                                       const void* parameters) {
  static_assert(std::is_standard_layout_v<SdkCall>, "a pointer to the call is one to its context");
  auto* call = reinterpret_cast<SdkCall*>(context);
  // The server may have gone since Begin(). Nothing else needs to be undone, since the core owns no memory of
  // ours.
  OrthancPluginContext* core = Core::MutableContext();
  if (call->attachment_ != Core::Attachments()) core = nullptr;
  const OrthancPluginErrorCode status =
      core == nullptr ? OrthancPluginErrorCode_BadSequenceOfCalls : InvokeCore(core, service, parameters);
  if (call->status_ == OrthancPluginErrorCode_Success)
    call->status_ = status;  // the first error is the cause
  return status;
}

bool SdkCall::IsServed() const {
  return pass_ && Core::Context() != nullptr;
}

bool SdkCall::Begin() const {
  if (Core::Context() == nullptr) {
    RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
               "this call needs a running Orthanc server: load the script with the Python plugin");
    return false;
  }
  if (!ServerPin::AllAreOfThisServer()) {
    RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
               "the server stopped while the arguments were converted: call again with those of the new one");
    return false;
  }
  if (pass_) return true;
  RaiseError(OrthancPluginErrorCode_BadSequenceOfCalls,
             "Orthanc is stopping: it accepts calls from its own callbacks only, not from other threads");
  return false;
}

bool SdkCall::Begin(const char* function, const Release& needed) const {
  if (!Begin()) return false;
  if (Core::Has(needed)) return true;
  const std::string release = std::to_string(needed.major) + "." + std::to_string(needed.minor) + "." +
                              std::to_string(needed.revision);
  const OrthancPluginContext* context = Core::Context();
  const char* own = context == nullptr ? nullptr : context->orthancVersion;
  const std::string message = std::string("orthanc.") + function + "() needs Orthanc " + release +
                              ", this is " + (own == nullptr ? "an unknown release" : own);
  RaiseError(OrthancPluginErrorCode_NotImplemented, message.c_str());
  return false;
}

bool SdkCall::MayRegister(const char* function, unsigned registry) {
  if (ThisProcess::IsFork()) return true;  // the disconnected core refuses the call
  if (!CoreWaits::OnThisThread(registry) && AwaitCallbacks(registry)) return true;
  PyErr_Format(
      PyExc_RuntimeError,
      "orthanc.%s(): callbacks cannot be registered from within a callback of the same kind, or while "
      "one waits for this thread: Orthanc may hold the lock that this needs; register them when the "
      "script is loaded",
      function);
  return false;
}

bool SdkCall::Succeeded() const {
  if (status_ == OrthancPluginErrorCode_Success) return true;
  RaiseRefusal(status_);
  return false;
}

void EndCalls() {
  into_core.Close();
  const int running = StopPatience::SpendOn(into_core, StopPatience::kAfterCalls);
  if (running > 0) {
    Core::Log(LogLevel::kWarning,
              "Orthanc stops while threads of the script still call it: " + std::to_string(running));
  }
}

}  // namespace orthanc_python

// The SDK's inline functions call this one. Orthanc calls that of the loader.
extern "C" const char* OrthancPluginGetName() {
  return "python";
}
