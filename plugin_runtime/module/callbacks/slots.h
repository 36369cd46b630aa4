// Slots for callables, each with its trampoline.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include "convert/argument_name.h"
#include "core/generation.h"
#include "python/errors.h"
#include "python/python.h"
#include "python/reference.h"
#include "threads/entry.h"

namespace orthanc_python {

// One registration. Guarded by the GIL.
struct CallbackSlot {
  LastingReference callable;
  const char* registrar = nullptr;      // the function that registered it, ex) "RegisterRestCallback"
  PendingException* pending = nullptr;  // of the call that alone uses it; NULL for the others
  unsigned long use = 0;                // changes when the slot is claimed or freed
};

// The slots of one callback type. C callbacks without a payload pointer differ only by their address, so each
// slot has a function of its own. The core cannot unregister a callback, so a slot stays in use.
class SlotTable {
 public:
  constexpr SlotTable(CallbackSlot* slots, std::size_t count) : slots_(slots), count_(count) {}
  // Returns a free slot that now holds the callable, or NULL with an exception set.
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

// The trampolines of one callback type. `Callback` is generated: it has kSlots, kRefused, the result for the
// core when Python is not running, and Invoke(slot, C arguments...), which runs with the GIL on a large
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

  // One function for all slots, so that each slot adds only a few instructions. The slot may have been freed
  // since the core received its trampoline.
  __attribute__((noinline)) static Result Run(const CallbackSlot& slot, Arguments... arguments) {
    if constexpr (std::is_void_v<Result>) {
      EnterPython(Callback::kRegistry, [&] {
        if (slot.callable) Callback::Invoke(slot, arguments...);
      });
    } else {
      Result result = Callback::kRefused;
      EnterPython(Callback::kRegistry, [&] {
        if (slot.callable) result = Callback::Invoke(slot, arguments...);
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

// A Python callable that becomes a C callback. The slot is freed with this argument, unless the core keeps
// the callback.
template <typename Callback>
class CallableArgument {
 public:
  CallableArgument() = default;
  CallableArgument(const CallableArgument&) = delete;
  CallableArgument& operator=(const CallableArgument&) = delete;
  ~CallableArgument() {
    // A stop frees all slots. The slot may then belong to another registration.
    if (slot_ != nullptr && !registered_ && slot_->use == use_) SlotTable::Abandon(slot_);
  }

  bool Convert(PyObject* value, const ArgumentName& argument) {
    slot_ = Table::table.Claim(value, argument);
    if (slot_ == nullptr) return false;
    use_ = slot_->use;
    pin_.emplace();
    return true;
  }
  typename Callback::Function Get() const { return slot_ == nullptr ? nullptr : Table::Of(slot_); }
  // Records that the core accepted the callback.
  void Registered() { registered_ = true; }

 protected:
  CallbackSlot* slot_ = nullptr;

 private:
  using Table = Trampolines<Callback, typename Callback::Function>;
  std::optional<ServerPin> pin_;
  unsigned long use_ = 0;
  bool registered_ = false;
};

// A callable that the core uses only until the call returns. The call then raises the exception that the
// callable raised.
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

// A Python callable, or None for NULL.
template <typename Callback>
class OptionalCallableArgument : public CallableArgument<Callback> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || CallableArgument<Callback>::Convert(value, argument);
  }
};

}  // namespace orthanc_python
