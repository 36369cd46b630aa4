// What a function of the core gives back, held until it has become a Python object, and freed on every way
// out.
//
// Each holder is filled without the GIL, by Assign() from a C result or through Address() as an output, and
// has a ToPython() that needs the GIL and returns a new reference, or NULL with an exception set.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <type_traits>

#include "copying.h"
#include "core.h"
#include "enum_class.h"
#include "errors.h"
#include "python.h"
#include "reference.h"
#include "text.h"

namespace orthanc_python {

// Gives memory that the core allocated back to it, as the SDK's own functions for that purpose do.
inline void FreeInCore(void* memory) {
  const OrthancPluginContext* context = Core::Context();
  if (memory == nullptr || context == nullptr) return;
  const ExceptionAside aside;
  context->Free(memory);
}

template <typename Integer>
PyObject* IntegerToPython(Integer value) {
  if constexpr (std::is_signed_v<Integer>) {
    return PyLong_FromLongLong(value);
  } else {
    return PyLong_FromUnsignedLongLong(value);
  }
}

// Copies bytes of the core, which must stay valid during the call. NULL gives empty bytes.
inline PyObject* BytesToPython(const void* data, std::uint64_t size) {
  return CopyToBytes(data, data == nullptr ? 0 : size);
}

template <typename Integer>
class IntegerResult {
 public:
  void Assign(Integer value) { value_ = value; }
  Integer* Address() { return &value_; }
  bool IsSet() const { return value_ != 0; }
  PyObject* ToPython() const { return IntegerToPython(value_); }

 private:
  Integer value_ = 0;
};

// A flag that C spells as an integer: bool.
template <typename Integer>
class FlagResult {
 public:
  void Assign(Integer value) { value_ = value; }
  Integer* Address() { return &value_; }
  bool IsSet() const { return value_ != 0; }
  PyObject* ToPython() const { return PyBool_FromLong(IsSet()); }

 private:
  Integer value_ = 0;
};

template <typename Float>
class FloatResult {
 public:
  void Assign(Float value) { value_ = value; }
  Float* Address() { return &value_; }
  PyObject* ToPython() const { return PyFloat_FromDouble(static_cast<double>(value_)); }

 private:
  Float value_ = 0;
};

template <typename Enum>
class EnumResult {
 public:
  explicit EnumResult(const EnumClass& type) : type_(type) {}
  void Assign(Enum value) { value_ = value; }
  Enum* Address() { return &value_; }
  PyObject* ToPython() const { return type_.ToPython(static_cast<std::int32_t>(value_)); }

 private:
  const EnumClass& type_;
  Enum value_ = {};
};

// A string that the caller must free: NULL is an error that has no code.
class TextResult {
 public:
  TextResult() = default;
  TextResult(const TextResult&) = delete;
  TextResult& operator=(const TextResult&) = delete;
  ~TextResult() { FreeInCore(text_); }

  void Assign(char* text) { text_ = text; }
  PyObject* ToPython() const {
    if (text_ != nullptr) return TextToPython(text_);
    RaiseError(kNullPointer, "Orthanc gave no text");
    return nullptr;
  }

 private:
  char* text_ = nullptr;
};

// A string that stays the core's: str or None.
class BorrowedTextResult {
 public:
  void Assign(const char* text) { text_ = text; }
  PyObject* ToPython() const { return OptionalTextToPython(text_); }

 private:
  const char* text_ = nullptr;
};

// A buffer that the core allocates and the caller frees: bytes. `Buffer` has the fields `data` and `size`.
template <typename Buffer>
class MemoryBufferResult {
 public:
  MemoryBufferResult() = default;
  MemoryBufferResult(const MemoryBufferResult&) = delete;
  MemoryBufferResult& operator=(const MemoryBufferResult&) = delete;
  ~MemoryBufferResult() { FreeInCore(buffer_.data); }

  Buffer* Address() { return &buffer_; }
  PyObject* ToPython() const { return BytesToPython(buffer_.data, buffer_.size); }

 protected:
  Buffer buffer_ = {};
};

// The same with UTF-8 text in it: str.
template <typename Buffer>
class TextBufferResult : public MemoryBufferResult<Buffer> {
 public:
  PyObject* ToPython() const { return SizedTextToPython(this->buffer_.data, this->buffer_.size); }
};

// The same with a JSON document in it: what Python's json module makes of it.
template <typename Buffer>
class JsonResult : public MemoryBufferResult<Buffer> {
 public:
  PyObject* ToPython() const {
    if (this->buffer_.size == 0) return PyDict_New();  // the core had nothing to tell
    const Reference text(SizedTextToPython(this->buffer_.data, this->buffer_.size));
    const Reference package(text ? PyImport_ImportModule("json") : nullptr);
    return package ? PyObject_CallMethod(package.Get(), "loads", "O", text.Get()) : nullptr;
  }
};

// Memory inside an object of the core, whose size other functions tell: bytes.
class MeasuredResult {
 public:
  // Multiplies the size by what one function tells. A negative or overflowing size counts as too large.
  template <typename Integer>
  void Measure(Integer factor) {
    if constexpr (std::is_signed_v<Integer>) {
      if (factor < 0) size_ = kTooLarge;
    }
    if (__builtin_mul_overflow(size_, static_cast<std::uint64_t>(factor), &size_)) size_ = kTooLarge;
  }
  void Assign(const void* data) { data_ = data; }
  PyObject* ToPython() const {
    if (data_ == nullptr && size_ != 0) {
      RaiseError(kNullPointer, "Orthanc gave no data");
      return nullptr;
    }
    return BytesToPython(data_, size_);
  }

 private:
  static constexpr std::uint64_t kTooLarge = UINT64_MAX;
  const void* data_ = nullptr;
  std::uint64_t size_ = 1;
};

// A struct that the core fills: the dict that a generated function makes of it.
template <typename Struct>
class StructResult {
 public:
  explicit StructResult(PyObject* (*convert)(const Struct&)) : convert_(convert) {}
  Struct* Address() { return &value_; }
  PyObject* ToPython() const { return convert_(value_); }

 private:
  PyObject* (*convert_)(const Struct&);
  Struct value_ = {};
};

// A dict in the making: the first value that is NULL, with an exception set, ends it.
class DictBuilder {
 public:
  // Takes over a new reference.
  bool Add(const char* key, PyObject* value);
  PyObject* Release() { return dict_.Release(); }

 private:
  Reference dict_;
};

// A named tuple of the module, made once at import.
struct NamedTupleClass {
  const char* name;
  const char* fields;  // separated by spaces
  const char* doc;
  PyObject* type = nullptr;

  // Makes the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);

  // A new tuple of what the holders of some outputs make, in that order.
  template <typename... Results>
  PyObject* Of(const Results&... results) const {
    const Reference tuple(PyTuple_New(sizeof...(results)));
    Py_ssize_t used = 0;
    const bool complete = tuple && (Put(tuple.Get(), used++, results.ToPython()) && ...);
    return complete ? PyObject_CallObject(type, tuple.Get()) : nullptr;
  }
  // A new tuple of None for every field.
  PyObject* OfNone() const;

 private:
  // Takes over a new reference.
  static bool Put(PyObject* tuple, Py_ssize_t index, PyObject* value) {
    return value != nullptr && PyTuple_SetItem(tuple, index, value) == 0;
  }
};

}  // namespace orthanc_python
