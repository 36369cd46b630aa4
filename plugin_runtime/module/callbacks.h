// Callbacks of the core into Python: slots for callables, trampolines that know their slot, and one call.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "arguments.h"
#include "entry.h"
#include "errors.h"
#include "handles.h"
#include "payload.h"
#include "python.h"
#include "reference.h"
#include "results.h"

namespace orthanc_python {

// One registration. Guarded by the GIL.
struct CallbackSlot {
  PyObject* callable = nullptr;
  const char* registrar = nullptr;      // the function by which it was registered, ex) "RegisterRestCallback"
  PendingException* pending = nullptr;  // of the call that alone uses it, which raises what it raises
};

// The slots of one callback type. A C callback without a payload pointer can only be told apart by its
// address, so each slot has a function of its own; the core can't take a registration back, so a slot stays
// taken.
class SlotTable {
 public:
  constexpr SlotTable(CallbackSlot* slots, std::size_t count) : slots_(slots), count_(count) {}
  // A free slot that now holds the callable, or NULL with an exception set.
  CallbackSlot* Claim(PyObject* callable, const ArgumentName& argument);
  // Frees the slots of all tables, once the core has forgotten all registrations.
  static void AbandonAll();
  // Frees a slot whose registration the core refused.
  static void Abandon(CallbackSlot* slot);
  std::size_t IndexOf(const CallbackSlot* slot) const { return static_cast<std::size_t>(slot - slots_); }

 private:
  CallbackSlot* slots_;
  std::size_t count_;
  bool is_listed_ = false;
  SlotTable* next_ = nullptr;  // of all tables with a slot taken
};

// The trampolines of one callback type. `Callback` is generated: it has kSlots, kRefused (what the core is
// told when Python is not running) and Invoke(slot, C arguments...), which runs with the GIL on a large
// stack.
template <typename Callback, typename Function>
class Trampolines;

template <typename Callback, typename Result, typename... Arguments>
class Trampolines<Callback, Result (*)(Arguments...)> {
 public:
  using Function = Result (*)(Arguments...);
  static inline CallbackSlot slots[Callback::kSlots];
  static inline SlotTable table{slots, Callback::kSlots};

  static Function Of(const CallbackSlot* slot) { return kFunctions[table.IndexOf(slot)]; }

 private:
  template <std::size_t kIndex>
  static Result Call(Arguments... arguments) {
    return Run(slots[kIndex], arguments...);
  }

  // One function for all slots, so that a slot costs a few instructions.
  // A slot may have been freed since the core was given its function.
  __attribute__((noinline)) static Result Run(const CallbackSlot& slot, Arguments... arguments) {
    if constexpr (std::is_void_v<Result>) {
      EnterPython(Callback::kRegistry, [&] {
        if (slot.callable != nullptr) Callback::Invoke(slot, arguments...);
      });
    } else {
      Result result = Callback::kRefused;
      EnterPython(Callback::kRegistry, [&] {
        if (slot.callable != nullptr) result = Callback::Invoke(slot, arguments...);
      });
      return result;
    }
  }

  template <std::size_t... kIndices>
  static constexpr std::array<Function, sizeof...(kIndices)> MakeFunctions(std::index_sequence<kIndices...>) {
    return {&Call<kIndices>...};
  }
  static constexpr std::array<Function, Callback::kSlots> kFunctions =
      MakeFunctions(std::make_index_sequence<Callback::kSlots>{});
};

// A Python callable that is to become a C callback. The slot is freed with this argument, unless the core
// keeps what it was given.
template <typename Callback>
class CallableArgument {
 public:
  CallableArgument() = default;
  CallableArgument(const CallableArgument&) = delete;
  CallableArgument& operator=(const CallableArgument&) = delete;
  ~CallableArgument() {
    // After a restart, the slot is free, or taken by a registration with the new core.
    if (slot_ != nullptr && !registered_ && pin_->IsOfThisServer()) SlotTable::Abandon(slot_);
  }

  bool Convert(PyObject* value, const ArgumentName& argument) {
    slot_ = Table::table.Claim(value, argument);
    if (slot_ != nullptr) pin_.emplace();
    return slot_ != nullptr;
  }
  typename Callback::Function Get() const { return slot_ == nullptr ? nullptr : Table::Of(slot_); }
  // Notes that the core accepted it.
  void Registered() { registered_ = true; }

 protected:
  CallbackSlot* slot_ = nullptr;

