// Converts return values of Python callables for the core.
//
// Each holder has a Convert() that takes the Python value, or NULL if an optional value is missing. It
// returns false, with an exception that names the value, if the value is invalid. Get() returns the C result,
// or Store() writes it to an output. All require the GIL; Store() releases it while it copies a large buffer.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>

#include "convert/buffers.h"
#include "convert/copying.h"
#include "convert/numbers.h"
#include "core/calls.h"
#include "python/errors.h"
#include "python/python.h"

namespace orthanc_python {

// A bool, or the truth value of any other integer.
class FlagAnswer {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer);
  std::uint8_t Get() const { return flag_; }

 private:
  std::uint8_t flag_ = 0;
};

// Writes a number or an enumerator to an output of the core.
template <typename Target, typename Value>
bool Fill(Target* target, Value value) {
  *target = static_cast<Target>(value);
  return true;
}

// An error code. None means success, for callables that raise an exception on failure.
class CodeAnswer : public EnumArgument<OrthancPluginErrorCode> {
 public:
  using EnumArgument::EnumArgument;
  bool Convert(PyObject* value, const ArgumentName& answer) {
    return value == Py_None || EnumArgument::Convert(value, answer);
  }
};

// Bytes, copied into memory that the core then owns. None, or a missing value, leaves the buffer empty or
// stores the default `otherwise`.
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

// Bytes, copied into memory that the core has allocated. The size must match exactly.
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

// Bytes, copied into memory that the core frees with free().
class AllocatedAnswer : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    answer_ = answer;
    return BufferView::Convert(value, answer, std::numeric_limits<std::int64_t>::max());
  }
  template <typename Size>
  bool Store(void** target, Size* size) const {
    if (size_ > static_cast<std::uint64_t>(std::numeric_limits<Size>::max())) {
      return answer_.Fail(PyExc_OverflowError, "has %llu bytes, but the SDK accepts at most %llu",
                          static_cast<unsigned long long>(size_),
                          static_cast<unsigned long long>(std::numeric_limits<Size>::max()));
    }
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): the core calls free()
    *target = std::malloc(size_ == 0 ? 1 : static_cast<std::size_t>(size_));
    if (*target == nullptr) return PyErr_NoMemory() != nullptr;
    CopyMemory(*target, data_, static_cast<std::size_t>(size_));
    *size = static_cast<Size>(size_);
    return true;
  }

 private:
  ArgumentName answer_ = {};
};

// Bytes that are required. A callable that returns None has probably forgotten to return them, and empty
// bytes would pass for the content of an empty file.
template <typename Answer>
class RequiredAnswer : public Answer {
 public:
  bool Convert(PyObject* value, const ArgumentName& answer) {
    if (value == Py_None) return answer.FailType("a bytes-like object or str", value);
    return Answer::Convert(value, answer);
  }
};

// Text from which the core makes an HTTP header, in memory that the core then owns.
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

}  // namespace orthanc_python
