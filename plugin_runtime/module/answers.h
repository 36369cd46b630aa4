// What a Python callable answers: checked, then handed to the core as C wants it.
//
// Each holder has a Convert() that takes the Python value (NULL when an optional one was left out), returns
// false with an exception that names the value when it does not fit, and a Get() for a C result or a Store()
// for an output. The GIL must be held; Store() releases it while it copies a large buffer.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

#include "arguments.h"
#include "copying.h"
#include "core.h"
#include "errors.h"
#include "handles.h"
#include "payload.h"
#include "python.h"

namespace orthanc_python {

// A bool, or any other integer as its truth.
class FlagAnswer {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer);
  std::uint8_t Get() const { return flag_; }

 private:
  std::uint8_t flag_ = 0;
};

// Hands a number or an enumerator to the core.
template <typename Target, typename Value>
bool Fill(Target* target, Value value) {
  *target = static_cast<Target>(value);
  return true;
}

// An error code. None is success: of a callable that raises when it fails.
class CodeAnswer : public EnumArgument<OrthancPluginErrorCode> {
 public:
  using EnumArgument::EnumArgument;
  bool Convert(PyObject* value, const ArgumentName& answer) {
    return value == Py_None || EnumArgument::Convert(value, answer);
  }
};

// Bytes for memory that the core owns afterwards; None (or nothing) leaves the buffer empty, or fills in what
// stands for it.
template <typename Buffer,
          OrthancPluginErrorCode (*kCreate)(OrthancPluginContext*, Buffer*, decltype(Buffer::size))>
class MemoryAnswer : public BufferView {
 public:
  explicit MemoryAnswer(const char* otherwise = nullptr) : otherwise_(otherwise) {}
  bool Convert(PyObject* value, const ArgumentName& answer) {
    given_ = value != nullptr && value != Py_None;
    if (!given_ && otherwise_ != nullptr) {
      data_ = otherwise_;
      size_ = std::strlen(otherwise_);
      return true;
    }
    return BufferView::Convert(value, answer, std::numeric_limits<decltype(Buffer::size)>::max());
  }
  bool IsGiven() const { return given_; }
  bool Store(Buffer* target) const {
    target->data = nullptr;
    target->size = 0;
    if (size_ == 0) return true;
    SdkCall call;
    call.Returned(kCreate(call.Context(), target, static_cast<decltype(Buffer::size)>(size_)));
    if (!call.Succeeded()) return false;
    if (target->data == nullptr) return PyErr_NoMemory() != nullptr;
    CopyMemory(target->data, data_, static_cast<std::size_t>(size_));
    return true;
  }

 private:
  const char* otherwise_;
  bool given_ = false;
};

// Bytes for memory that the core has made in the size that it wants.
class FilledAnswer : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    answer_ = answer;
    return BufferView::Convert(value, answer, std::numeric_limits<std::uint64_t>::max());
  }
  template <typename Buffer>
  bool Store(Buffer* target) const {
    return Fill(target->data, static_cast<std::uint64_t>(target->size));
  }

 private:
  bool Fill(void* target, std::uint64_t size) const;
  ArgumentName answer_ = {};
};

// Bytes for memory that the core gives back with free().
class AllocatedAnswer : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    answer_ = answer;
    return BufferView::Convert(value, answer, std::numeric_limits<std::int64_t>::max());
  }
  template <typename Size>
  bool Store(void** target, Size* size) const {
    if (size_ > static_cast<std::uint64_t>(std::numeric_limits<Size>::max())) {
      return answer_.Fail(PyExc_OverflowError, "has %llu bytes, the SDK takes at most %llu",
                          static_cast<unsigned long long>(size_),
                          static_cast<unsigned long long>(std::numeric_limits<Size>::max()));
    }
    *target = std::malloc(size_ == 0 ? 1 : static_cast<std::size_t>(size_));
    if (*target == nullptr) return PyErr_NoMemory() != nullptr;
    CopyMemory(*target, data_, static_cast<std::size_t>(size_));
    *size = static_cast<Size>(size_);
    return true;
  }

 private:
  ArgumentName answer_ = {};
};

// Bytes that must be there: None comes from a callable that forgot to return them, and no bytes at all would
// pass for the content of an empty file.
template <typename Answer>
class RequiredAnswer : public Answer {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    if (value == Py_None) return answer.FailType("a bytes-like object or str", value);
    return Answer::Convert(value, answer);
  }
};

// Text in memory that the core owns afterwards, of which it makes an HTTP header.
template <typename Answer>
class HeaderAnswer : public Answer {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    if (!Answer::Convert(value, answer)) return false;
    const std::string_view text(static_cast<const char*>(this->data_), static_cast<std::size_t>(this->size_));
    if (text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos) return true;
    return answer.Fail(PyExc_ValueError, "has a line break or a NUL, which an HTTP header must not have");
  }
};

// Text that the core reads inside ours until it asks again; None is NULL.
class KeptTextAnswer {
 public:
  explicit KeptTextAnswer(Payload::Lent* lent) : lent_(lent) {}
  bool Convert(PyObject* value, const ArgumentName& answer);
  const char* Get() const { return lent_->data; }

 private:
  Payload::Lent* lent_;
};

// An object of a script that the core is to keep as a payload.
class PayloadAnswer {
 public:
  // `methods` are the names that it must have, separated by spaces; NULL for none.
  explicit PayloadAnswer(const char* methods = nullptr) : methods_(methods) {}
  PayloadAnswer(const PayloadAnswer&) = delete;
  PayloadAnswer& operator=(const PayloadAnswer&) = delete;
  ~PayloadAnswer() { delete payload_; }

  bool Convert(PyObject* value, const ArgumentName& answer);
  Payload* Release() { return std::exchange(payload_, nullptr); }
  template <typename Pointer>
  bool Store(Pointer* target) {
    *target = static_cast<Pointer>(static_cast<void*>(Release()));
    return true;
  }

 private:
  const char* methods_;
  Payload* payload_ = nullptr;
};

// A handle that the core takes over; None is NULL.
template <typename Opaque>
class HandleAnswer {
 public:
  explicit HandleAnswer(const HandleClass& handle_class)
      : class_(handle_class), generation_(HandleGeneration()) {}
  HandleAnswer(const HandleAnswer&) = delete;
  HandleAnswer& operator=(const HandleAnswer&) = delete;
  ~HandleAnswer() {
    if (pointer_ != nullptr) GiveBack(class_, pointer_, generation_);
  }

  bool Convert(PyObject* value, const ArgumentName& answer) {
    if (value == nullptr || value == Py_None) return true;
    pointer_ = TakeOver(class_, value, answer);
    return pointer_ != nullptr;
  }
  Opaque* Release() { return static_cast<Opaque*>(std::exchange(pointer_, nullptr)); }
  bool Store(Opaque** target) {
    *target = Release();
    return true;
  }

 private:
  const HandleClass& class_;
  unsigned generation_;
  void* pointer_ = nullptr;
};

}  // namespace orthanc_python
