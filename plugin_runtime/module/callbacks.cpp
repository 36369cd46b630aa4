// Callbacks of the core into Python: slots for callables, trampolines that know their slot, and one call.
#include "callbacks.h"

#include <chrono>
#include <memory>

#include "core.h"
#include "deferred.h"
#include "errors.h"
#include "gil.h"
#include "text.h"
#include "type_name.h"

namespace orthanc_python {

namespace {

SlotTable* first_table = nullptr;

// How long the core is kept waiting for deferred calls. It may hold a lock that one of them needs.
constexpr std::chrono::seconds kPatienceForDeferred(8);

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
    if (slots_[i].callable == nullptr) {
      slots_[i].callable = Py_NewRef(callable);
      return &slots_[i];
    }
  }
  argument.Fail(PyExc_RuntimeError, "this plugin has room for %zu callbacks of this kind", count_);
  return nullptr;
}

void SlotTable::Abandon(CallbackSlot* slot) {
  Py_CLEAR(slot->callable);
}

void SlotTable::AbandonAll() {
  for (SlotTable* table = first_table; table != nullptr; table = table->next_) {
    for (std::size_t i = 0; i < table->count_; i++) Abandon(&table->slots_[i]);
  }
}

CallbackCall::CallbackCall(const CallbackSlot& slot, const char* registrar, Py_ssize_t positional,
                           const char* subject)
    : callable_(Reference::To(slot.callable)),
      registrar_(registrar),
      subject_(subject == nullptr ? "" : subject),
      positional_(PyTuple_New(positional)),
      complete_(positional_) {}

void CallbackCall::Positional(PyObject* value) {
  if (value == nullptr || !complete_) {
    Py_XDECREF(value);
    complete_ = false;
    return;
  }
  complete_ = PyTuple_SetItem(positional_.Get(), used_++, value) == 0;
}

void CallbackCall::Keyword(const char* name, PyObject* value) {
  const Reference held(value);
  if (complete_ && !keywords_) keywords_ = Reference(PyDict_New());
  const Reference key(complete_ ? PyUnicode_InternFromString(name) : nullptr);
  complete_ =
      complete_ && keywords_ && key && held && PyDict_SetItem(keywords_.Get(), key.Get(), held.Get()) == 0;
}

Reference CallbackCall::Run() {
  if (!complete_) return Reference();
  return Reference(PyObject_Call(callable_.Get(), positional_.Get(), keywords_.Get()));
}

bool CallbackCall::Defer(bool wait) {
  if (!complete_ || !DeferredCalls::Start()) return false;
  DeferredCalls::Add(std::make_unique<CallbackCall>(std::move(*this)));
  if (wait) {
    const GilRelease unlocked;
    DeferredCalls::Drain(kPatienceForDeferred);
  }
  return true;
}

std::string CallbackCall::Describe() const {
  Reference name(PyObject_GetAttrString(callable_.Get(), "__qualname__"));
  if (!name) {
    PyErr_Clear();
    name = Reference(PyObject_Repr(callable_.Get()));
  }
  const std::string callable = name ? TextOf(name.Get()) : "a callable";
  PyErr_Clear();
  std::string text = "the Python callback " + callable + " of orthanc." + registrar_ + "()";
  if (!subject_.empty()) text += " for " + subject_;
  return text;
}

OrthancPluginErrorCode CallbackCall::Failed() const {
  // The exception is put aside, since describing the callable runs Python code.
  PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  const std::string where = "Error in " + Describe() + ":";
  PyErr_Restore(type, value, traceback);
  return LogException(where);
}

OrthancPluginErrorCode CallbackCall::Unanswered() const {
  Core::Log(LogLevel::kError, Describe() + " returned without having answered the request");
  return OrthancPluginErrorCode_Plugin;
}

PyObject* TextTupleToPython(std::uint32_t count, const char* const* items) {
  Reference tuple(PyTuple_New(static_cast<Py_ssize_t>(count)));
  for (std::uint32_t i = 0; tuple && i < count; i++) {
    PyObject* item = TextToPython(items[i]);
    if (item == nullptr || PyTuple_SetItem(tuple.Get(), static_cast<Py_ssize_t>(i), item) != 0)
      return nullptr;
  }
  return tuple.Release();
}

PyObject* TextDictToPython(std::uint32_t count, const char* const* keys, const char* const* values) {
  Reference dict(PyDict_New());
  for (std::uint32_t i = 0; dict && i < count; i++) {
    const Reference key(TextToPython(keys[i]));
    const Reference value(TextToPython(values[i]));
    if (!key || !value || PyDict_SetItem(dict.Get(), key.Get(), value.Get()) != 0) return nullptr;
  }
  return dict.Release();
}

bool ReadFlag(PyObject* value, const char* registrar, std::int32_t* target) {
  const Reference index(PyNumber_Index(value));
  if (!index) {
    PyErr_Clear();
    const Reference actual(TypeName(value));
    if (actual) {
      PyErr_Format(PyExc_TypeError, "the callback of orthanc.%s() must return bool, not %U", registrar,
                   actual.Get());
    }
    return false;
  }
  const int truth = PyObject_IsTrue(index.Get());
  if (truth < 0) return false;
  *target = truth;
  return true;
}

}  // namespace orthanc_python
