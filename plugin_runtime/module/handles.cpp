// Opaque objects of the SDK as Python objects that are owned (freed with it) or borrowed (valid during a
// callback).
#include "handles.h"

#include <utility>
#include <vector>

#include "core.h"
#include "errors.h"
#include "gil.h"
#include "handle_buffer.h"
#include "turns.h"

namespace orthanc_python {
namespace {

// How long a call waits for its turn, and one inside another call: that thread may wait for this one.
constexpr std::chrono::seconds kPatience(60);
constexpr std::chrono::seconds kPatienceInside(5);

unsigned generation = 0;               // of the server that is attached, guarded by the GIL
thread_local unsigned pins = 0;        // arguments that this thread has pinned
thread_local unsigned oldest_pin = 0;  // the generation at the first of these

HandleObject* AsHandle(PyObject* object) {
  return reinterpret_cast<HandleObject*>(object);
}

// Of any thread, at any time. A server that has gone, or waits for this thread no longer, takes the object
// along.
void Free(const HandleClass& handle_class, void* pointer, unsigned made_in) {
  if (handle_class.free == nullptr || made_in != generation) return;
  const ExceptionAside aside;
  SdkCall call;
  if (!call.IsServed()) return;
  const GilRelease unlocked;
  handle_class.free(call.Context(), pointer);
}

// Closes a handle, and frees the object if it is Python's. A server that has gone took it along.
void FreeOwned(HandleObject* handle) {
  const bool is_ours = handle->owned && IsValid(handle);
  void* pointer = std::exchange(handle->pointer, nullptr);
  if (is_ours) Free(*handle->handle_class, pointer, handle->generation);
}

void Deallocate(PyObject* self) {
  HandleObject* handle = AsHandle(self);
  PyTypeObject* type = Py_TYPE(self);
  FreeOwned(handle);
  Py_XDECREF(handle->kept);
  PyObject_Free(self);
  Py_DECREF(type);
}

PyObject* Represent(PyObject* self) {
  const HandleObject* handle = AsHandle(self);
  const char* state = !IsValid(handle) ? "closed" : handle->owned ? "owned" : "borrowed";
  return PyUnicode_FromFormat("<%s, %s>", handle->handle_class->qualified_name, state);
}

PyObject* NewHandle(const HandleClass& handle_class, void* pointer, bool owned, unsigned made_in) {
  HandleObject* handle = PyObject_New(HandleObject, handle_class.type);
  if (handle == nullptr) return nullptr;
  handle->handle_class = &handle_class;
  handle->pointer = pointer;
  handle->users = 0;
  handle->user = 0;
  handle->generation = made_in;
  handle->exports = 0;
  handle->functions = nullptr;
  handle->owned = owned;
  handle->answered = false;
  handle->exhausted = false;
  handle->kept = nullptr;
  return reinterpret_cast<PyObject*>(handle);
}

}  // namespace

bool IsValid(const HandleObject* handle) {
  return handle->pointer != nullptr && handle->generation == generation;
}

bool HandleClass::Create(PyObject* module) {
  std::vector<PyType_Slot> slots = {{Py_tp_dealloc, reinterpret_cast<void*>(&Deallocate)},
                                    {Py_tp_repr, reinterpret_cast<void*>(&Represent)},
                                    {Py_tp_doc, const_cast<char*>(doc)},
                                    {Py_tp_methods, methods}};
  if (memory != nullptr) {
    slots.push_back({Py_bf_getbuffer, reinterpret_cast<void*>(&GetHandleBuffer)});
    slots.push_back({Py_bf_releasebuffer, reinterpret_cast<void*>(&ReleaseHandleBuffer)});
  }
  for (const PyType_Slot* slot = container; slot != nullptr && slot->slot != 0; slot++)
    slots.push_back(*slot);
  slots.push_back({0, nullptr});
  PyType_Spec spec = {qualified_name, sizeof(HandleObject), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
                      slots.data()};
  type = reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec));
  return type != nullptr && PyModule_AddObjectRef(module, name, reinterpret_cast<PyObject*>(type)) == 0;
}

BorrowedHandle::BorrowedHandle(const HandleClass& handle_class, const void* pointer, const void* functions)
    : object_(pointer == nullptr ? nullptr
                                 : NewHandle(handle_class, const_cast<void*>(pointer), false, generation)),
      is_null_(pointer == nullptr) {
  if (object_) Object()->functions = functions;
}

BorrowedHandle::~BorrowedHandle() {
  if (!object_) return;
  HandleObject* handle = Object();
  handle->pointer = nullptr;  // no call can begin on it any more
  const auto end = Turns::Clock::now() + kPatienceInside;
  while (handle->users > 0 && Turns::Wait(end)) {
  }
  if (handle->users > 0) {
    Core::LogWithGil(LogLevel::kWarning,
                     "A callback has ended, but waits for a thread that still uses what it was lent");
  }
  while (handle->users > 0) Turns::Wait();
}

PyObject* BorrowedHandle::ToPython() const {
  return is_null_ ? Py_NewRef(Py_None) : Py_XNewRef(object_.Get());
}

