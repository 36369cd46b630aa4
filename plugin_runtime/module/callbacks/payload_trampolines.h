// Trampolines of callbacks that receive a payload.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <memory>
#include <type_traits>

#include "callbacks/payload.h"
#include "core/locks.h"
#include "core/waits.h"
#include "threads/entry.h"

namespace orthanc_python {

// The destructor callback of a group, by which the core returns a payload. The core may hold `kLocks`
// meanwhile.
template <typename Function, const CoreLock*... kLocks>
struct PayloadRelease;

template <typename Pointer, const CoreLock*... kLocks>
struct PayloadRelease<void (*)(Pointer), kLocks...> {
  static void Call(Pointer pointer) {
    EnterPython(kNoRegistry, [&] {
      const LockHeld held(*kLocks...);  // destroying an object may run Python
      const std::unique_ptr<Payload> released(Payload::Of(pointer));
    });
  }
};

// A callback that always returns the same value, without entering Python.
template <typename Function, auto kAnswer>
struct ConstantCallback;

template <typename Result, typename... Arguments, auto kAnswer>
struct ConstantCallback<Result (*)(Arguments...), kAnswer> {
  static Result Call(Arguments...) { return static_cast<Result>(kAnswer); }
};

// A callback that returns the error code of its payload, without entering Python. Needs no lock: the callback
// that created the payload wrote the code, and nothing changes it afterwards.
template <typename Function>
struct PayloadOutcome;

template <typename Pointer>
struct PayloadOutcome<OrthancPluginErrorCode (*)(Pointer)> {
  static OrthancPluginErrorCode Call(Pointer pointer) {
    return pointer == nullptr ? OrthancPluginErrorCode_Plugin : Payload::Of(pointer)->silent_failure;
  }
};

// The trampoline of a callback that receives a payload. `Callback` is generated: it has kRefused, the result
// for the core when Python is not running, and Invoke(C arguments...).
template <typename Callback, typename Function = typename Callback::Function>
struct PayloadTrampoline;

template <typename Callback, typename Result, typename... Arguments>
struct PayloadTrampoline<Callback, Result (*)(Arguments...)> {
  static Result Call(Arguments... arguments) {
    if constexpr (std::is_void_v<Result>) {
      EnterPython(Callback::kRegistry, [&] { Callback::Invoke(arguments...); });
    } else {
      Result result = Callback::kRefused;
      EnterPython(Callback::kRegistry, [&] { result = Callback::Invoke(arguments...); });
      return result;
    }
  }
};

}  // namespace orthanc_python
