// Handles as arguments, pinned during a call.
#pragma once

#include <optional>

#include "convert/argument_name.h"
#include "core/generation.h"
#include "handles/object.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A handle as an argument: checked to be valid and of its class, and pinned until the call ends. If calls
// take turns, waits for those of other threads. Raises if the wait takes too long, since these threads may
// wait for this one.
class PinnedHandle {
 public:
  explicit PinnedHandle(const HandleClass& handle_class) : class_(handle_class) {}
  PinnedHandle(const PinnedHandle&) = delete;
  PinnedHandle& operator=(const PinnedHandle&) = delete;
  ~PinnedHandle();

  bool Convert(PyObject* value, const ArgumentName& argument);
  // Marks an HTTP output as answered.
  void MarkAnswered() {
    if (handle_->borrow != nullptr) handle_->borrow->answered = true;
  }

 protected:
  // Whether another call runs on the handle, or a memory view shows it.
  bool IsInUse() const { return handle_->users > 1 || handle_->IsViewed(); }

  const HandleClass& class_;
  Reference object_;
  Handle* handle_ = nullptr;  // of the object
  void* pointer_ = nullptr;   // copied when the call began, since it is read without the GIL
  const void* functions_ = nullptr;

 private:
  static bool AwaitTurn(Handle* handle, const ArgumentName& argument);

  std::optional<ServerPin> pin_;
};

template <typename Opaque>
class HandleArgument : public PinnedHandle {
 public:
  using PinnedHandle::PinnedHandle;
  Opaque* Get() const { return static_cast<Opaque*>(pointer_); }
};

// A handle with functions that the core provides with the object, and that wrappers call.
template <typename Opaque, typename Functions>
class HandleWithFunctionsArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  const Functions& GetFunctions() const { return *static_cast<const Functions*>(this->functions_); }
  // Whether the callback of the handle provides a function. False with an exception set otherwise.
  template <typename Function>
  bool Provides(Function Functions::* function, const char* name) const {
    if (this->functions_ != nullptr && GetFunctions().*function != nullptr) return true;
    return ArgumentName{name, "self"}.Fail(PyExc_ValueError,
                                           "the callback that received it does not support this function");
  }
};

// A handle, or None for NULL.
template <typename Opaque>
class OptionalHandleArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || PinnedHandle::Convert(value, argument);
  }
};

// A handle that the core takes over with the call, even if the call fails. Nothing else may use it any more.
template <typename Opaque>
class ConsumedHandleArgument : public HandleArgument<Opaque> {
 public:
  using HandleArgument<Opaque>::HandleArgument;
  ConsumedHandleArgument(const ConsumedHandleArgument&) = delete;
  ConsumedHandleArgument& operator=(const ConsumedHandleArgument&) = delete;
  ~ConsumedHandleArgument() {
    if (this->handle_ != nullptr && !consumed_) this->handle_->pointer = this->pointer_;
  }

  bool Convert(PyObject* value, const ArgumentName& argument) {
    if (!PinnedHandle::Convert(value, argument)) return false;
    consumed_ = true;  // the handle has not changed yet, so the destructor must not restore it
    if (!this->handle_->owned) return argument.Fail(PyExc_ValueError, "is only borrowed: the core owns it");
    if (this->IsInUse()) {
      return argument.Fail(PyExc_ValueError, "is in use, by another call or a memory view");
    }
    consumed_ = false;
    this->handle_->pointer = nullptr;
    return true;
  }
  void Consume() { consumed_ = true; }

 private:
  bool consumed_ = false;
};

}  // namespace orthanc_python
