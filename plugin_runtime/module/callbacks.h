// Callbacks of the core into Python: slots for callables, trampolines that know their slot, and one call.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "arguments.h"
#include "entry.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

// One registration. Guarded by the GIL.
struct CallbackSlot {
  PyObject* callable = nullptr;
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
      EnterPython([&] {
        if (slot.callable != nullptr) Callback::Invoke(slot, arguments...);
      });
    } else {
      Result result = Callback::kRefused;
      EnterPython([&] {
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

// A Python callable that is to become a C callback.
template <typename Callback>
class CallableArgument {
 public:
  CallableArgument() = default;
  CallableArgument(const CallableArgument&) = delete;
  CallableArgument& operator=(const CallableArgument&) = delete;
  ~CallableArgument() {
    if (slot_ != nullptr && !registered_) SlotTable::Abandon(slot_);
  }

  bool Convert(PyObject* value, const ArgumentName& argument) {
    slot_ = Table::table.Claim(value, argument);
    return slot_ != nullptr;
  }
  typename Callback::Function Get() const { return Table::Of(slot_); }
  // Notes that the core accepted it.
  void Registered() { registered_ = true; }

 private:
  using Table = Trampolines<Callback, typename Callback::Function>;
  CallbackSlot* slot_ = nullptr;
  bool registered_ = false;
};

// One call of a Python callable. The first argument that cannot be made makes the call fail.
class CallbackCall {
 public:
  // `registrar` is the function by which it was registered, `subject` what the call is about, for the log.
  CallbackCall(const CallbackSlot& slot, const char* registrar, Py_ssize_t positional, const char* subject);

  // Each takes over a new reference, NULL when it could not be made.
  void Positional(PyObject* value);
  void Keyword(const char* name, PyObject* value);
  // Calls; an empty reference when an exception is set.
  Reference Run();
  // Has a thread of the plugin call later, after all that were deferred before. False with an exception set
  // when that is not possible. With `wait`, returns when they all have been made, or after some seconds.
  bool Defer(bool wait);

  // Logs the exception that is set, and returns the error code for the core.
  OrthancPluginErrorCode Failed() const;
  // Logs that the callback returned without an answer, and returns the error code for the core.
  OrthancPluginErrorCode Unanswered() const;

 private:
  std::string Describe() const;

  Reference callable_;
  const char* registrar_;
  std::string subject_;
  Reference positional_;
  Reference keywords_;
  Py_ssize_t used_ = 0;
  bool complete_ = true;
};

// Counted C arrays of text as Python values. New references; NULL with an exception set on failure.
PyObject* TextTupleToPython(std::uint32_t count, const char* const* items);
PyObject* TextDictToPython(std::uint32_t count, const char* const* keys, const char* const* values);

// Reads the bool (or 0 or 1) that a callback returned. False with an exception set when it is none.
bool ReadFlag(PyObject* value, const char* registrar, std::int32_t* target);

}  // namespace orthanc_python