PinnedHandle::~PinnedHandle() {
  if (object_ == nullptr) return;
  pin_.reset();
  if (--object_->users == 0) Turns::Ended();
  Py_DECREF(reinterpret_cast<PyObject*>(object_));
}

bool PinnedHandle::AwaitTurn(HandleObject* handle, const ArgumentName& argument) const {
  const unsigned long self = PyThread_get_thread_ident();
  const auto is_busy = [&] { return IsValid(handle) && handle->users > 0 && handle->user != self; };
  if (is_busy()) {
    const auto end = Turns::Clock::now() + (pins > 0 ? kPatienceInside : kPatience);
    while (is_busy() && Turns::Wait(end)) {
    }
    if (is_busy()) return argument.Fail(PyExc_RuntimeError, "is in use by another thread");
  }
  handle->user = self;
  return true;
}

bool PinnedHandle::Convert(PyObject* value, const ArgumentName& argument) {
  if (Py_TYPE(value) != class_.type) {
    return argument.FailType(class_.qualified_name, value);
  }
  HandleObject* handle = AsHandle(value);
  if (!class_.concurrent && !AwaitTurn(handle, argument)) return false;
  if (!IsValid(handle)) {
    const char* when = !handle->owned               ? "during the callback that received it"
                       : handle->pointer == nullptr ? "until it was handed over"
                                                    : "until its server stopped";
    return argument.Fail(PyExc_ValueError, "this %s is closed: it was valid only %s", class_.qualified_name,
                         when);
  }
  handle->users++;
  pin_.emplace();
  pointer_ = handle->pointer;
  functions_ = handle->functions;
  object_ = AsHandle(Py_NewRef(value));
  return true;
}

OwnedHandle::~OwnedHandle() {
  if (pointer_ != nullptr) Free(class_, pointer_, generation_);
}

PyObject* OwnedHandle::ToPython() {
  if (pointer_ == nullptr) {
    RaiseError(kNullPointer, "Orthanc gave no object");
    return nullptr;
  }
  PyObject* object = NewHandle(class_, pointer_, true, generation_);
  if (object == nullptr) return nullptr;
  pointer_ = nullptr;
  AsHandle(object)->kept = kept_.Release();
  return object;
}

unsigned HandleGeneration() {
  return generation;
}

void NextHandleGeneration() {
  generation++;
}

ServerPin::ServerPin() : generation_(generation) {
  if (pins++ == 0) oldest_pin = generation;
}

ServerPin::~ServerPin() {
  pins--;
}

bool ServerPin::AllAreOfThisServer() {
  return pins == 0 || oldest_pin == generation;
}

namespace {

// The handle that a callable answers.
class AnsweredHandle : public PinnedHandle {
 public:
  using PinnedHandle::PinnedHandle;

  void* TakeOver(const ArgumentName& answer) {
    // What Python still uses, or whose memory is Python's, stays; the core gets a copy. What can't be copied
    // may still be known to the script, but no longer be used.
    const bool is_last = Py_REFCNT(reinterpret_cast<PyObject*>(object_)) == 2;  // the answer, and the pin
    if (object_->owned && object_->kept == nullptr && !IsInUse() && (is_last || class_.clone == nullptr)) {
      return std::exchange(object_->pointer, nullptr);
    }
    if (class_.clone != nullptr) return Clone();
    answer.Fail(PyExc_ValueError, "this %s is %s", class_.qualified_name,
                object_->owned ? "in use" : "only borrowed: it cannot be handed over");
    return nullptr;
  }

 private:
  void* Clone() const {
    SdkCall call;
    if (!call.Begin()) return nullptr;
    void* copy = nullptr;
    {
      const GilRelease unlocked;
      copy = class_.clone(call.Context(), pointer_);
    }
    if (copy == nullptr && call.Succeeded()) {
      RaiseError(OrthancPluginErrorCode_NotEnoughMemory, "Orthanc could not copy the object");
    }
    return copy;
  }
};

}  // namespace

void* TakeOver(const HandleClass& handle_class, PyObject* value, const ArgumentName& answer) {
  AnsweredHandle handle(handle_class);
  return handle.Convert(value, answer) ? handle.TakeOver(answer) : nullptr;
}

void GiveBack(const HandleClass& handle_class, void* pointer, unsigned made_in) {
  Free(handle_class, pointer, made_in);
}

PyObject* HandleEnter(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t /*count*/,
                      PyObject* /*keywords*/) {
  return Py_NewRef(self);
}

PyObject* HandleExit(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t /*count*/,
                     PyObject* /*keywords*/) {
  return HandleClose(self, nullptr, 0, nullptr);
}

PyObject* HandleClose(PyObject* self, PyObject* const* /*arguments*/, Py_ssize_t count, PyObject* keywords) {
  HandleObject* handle = AsHandle(self);
  if (count != 0 || keywords != nullptr) {
    PyErr_SetString(PyExc_TypeError, "Close() takes no arguments");
    return nullptr;
  }
  if (handle->users > 0 || handle->exports > 0) {
    PyErr_Format(PyExc_BufferError, "this %s is in use, by another thread or a memory view",
                 handle->handle_class->qualified_name);
    return nullptr;
  }
  FreeOwned(handle);
  return Py_NewRef(Py_None);
}

}  // namespace orthanc_python
