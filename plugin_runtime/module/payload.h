// Python objects that the core keeps for a script, as the pointer to data of its own that C plugins pass.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <type_traits>

#include "arguments.h"
#include "core_lock.h"
#include "entry.h"
#include "errors.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

// One such object. The core has its address; every member is guarded by the GIL.
class Payload {
 public:
  // Bytes that the core reads inside ours, until it asks for the next ones.
  struct Lent {
    Reference owner;
    const char* data = nullptr;
    std::uint64_t size = 0;
    unsigned readers = 0;  // one bit for each callback that has had them
  };

  Payload(PyObject* object, const char* registrar) : object_(Reference::To(object)), registrar_(registrar) {}
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;

  // `registrar` is the function by which it was registered. NULL with an exception set when there is no
  // memory.
  static Payload* New(PyObject* object, const char* registrar);
  // Returns a payload without an object, for a failure: the callbacks that get it report the error code. NULL
  // if there is no memory.
  static Payload* OfFailure(OrthancPluginErrorCode code, const char* registrar);
  // Whether an object has all methods of a list, whose names are separated by spaces. False with an exception
  // set otherwise.
  static bool HasMethods(PyObject* object, const char* methods, const ArgumentName& argument);
  static Payload* Of(const void* pointer) { return static_cast<Payload*>(const_cast<void*>(pointer)); }
  // A new reference to the object behind a pointer of ours, or to None.
  static PyObject* ToPython(const void* pointer);
  // Forgets all objects that were given to the core for as long as it runs.
  static void AbandonAll();

  // NULL once it was abandoned, and for a payload made by OfFailure().
  PyObject* Object() const { return object_.Get(); }
  const char* Registrar() const { return registrar_; }
  // What is lent under a name, ex) the method that gave it.
  Lent* LentAs(const char* name);
  // Gives it to the core for as long as that runs.
  void KeepUntilStop();

  // Why a method failed where the core does not learn it: the next one that it listens to tells it.
  OrthancPluginErrorCode silent_failure = OrthancPluginErrorCode_Success;
  // Of the call that alone uses the object, which raises what a method raises; NULL where the core keeps it.
  PendingException* pending = nullptr;

 private:
  static constexpr int kMostLent = 4;
  Reference object_;
  const char* registrar_;
  const char* lent_names_[kMostLent] = {};
  Lent lent_[kMostLent];
  Payload* next_kept_ = nullptr;
};

// The function by which the core gives a payload back: the destructor callback of a group. The core may hold
// `kLocks` meanwhile.
template <typename Function, const CoreLock*... kLocks>
struct PayloadRelease;

template <typename Pointer, const CoreLock*... kLocks>
struct PayloadRelease<void (*)(Pointer), kLocks...> {
  static void Call(Pointer pointer) {
    EnterPython(kNoRegistry, [&] {
      const LockHeld held(*kLocks...);  // the end of an object may run Python
      delete Payload::Of(pointer);
    });
  }
};

// A callback that always answers the same, without Python.
template <typename Function, auto kAnswer>
struct ConstantCallback;

template <typename Result, typename... Arguments, auto kAnswer>
struct ConstantCallback<Result (*)(Arguments...), kAnswer> {
  static Result Call(Arguments...) { return static_cast<Result>(kAnswer); }
};

// A callback that returns the error code of its payload, without entering Python. The callback that created
// the payload wrote the code, and nothing changes it afterwards.
template <typename Function>
struct PayloadOutcome;

template <typename Pointer>
struct PayloadOutcome<OrthancPluginErrorCode (*)(Pointer)> {
  static OrthancPluginErrorCode Call(Pointer pointer) {
    return pointer == nullptr ? OrthancPluginErrorCode_Plugin : Payload::Of(pointer)->silent_failure;
  }
};

// The C function of a callback whose Python object comes with it as a payload. `Callback` is generated: it
// has kRefused (what the core is told when Python is not running) and Invoke(C arguments...).
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

// A Python object that is to become a payload: freed with this argument unless it was handed over.
class PayloadArgument {
 public:
  // `methods` are the names that the object must have, separated by spaces; NULL where it is called itself.
  explicit PayloadArgument(const char* methods) : methods_(methods) {}
  PayloadArgument(const PayloadArgument&) = delete;
  PayloadArgument& operator=(const PayloadArgument&) = delete;
  ~PayloadArgument() { delete payload_; }

  bool Convert(PyObject* value, const ArgumentName& argument);
  void* Get() const { return payload_; }
  // The core accepted it, and gives it back by a callback.
  void HandOver() { payload_ = nullptr; }
  // The core accepted it, for as long as it runs.
  void HandOverUntilStop() {
    payload_->KeepUntilStop();
    payload_ = nullptr;
  }

 protected:
  Payload* payload_ = nullptr;

 private:
  const char* methods_;
};

// The same for an object that the core uses only until the call returns, which raises what the object raises.
class CallPayloadArgument : public PayloadArgument {
 public:
  using PayloadArgument::PayloadArgument;
  bool Convert(PyObject* value, const ArgumentName& argument);
  bool NothingRaised() { return !pending_.Raise(); }

 private:
  PendingException pending_;
};

// Such an object or None, which is NULL in C.
class OptionalCallPayloadArgument : public CallPayloadArgument {
 public:
  using CallPayloadArgument::CallPayloadArgument;
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || CallPayloadArgument::Convert(value, argument);
  }
};

}  // namespace orthanc_python
