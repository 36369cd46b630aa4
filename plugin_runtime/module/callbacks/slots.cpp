// Slots for callables.
#include "callbacks/slots.h"

#include <utility>

namespace orthanc_python {

namespace {

SlotTable* first_table = nullptr;

}  // namespace

CallbackSlot* SlotTable::Claim(PyObject* callable, const ArgumentName& argument) {
  if (PyCallable_Check(callable) == 0) {
    argument.FailType("a callable", callable);
    return nullptr;
  }
  if (!is_listed_) {
    is_listed_ = true;
    next_ = std::exchange(first_table, this);
  }
  for (std::size_t i = 0; i < count_; i++) {
    if (!slots_[i].callable) {
      slots_[i].callable.Set(Reference::To(callable));
      slots_[i].registrar = argument.function;
      slots_[i].use++;
      return &slots_[i];
    }
  }
  argument.Fail(PyExc_RuntimeError, "the plugin supports at most %zu callbacks of this kind", count_);
  return nullptr;
}

void SlotTable::Abandon(CallbackSlot* slot) {
  slot->use++;
  slot->pending = nullptr;
  slot->callable.Clear();
}

void SlotTable::AbandonAll() {
  for (SlotTable* table = first_table; table != nullptr; table = table->next_) {
    for (std::size_t i = 0; i < table->count_; i++) Abandon(&table->slots_[i]);
  }
}

}  // namespace orthanc_python
