// Converts text and HTTP headers as arguments.
#pragma once

#include <cstdint>
#include <vector>

#include "convert/argument_name.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Text, passed to C as UTF-8 that ends with a NUL. Surrogate escapes become the bytes that they represent.
class TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  const char* Get() const { return text_; }

 protected:
  Reference owner_;  // the str itself, or the bytes encoded from it
  const char* text_ = nullptr;
};

// Text or None, which is NULL in C.
class OptionalTextArgument : public TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument) {
    return value == nullptr || value == Py_None || TextArgument::Convert(value, argument);
  }
};

// Text for an HTTP header. Refuses line breaks, with which a client could forge further headers.
class HeaderTextArgument : public TextArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
};

// A Mapping[str, str], or None for an empty one, as the parallel arrays of HTTP headers that the SDK expects.
class HeadersArgument {
 public:
  bool Convert(PyObject* value, const ArgumentName& argument);
  std::uint32_t Count() const { return static_cast<std::uint32_t>(keys_.size()); }
  const char* const* Keys() const { return keys_.data(); }
  const char* const* Values() const { return values_.data(); }

 private:
  bool Take(PyObject* pairs, const ArgumentName& argument);

  std::vector<HeaderTextArgument> holders_;  // keys and values, alternating
  std::vector<const char*> keys_;
  std::vector<const char*> values_;
};

}  // namespace orthanc_python