 private:
  using Table = Trampolines<Callback, typename Callback::Function>;
  std::optional<ServerPin> pin_;
  bool registered_ = false;
};

// The same for a callable that the core uses only until the call returns, which raises what it raises.
template <typename Callback>
class CallCallableArgument : public CallableArgument<Callback> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    if (!CallableArgument<Callback>::Convert(value, argument)) return false;
    this->slot_->pending = &pending_;
    return true;
  }
  bool NothingRaised() { return !pending_.Raise(); }

 private:
  PendingException pending_;
};

// A Python callable or None, which is NULL in C.
template <typename Callback>
class OptionalCallableArgument : public CallableArgument<Callback> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || CallableArgument<Callback>::Convert(value, argument);
  }
};

// One call of a Python callable. The first argument that cannot be made makes the call fail.
class CallbackCall {
 public:
  // `subject` is what the call is about, for the log.
  CallbackCall(const CallbackSlot& slot, Py_ssize_t positional, const char* subject);
  // The same for a method of a payload, or for the payload itself where `method` is "". A method that is
  // optional and missing answers None.
  CallbackCall(const void* payload, const char* method, bool optional, Py_ssize_t positional,
               const char* subject);

  // Names the payload that the callable gets as an argument: after a call for it that failed silently, the
  // next one fails too.
  void About(const void* payload) { payload_ = Payload::Of(payload); }
  // Each takes over a new reference, NULL when it could not be made.
  void Positional(PyObject* value);
  void Keyword(const char* name, PyObject* value);
  // Calls; an empty reference when an exception is set.
  Reference Run();
  // Calls unless what was answered before is still to be read by this reader (a bit), and returns the bytes
  // that the core reads inside ours. NULL with an exception set on failure.
  const Payload::Lent* RunLent(const char* name, unsigned reader);
  // What the method lends to the core.
  Payload::Lent* Kept() const { return payload_->LentAs(method_); }
  // The place of what the callable returns, or of one value of several.
  ArgumentName Answer(const char* name) const { return {registrar_, name, true}; }
  // Sorts a tuple of answers: borrowed values, NULL for those left out at its end. Where only the first is
  // required it may come without a tuple. False with an exception set when it does not fit.
  bool Unpack(PyObject* answer, Py_ssize_t required, Py_ssize_t count, PyObject** values) const;
  // Has a thread of the plugin call later, after all that were deferred before. False with an exception set
  // when that is not possible. The last call is that of a server that stops: waits for it and for those
  // before it, unless one of them hangs. Logs the calls that are dropped.
  bool Defer(bool is_last);
  // Logs `what`, followed by the arguments and the callable of a deferred call. Requires the GIL.
  void LogDeferred(const char* what) const;

  // Logs the exception that is set, or leaves it to the call that alone uses the callable, and returns the
  // error code for the core.
  OrthancPluginErrorCode Failed() const;
  // The same where the core does not learn it: the next call for the same payload tells it.
  OrthancPluginErrorCode FailedSilently() const;
  // The same where the core expects a payload: returns one that carries the failure.
  Payload* FailedPayload() const { return Payload::OfFailure(FailedSilently(), registrar_); }
  // Logs that the callback returned without an answer, and returns the error code for the core.
  OrthancPluginErrorCode Unanswered() const;

 private:
  bool HasFailedBefore() const;
  std::string Describe() const;
  std::string DescribeArguments() const;

  Reference callable_;
  Payload* payload_ = nullptr;
  PendingException* pending_ = nullptr;
  const char* method_ = "";
  bool is_missing_ = false;
  const char* registrar_;
  std::string subject_;
  Reference positional_;
  Reference keywords_;
  Py_ssize_t used_ = 0;
  bool complete_ = true;
};

// Counted C arrays of text as Python values. New references; NULL with an exception set on failure.
PyObject* TextListToPython(std::uint32_t count, const char* const* items);
PyObject* TextDictToPython(std::uint32_t count, const char* const* keys, const char* const* values);

// A counted C array of integers as a list. A new reference; NULL with an exception set on failure.
template <typename Integer>
PyObject* IntegerListToPython(std::uint32_t count, const Integer* items) {
  Reference list(PyList_New(static_cast<Py_ssize_t>(count)));
  for (std::uint32_t i = 0; list && i < count; i++) {
    PyObject* item = IntegerToPython(items[i]);
    if (item == nullptr || PyList_SetItem(list.Get(), static_cast<Py_ssize_t>(i), item) != 0) return nullptr;
  }
  return list.Release();
}

// Converts a list to a tuple. Steals the reference to the list. NULL, with an exception set, stays NULL.
inline PyObject* TupleOf(PyObject* list) {
  const Reference owned(list);
  return owned ? PyList_AsTuple(owned.Get()) : nullptr;
}

}  // namespace orthanc_python
