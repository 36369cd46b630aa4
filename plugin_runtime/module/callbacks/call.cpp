// A call of a Python callable by the core.
#include "callbacks/call.h"

#include <dlfcn.h>

#include <memory>
#include <utility>

#include "callbacks/deferred.h"
#include "callbacks/keyword_names.h"
#include "convert/buffers.h"
#include "convert/copying.h"
#include "core/attachment.h"
#include "core/calls.h"
#include "core/gate.h"
#include "core/log_exception.h"
#include "core/patience.h"
#include "core/process.h"
#include "core/waiter.h"
#include "python/gil.h"
#include "python/text.h"
#include "python/type_name.h"
#include "threads/event_loop.h"

namespace orthanc_python {

namespace {

// The stable ABI of 3.11 lacks this function, but all CPythons from 3.9 on export it.
using VectorcallFunction = PyObject* (*)(PyObject*, PyObject* const*, std::size_t, PyObject*);

constexpr std::size_t kArgumentsOffset = std::size_t{1} << (8 * sizeof(std::size_t) - 1);

VectorcallFunction Vectorcall() {
  static const auto kFound = reinterpret_cast<VectorcallFunction>(dlsym(RTLD_DEFAULT, "PyObject_Vectorcall"));
  return kFound;
}

// A call that a thread of the plugin makes later.
class LaterCall : public DeferredCall {
 public:
  explicit LaterCall(CallbackCall call) : call_(std::move(call)) {}
  void Make() override {
    if (!call_.Run()) call_.Failed();
  }
  void Log(const char* what) const override { call_.LogDeferred(what); }

