// Opaque objects of the SDK as Python objects that are owned (freed with it) or borrowed (valid during a
// callback).
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <optional>

#include "arguments.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

// Where the memory of a handle is, and how it is laid out.
struct HandleMemory {
  void* data = nullptr;
  char format[2] = "B";  // of one element, as Python's module struct spells it
  std::uint64_t element = 1;
  bool writable = false;
  int dimensions = 1;
  std::uint64_t shape[3] = {};
  std::uint64_t strides[3] = {};
};

// One generated constant per opaque type. Its Python type cannot be instantiated or derived from.
struct HandleClass {
  const char* name;            // ex) "RestOutput"
  const char* qualified_name;  // ex) "orthanc.RestOutput"
  const char* doc;
  PyMethodDef* methods;
  // Gives an owned handle back to the core; NULL where scripts only ever borrow.
  void (*free)(OrthancPluginContext* context, void* handle);
  // Copies an object; NULL where the SDK has no such function.
  void* (*clone)(OrthancPluginContext* context, void* handle);
  // Says what the buffer protocol gives; NULL where it gives nothing.
  void (*memory)(OrthancPluginContext* context, void* handle, HandleMemory* memory);
  // What makes it a container; NULL where it is none. Ends with an empty slot.
  const PyType_Slot* container;
  // The core allows several calls on one object at the same time. On others, calls take turns.
  bool concurrent;
  PyTypeObject* type = nullptr;

  // Makes the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);
};

// The Python object of a handle. Every member is guarded by the GIL.
struct HandleObject {
  PyObject ob_base;
  const HandleClass* handle_class;
  void* pointer;          // NULL once closed
  Py_ssize_t users;       // calls that run on it now, perhaps without the GIL
  unsigned long user;     // the thread of those calls, where they take turns
  unsigned generation;    // which server it comes from
  Py_ssize_t exports;     // memory views of it
  const void* functions;  // of the core, lent together with it: a generated struct, or NULL
  bool owned;
  bool answered;   // an HTTP output: something was sent
  bool exhausted;  // an iterator: it has been at its end
  PyObject* kept;  // what must live as long as the handle, or NULL
};

// Returns the generation of the attached server: the number of servers before it. Requires the GIL.
unsigned HandleGeneration();
// Declares that handles made from now on come from another server: those of the last one are closed. The GIL
// must be held.
void NextHandleGeneration();

// Marks an argument that belongs to the attached server, until the call of this thread has ended. The
// conversion of a later argument may run Python while a new server replaces the old one: SdkCall::Begin()
// then refuses the call. Requires the GIL.
class ServerPin {
 public:
  ServerPin();
  ServerPin(const ServerPin&) = delete;
  ServerPin& operator=(const ServerPin&) = delete;
  ~ServerPin();

  // Whether the server of this argument is still attached.
  bool IsOfThisServer() const { return generation_ == HandleGeneration(); }
  // The same for all arguments that this thread has pinned.
  static bool AllAreOfThisServer();

 private:
  unsigned generation_;
};

// False for a handle that is closed, or whose server has stopped. The GIL must be held.
bool IsValid(const HandleObject* handle);

// A handle that a callback lends to Python. When it goes out of scope it is closed: calls that other threads
// still have running on it are waited for, and every later use raises. The GIL must be held.
class BorrowedHandle {
 public:
  // `functions` are those that the core lends with it; NULL for none.
  BorrowedHandle(const HandleClass& handle_class, const void* pointer, const void* functions = nullptr);
  BorrowedHandle(const BorrowedHandle&) = delete;
  BorrowedHandle& operator=(const BorrowedHandle&) = delete;
  ~BorrowedHandle();

  // A new reference, to None where the core lends nothing; NULL with an exception set when there was no
  // memory.
  PyObject* ToPython() const;
  bool Answered() const { return object_ && Object()->answered; }

 private:
  HandleObject* Object() const { return reinterpret_cast<HandleObject*>(object_.Get()); }
  Reference object_;
  bool is_null_;
};

