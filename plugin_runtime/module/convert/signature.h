// Parses the arguments of wrappers.
#pragma once

#include <cstddef>

#include "convert/argument_name.h"
#include "python/python.h"

namespace orthanc_python {

// The parameters of one function. All can be passed by position or by name.
struct Signature {
  const char* function;
  const char* const* names;
  std::size_t count;
  std::size_t required;  // the number of leading parameters without a default

  // Assigns the arguments of a vectorcall to parameters: one borrowed value each, NULL if missing. False with
  // an exception set on failure.
  bool Parse(PyObject* const* arguments, Py_ssize_t positional, PyObject* keywords, PyObject** values) const;
  ArgumentName At(std::size_t index) const { return {function, names[index]}; }

 private:
  bool ParseKeywords(PyObject* const* arguments, std::size_t positional, PyObject* keywords,
                     PyObject** values) const;
};

}  // namespace orthanc_python