 private:
  CallbackCall call_;
};

// Waits for all deferred calls. If one hangs, drops the calls behind it. Requires the GIL.
void AwaitDeferredCalls() {
  // If a callable was registered late, it receives the event after EndCalls(). The core waits here, so calls
  // into it are safe again. Reopens the gate while the GIL is held, since the callable runs as soon as it is
  // released.
  const bool reopen = !into_core.IsOpen();
  if (reopen) into_core.Open();
  bool drained = false;
  {
    const GilRelease unlocked;
    drained = DeferredCalls::Drain(StopPatience::kAfterDeferredCalls);
    if (reopen) EndCalls();
  }
  if (drained) return;
  DeferredCalls::ReportRunning();
  DeferredCalls::DropPending();
  if (!Waiter::CancelAll(Waiter::Which::kDeferred)) return;
  const GilRelease unlocked;
  StopPatience::Spend(StopPatience::kAfterCalls, &DeferredCalls::EndThread);
  Waiter::AbandonAll(Waiter::Which::kDeferred);
}

}  // namespace

CallbackCall::CallbackCall(const CallbackSlot& slot, const char* subject)
    : callable_(Reference::To(slot.callable.Get())),
      pending_(slot.pending),
      registrar_(slot.registrar),
      subject_(subject == nullptr ? "" : subject) {}

CallbackCall::CallbackCall(const void* payload, const char* method, bool optional, const char* subject)
    : payload_(Payload::Of(payload)),
      pending_(payload_ == nullptr ? nullptr : payload_->pending),
      method_(method),
      registrar_(payload_ == nullptr ? "" : payload_->Registrar()),
      subject_(subject == nullptr ? "" : subject) {
  PyObject* object = payload_ == nullptr ? nullptr : payload_->Object();
  if (object == nullptr) {
    const char* why = payload_ == nullptr ? "no Python object was given for it" : "its Python object is gone";
    PyErr_SetString(PyExc_RuntimeError, why);
    complete_ = false;
  } else if (*method == '\0') {
    callable_ = Reference::To(object);
  } else {
    callable_ = Reference(PyObject_GetAttrString(object, method));
    is_missing_ = !callable_ && optional && PyErr_ExceptionMatches(PyExc_AttributeError) != 0;
    if (is_missing_) PyErr_Clear();
    complete_ = callable_ || is_missing_;
  }
}

void CallbackCall::Positional(PyObject* value) {
  Reference argument(value);
  complete_ = complete_ && argument;
  if (complete_) arguments_[++count_] = std::move(argument);
}

void CallbackCall::Keyword(const char* name, PyObject* value) {
  Positional(value);
  if (complete_) keywords_[keyword_count_++] = name;
}

Reference CallbackCall::Run() {
  if (!complete_) return Reference();
  if (HasFailedBefore()) {
    PyErr_SetString(PyExc_RuntimeError, "an earlier call for the same object failed");
    return Reference();
  }
  if (is_missing_) return Reference::To(Py_None);
  PyObject* const names = keyword_count_ == 0 ? nullptr : KeywordNames(keywords_.data(), keyword_count_);
  if (names == nullptr && keyword_count_ != 0) return Reference();
  static_assert(sizeof(Reference) == sizeof(PyObject*), "an array of references is one of pointers");
  auto* const arguments = reinterpret_cast<PyObject**>(arguments_.data());
  // The callee may use the element before the first argument, ex) for the `self` of a bound method.
  Reference answer(
      Vectorcall()(callable_.Get(), arguments + 1, CountOfPositional() | kArgumentsOffset, names));
  ThisProcess::EndIfFork();
  if (answer && IsAwaitable(answer.Get())) answer = Await(answer);
  for (std::size_t i = 1; i <= count_; i++) DropPages(arguments_[i].Get());
  return answer;
}

const Payload::KeptBytes* CallbackCall::RunKept(const char* name, unsigned reader) {
  if (!complete_) return nullptr;
  Payload::KeptBytes* kept = payload_->KeptAs(name);
  if (kept->owner && (kept->readers & reader) == 0) {
    kept->readers |= reader;
    return kept;
  }
  kept->owner = Reference();
  kept->data = nullptr;
  kept->size = 0;
  kept->readers = reader;
  const Reference answer = Run();
  if (!answer) return nullptr;
  BufferArgument<std::uint32_t> bytes;  // the SDK's type for sizes of chunks
  if (!bytes.Convert(answer.Get(), Answer(""))) return nullptr;
  // Copies anything but bytes, since other buffers may change or be released.
  kept->owner = PyBytes_CheckExact(answer.Get()) != 0 ? Reference::To(answer.Get())
                                                      : Reference(CopyToBytes(bytes.Data(), bytes.GetSize()));
  if (!kept->owner) return nullptr;
  kept->data = PyBytes_AsString(kept->owner.Get());
  kept->size = bytes.GetSize();
  return kept;
}

bool CallbackCall::Unpack(PyObject* answer, Py_ssize_t required, Py_ssize_t count, PyObject** values) const {
  if (PyTuple_Check(answer) == 0) {
    values[0] = answer;
    if (required == 1) return true;
    const Reference actual(TypeName(answer));
    return actual &&
           Answer("").Fail(PyExc_TypeError, "must be a tuple of %zd values, not %U", count, actual.Get());
  }
  const Py_ssize_t size = PyTuple_Size(answer);
  if (size < required || size > count) {
    return Answer("").Fail(PyExc_ValueError, "must be a tuple of %zd values, not of %zd", count, size);
  }
  for (Py_ssize_t i = 0; i < size; i++) values[i] = PyTuple_GetItem(answer, i);
  return true;
}

bool CallbackCall::Defer(bool is_last) {
  if (!complete_ || !DeferredCalls::Start()) return false;
  const auto call = std::make_shared<LaterCall>(std::move(*this));
  using Queue = DeferredCalls;
  switch (Queue::Add(call, is_last ? Queue::Kind::kLast : Queue::Kind::kOrdinary)) {
    case Queue::Outcome::kTooLate:
      call->Log("Dropped an event, because Orthanc has announced its stop");
      break;
    case Queue::Outcome::kFull:
      call->Log("Dropped an event, because too many are pending");
      break;
    case Queue::Outcome::kAdded:
      if (is_last) AwaitDeferredCalls();
  }
  return true;
}

void CallbackCall::LogDeferred(const char* what) const {
  Core::LogWithGil(LogLevel::kWarning, std::string(what) + ": " + DescribeArguments() + " for " + Describe());
}

std::string CallbackCall::DescribeArguments() const {
  std::string text;
  for (std::size_t i = 1; i <= CountOfPositional(); i++) {
    PyObject* const argument = arguments_[i].Get();
    Reference shown(PyObject_GetAttrString(argument, "name"));  // of an enumerator
    if (!shown) {
      PyErr_Clear();
      shown = Reference(PyObject_Str(argument));
    }
    const std::string part = shown ? TextOf(shown.Get()) : "?";
    PyErr_Clear();
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  }
  return text;
}

std::string CallbackCall::Describe() const {
  Reference name(callable_ ? PyObject_GetAttrString(callable_.Get(), "__qualname__") : nullptr);
  if (!name) {
    PyErr_Clear();
    name = Reference(callable_ ? PyObject_Repr(callable_.Get()) : nullptr);
  }
  const std::string callable = name ? TextOf(name.Get()) : "a callable";
  PyErr_Clear();
  std::string text = "the Python callback " + callable + " of orthanc." + registrar_ + "()";
  if (!subject_.empty()) text += " for " + subject_;
  return WithoutControls(text);  // clients choose parts of the text, such as the URI
}

OrthancPluginErrorCode CallbackCall::Failed() const {
  if (pending_ != nullptr) return pending_->Take();
  if (HasFailedBefore()) {
    PyErr_Clear();  // the earlier exception is in the log
    return payload_->silent_failure;
  }
  // Saves the exception, since describing the callable runs Python code.
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  const std::string where = "Error in " + Describe() + ":";
  PyErr_Restore(type, value, traceback);
  return LogException(where);
}

OrthancPluginErrorCode CallbackCall::FailedSilently() const {
  auto code = OrthancPluginErrorCode_Plugin;
  Guarded([&] { code = Failed(); },
          [](const Thrown& thrown) {
            const GilRelease unlocked;
            Core::Log("The exception of a callback could not be logged", thrown);
          });
  if (payload_ != nullptr) payload_->silent_failure = code;
  return code;
}

bool CallbackCall::HasFailedBefore() const {
  return payload_ != nullptr && payload_->silent_failure != OrthancPluginErrorCode_Success;
}

OrthancPluginErrorCode CallbackCall::Unanswered() const {
  Core::LogWithGil(LogLevel::kError, Describe() + " returned without having answered the request");
  return OrthancPluginErrorCode_Plugin;
}

}  // namespace orthanc_python