// A handle as an argument: checked to be of its class and still valid, and pinned for the length of the call.
// Where calls take turns, it waits for those of other threads, and raises when that takes too long: they may
// wait for this one.
class PinnedHandle {
 public:
  explicit PinnedHandle(const HandleClass& handle_class) : class_(handle_class) {}
  PinnedHandle(const PinnedHandle&) = delete;
  PinnedHandle& operator=(const PinnedHandle&) = delete;
  ~PinnedHandle();

  bool Convert(PyObject* value, const ArgumentName& argument);
  // Marks an HTTP output as answered.
  void MarkAnswered() { object_->answered = true; }

 protected:
  // Whether another call runs on it, or a memory view shows it.
  bool IsInUse() const { return object_->users > 1 || object_->exports > 0; }

  const HandleClass& class_;
  HandleObject* object_ = nullptr;
  std::optional<ServerPin> pin_;
  void* pointer_ = nullptr;  // as it was when the call began: read without the GIL
  const void* functions_ = nullptr;

 private:
  bool AwaitTurn(HandleObject* handle, const ArgumentName& argument) const;
};

template <typename Opaque>
class HandleArgument : public PinnedHandle {
 public:
  using PinnedHandle::PinnedHandle;
  Opaque* Get() const { return static_cast<Opaque*>(pointer_); }
};

// A handle on which one of the functions is called that the core has lent with it.
template <typename Opaque, typename Functions>
class LendingHandleArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  const Functions& Lent() const { return *static_cast<const Functions*>(this->functions_); }
  // False with an exception set where the callback that lent the handle has not lent this function.
  template <typename Function>
  bool Lends(Function Functions::* function, const char* name) const {
    if (this->functions_ != nullptr && Lent().*function != nullptr) return true;
    return ArgumentName{name, "self"}.Fail(PyExc_ValueError, "the callback that got it cannot do this");
  }
};

// A handle or None, which is NULL in C.
template <typename Opaque>
class OptionalHandleArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || PinnedHandle::Convert(value, argument);
  }
};

// A handle that the core takes over once it is called, whatever it answers: nobody else may use it any more.
template <typename Opaque>
class ConsumedHandleArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  ~ConsumedHandleArgument() {
    if (this->object_ != nullptr && !consumed_) this->object_->pointer = this->pointer_;
  }

  bool Convert(PyObject* value, const ArgumentName& argument) {
    if (!PinnedHandle::Convert(value, argument)) return false;
    consumed_ = true;  // nothing was taken yet, so nothing is to be put back
    if (!this->object_->owned) return argument.Fail(PyExc_ValueError, "is only borrowed: the core has it");
    if (this->IsInUse()) {
      return argument.Fail(PyExc_ValueError, "is in use, by another call or a memory view");
    }
    consumed_ = false;
    this->object_->pointer = nullptr;
    return true;
  }
  void Consume() { consumed_ = true; }

 private:
  bool consumed_ = false;
};

// A handle that the core gives to the script: the Python object frees it.
class OwnedHandle {
 public:
  // Must be created when the call begins: the object belongs to the server of that time.
  explicit OwnedHandle(const HandleClass& handle_class)
      : class_(handle_class), generation_(HandleGeneration()) {}
  OwnedHandle(const OwnedHandle&) = delete;
  OwnedHandle& operator=(const OwnedHandle&) = delete;
  ~OwnedHandle();

  void Assign(void* pointer) { pointer_ = pointer; }
  // Names an object that must live as long as the handle.
  void Keep(PyObject* object) { kept_ = Reference::To(object); }
  // Returns a new reference, to a closed handle if the server has gone. Raises if the core returned no
  // object.
  PyObject* ToPython();

 private:
  const HandleClass& class_;
  unsigned generation_;
  void* pointer_ = nullptr;
  Reference kept_;
};

// Takes the object of a handle away from Python, for the core, which must be owned, or a copy of it where the
// handle needs it further. NULL with an exception set when that is not possible.
void* TakeOver(const HandleClass& handle_class, PyObject* value, const ArgumentName& answer);
// Frees what TakeOver() took in a generation, if the core does not get it after all.
void GiveBack(const HandleClass& handle_class, void* pointer, unsigned generation);

// Close() frees an owned handle, as `with handle:` does at the end.
PyObject* HandleClose(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);
PyObject* HandleEnter(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);
PyObject* HandleExit(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords);

}  // namespace orthanc_python
