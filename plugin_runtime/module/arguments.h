// What Python passes to a function, checked and held for the length of one call into the core.
//
// Each holder has a Convert() that takes the Python value (NULL when an optional argument was not given),
// returns false with an exception that names the argument when the value does not fit, and accessors for the
// C side. Holders keep what they point into alive and give it back on every way out. The GIL must be held
// throughout, except by the accessors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "enum_class.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

// The place of an argument, or of what a callback answers, for messages.
struct ArgumentName {
  const char* function;    // ex) "RestApiGet"
  const char* name;        // ex) "uri"; of an answer that is the only one, ""
  bool is_answer = false;  // of the callback that was registered with `function`

  // Raises `type` with a message that begins with this place. Always false.
  bool Fail(PyObject* type, const char* format, ...) const;
  // The TypeError of a value of a wrong type. Always false.
  bool FailType(const char* expected, PyObject* value) const;
  // Passes an exception on that a method of a value raised. A TypeError says no more than that the type is
  // wrong; any other is the script's own. Always false.
  bool FailConversion(const char* expected, PyObject* value) const;
  // The ValueError of text that has no UTF-8, in place of the exception that says so. Always false.
  bool FailEncoding() const;
};

// The parameters of one function: all may be given by position or by name.
struct Signature {
  const char* function;
  const char* const* names;
  std::size_t count;
  std::size_t required;  // the first so many have no default

  // Sorts what was passed by vectorcall into one borrowed value per parameter, NULL where none was given.
  bool Parse(PyObject* const* arguments, Py_ssize_t positional, PyObject* keywords, PyObject** values) const;
  ArgumentName At(std::size_t index) const { return {function, names[index]}; }
};

// Reads any object with __index__ into an integer, range-checked.
bool ReadSigned(PyObject* value, const ArgumentName& argument, std::int64_t least, std::int64_t most,
                std::int64_t* target);
bool ReadUnsigned(PyObject* value, const ArgumentName& argument, std::uint64_t most, std::uint64_t* target);

// Reads any number whose absolute value is not above `most`; infinities and NaN pass.
bool ReadFloat(PyObject* value, const ArgumentName& argument, double most, double* target);

template <typename Integer>
bool ReadInteger(PyObject* value, const ArgumentName& argument, Integer* target) {
  using Limits = std::numeric_limits<Integer>;
  std::conditional_t<std::is_signed_v<Integer>, std::int64_t, std::uint64_t> wide = 0;
  if constexpr (std::is_signed_v<Integer>) {
    if (!ReadSigned(value, argument, Limits::min(), Limits::max(), &wide)) return false;
  } else {
    if (!ReadUnsigned(value, argument, Limits::max(), &wide)) return false;
  }
  *target = static_cast<Integer>(wide);
  return true;
}

template <typename Integer>
class IntegerArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || ReadInteger(value, argument, &value_);  // 0 where it may be left out
  }
  // Whether it is an index into that many items.
  bool IsBelow(Integer count, const ArgumentName& argument) const {
    if (value_ < count) return true;
    return argument.Fail(PyExc_IndexError, "%llu is not below %llu", static_cast<unsigned long long>(value_),
                         static_cast<unsigned long long>(count));
  }
  Integer Get() const { return value_; }

 protected:
  Integer value_ = 0;
};

// A truth value, which C spells as 0 or 1; whoever passes those, passes them.
template <typename Integer>
class FlagArgument : public IntegerArgument<Integer> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    if (!IntegerArgument<Integer>::Convert(value, argument)) return false;
    if (this->value_ == 0 || this->value_ == 1) return true;
    return argument.Fail(PyExc_ValueError, "must be a bool, or 0 or 1");
  }
};

// A status of HTTP: three digits, from 100 to 599.
class HttpStatusArgument : public IntegerArgument<std::uint16_t> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
};

template <typename Float>
class FloatArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    double wide = 0;
    if (!ReadFloat(value, argument, std::numeric_limits<Float>::max(), &wide)) return false;
    value_ = static_cast<Float>(wide);
    return true;
  }
  Float Get() const { return value_; }

 private:
  Float value_ = 0;
};

template <typename Enum>
class EnumArgument {
 public:
  explicit EnumArgument(const EnumClass& type) : type_(type) {}
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return type_.FromPython(value, argument, &value_);
  }
  Enum Get() const { return static_cast<Enum>(value_); }

 private:
  const EnumClass& type_;
  std::int32_t value_ = 0;
};

// Text, handed to C as UTF-8 that ends with a NUL. Surrogate escapes become the bytes that they stand for.
class TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  const char* Get() const { return text_; }

 protected:
  Reference owner_;  // the str itself, or the bytes that were encoded from it
  const char* text_ = nullptr;
};

// Text or None, which is NULL in C.
class OptionalTextArgument : public TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || TextArgument::Convert(value, argument);
  }
};

// Text that becomes part of an HTTP header: a line break in it would let a client forge further headers.
class HeaderTextArgument : public TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
};

// Bytes with their number: any contiguous buffer without a copy, a str as UTF-8, or None for no bytes.
class BufferView {
 public:
  BufferView() = default;
  BufferView(const BufferView&) = delete;
  BufferView& operator=(const BufferView&) = delete;
  ~BufferView();

  bool Convert(PyObject* value, const ArgumentName& argument, std::uint64_t most);

 protected:
  Py_buffer view_ = {};
  Reference encoded_;
  const void* data_ = nullptr;
  std::uint64_t size_ = 0;
};

// `Size` is the C type of the size, `Byte` that of what the pointer points to.
template <typename Size, typename Byte = void>
class BufferArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return BufferView::Convert(value, argument, static_cast<std::uint64_t>(std::numeric_limits<Size>::max()));
  }
  const Byte* Data() const { return static_cast<const Byte*>(data_); }
  Size GetSize() const { return static_cast<Size>(size_); }
};

// The pixels of an image whose width, height, pitch and format are arguments of their own.
class PixelsArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  // Whether rows of `pitch` bytes fit their pixels, and the buffer all rows.
  bool Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
             std::uint32_t height, std::uint32_t pitch) const;
  const void* Data() const { return data_; }
};

// The same, of exactly that size, and copied into memory that nobody else sees and that the resulting handle
// keeps.
class OwnedPixelsArgument : public BufferView {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  // The copy is made here, once it is known that the size is right.
  bool Holds(const ArgumentName& argument, std::uint32_t pixel_size, std::uint32_t width,
             std::uint32_t height, std::uint32_t pitch);
  void* Data() const { return pixels_; }
  PyObject* Keep() const { return copy_.Get(); }

 private:
  Reference copy_;
  void* pixels_ = nullptr;  // in the copy
};

// A Mapping[str, str], or None for an empty one, as the parallel arrays of HTTP headers that the SDK takes.
class HeadersArgument {
 public:
  HeadersArgument() = default;
  HeadersArgument(const HeadersArgument&) = delete;
  HeadersArgument& operator=(const HeadersArgument&) = delete;
  ~HeadersArgument();

  bool Convert(PyObject* value, const ArgumentName& argument);
  std::uint32_t Count() const { return count_; }
  const char* const* Keys() const { return texts_; }
  const char* const* Values() const { return texts_ == nullptr ? nullptr : texts_ + count_; }

 private:
  bool Take(PyObject* pairs, const ArgumentName& argument);

  HeaderTextArgument* holders_ = nullptr;  // keys, then values
  const char** texts_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace orthanc_python
