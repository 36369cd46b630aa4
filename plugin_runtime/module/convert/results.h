// Holds the results of functions of the core until they are converted to Python objects, and frees them.
//
// Holders are filled without the GIL: Assign() takes a C result, Address() is passed as an output. ToPython()
// requires the GIL and returns a new reference, or NULL with an exception set. Prepare(), where it exists,
// must succeed before the call. It requires the GIL, too.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <type_traits>

#include "convert/copying.h"
#include "core/attachment.h"
#include "python/enum_class.h"
#include "python/errors.h"
#include "python/python.h"
#include "python/reference.h"
#include "python/text.h"

namespace orthanc_python {

// Frees memory that the core allocated, like the SDK's own functions for this purpose.
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

// Copies bytes of the core, which must stay valid during the call. NULL yields empty bytes.
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

// A flag, which C represents as an integer: bool.
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

// A string that the caller must free: str. NULL is an error without a code.
class TextResult {
 public:
  TextResult() = default;
  TextResult(const TextResult&) = delete;
  TextResult& operator=(const TextResult&) = delete;
  ~TextResult() { FreeInCore(text_); }

  void Assign(char* text) { text_ = text; }
  PyObject* ToPython() const {
    if (text_ != nullptr) return TextToPython(text_);
    RaiseError(kNullPointer, "Orthanc returned no text");
    return nullptr;
  }

 private:
  char* text_ = nullptr;
};

// A string that the core owns: str or None.
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

// A buffer of UTF-8 text: str.
template <typename Buffer>
class TextBufferResult : public MemoryBufferResult<Buffer> {
 public:
  PyObject* ToPython() const { return SizedTextToPython(this->buffer_.data, this->buffer_.size); }
};

// A buffer with a JSON document: the value that Python's json module returns for it.
template <typename Buffer>
class JsonResult : public MemoryBufferResult<Buffer> {
 public:
  // Finds json.loads. Must precede the call, which could not be undone if the import failed. Returns false
  // with an exception set on failure.
  bool Prepare() {
    const Reference package(PyImport_ImportModule("json"));
    loads_ = Reference(package ? PyObject_GetAttrString(package.Get(), "loads") : nullptr);
    return static_cast<bool>(loads_);
  }
  PyObject* ToPython() const {
    if (this->buffer_.size == 0) return PyDict_New();  // the core wrote no document
    const Reference text(SizedTextToPython(this->buffer_.data, this->buffer_.size));
    return text ? PyObject_CallFunctionObjArgs(loads_.Get(), text.Get(), nullptr) : nullptr;
  }

 private:
  Reference loads_;
};

// Memory inside an object of the core, whose size other functions return: bytes.
class MeasuredResult {
 public:
  // Multiplies the size by the result of one function. A negative or overflowing size counts as too large.
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
      RaiseError(kNullPointer, "Orthanc returned no data");
      return nullptr;
    }
    return BytesToPython(data_, size_);
  }

 private:
  static constexpr std::uint64_t kTooLarge = UINT64_MAX;
  const void* data_ = nullptr;
  std::uint64_t size_ = 1;
};

// A struct that the core fills: the dict that a generated function creates from it.
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

}  // namespace orthanc_python
