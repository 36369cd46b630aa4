// Converts numbers, flags and enumerators as arguments.
#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>

#include "convert/argument_name.h"
#include "python/enum_class.h"
#include "python/python.h"

namespace orthanc_python {

// Convert any object with __index__ to an integer, and check its range.
bool ReadSigned(PyObject* value, const ArgumentName& argument, std::int64_t least, std::int64_t most,
                std::int64_t* target);
bool ReadUnsigned(PyObject* value, const ArgumentName& argument, std::uint64_t most, std::uint64_t* target);

// Converts any number with an absolute value of at most `most`. Accepts infinities and NaN.
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

// Converts an int to a value of an enumeration, and checks that it is valid.
bool ReadEnumerator(PyObject* value, const ArgumentName& argument, const EnumClass& type,
                    std::int32_t* target);

template <typename Integer>
class IntegerArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || ReadInteger(value, argument, &value_);  // a missing optional value is 0
  }
  // Whether the value is an index below `count`. False with an exception set otherwise.
  bool IsBelow(Integer count, const ArgumentName& argument) const {
    if (value_ < count) return true;
    return argument.Fail(PyExc_IndexError, "%llu is not below %llu", static_cast<unsigned long long>(value_),
                         static_cast<unsigned long long>(count));
  }
  Integer Get() const { return value_; }

 protected:
  Integer value_ = 0;
};

// A flag, which is 0 or 1 in C. Accepts bool, 0 and 1.
template <typename Integer>
class FlagArgument : public IntegerArgument<Integer> {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    if (!IntegerArgument<Integer>::Convert(value, argument)) return false;
    if (this->value_ == 0 || this->value_ == 1) return true;
    return argument.Fail(PyExc_ValueError, "must be a bool, or 0 or 1");
  }
};

// An HTTP status, from 100 to 599.
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
    return ReadEnumerator(value, argument, type_, &value_);
  }
  Enum Get() const { return static_cast<Enum>(value_); }

 private:
  const EnumClass& type_;
  std::int32_t value_ = 0;
};

}  // namespace orthanc_python
