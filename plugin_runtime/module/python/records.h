// Results that combine several values: dicts and named tuples.
#pragma once

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A key of dicts, for static storage. Its str is made at first use, and kept.
struct DictKey {
  const char* name;
  LastingReference text{};  // NOLINT(readability-redundant-member-init): for -Wmissing-field-initializers
};

// Builds a dict. A NULL value, with an exception set, makes Add() fail.
class DictBuilder {
 public:
  // Takes over a new reference to the value.
  bool Add(DictKey* key, PyObject* value);
  PyObject* Release() { return dict_.Release(); }

 private:
  Reference dict_;
};

// A named tuple class of the module, created at import.
struct NamedTupleClass {
  const char* name;
  const char* fields;  // separated by spaces
  const char* doc;
  LastingReference type{};  // NOLINT(readability-redundant-member-init): for -Wmissing-field-initializers

  // Creates the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);

  // Returns a new tuple of the values of some holders, in that order.
  template <typename... Results>
  PyObject* Of(const Results&... results) const {
    const Reference tuple(PyTuple_New(sizeof...(results)));
    Py_ssize_t used = 0;
    const bool complete = tuple && (Put(tuple.Get(), used++, results.ToPython()) && ...);
    return complete ? PyObject_CallObject(type.Get(), tuple.Get()) : nullptr;
  }
  // Returns a new tuple with None for every field.
  PyObject* OfNone() const;

 private:
  // Takes over a new reference.
  static bool Put(PyObject* tuple, Py_ssize_t index, PyObject* value) {
    return value != nullptr && PyTuple_SetItem(tuple, index, value) == 0;
  }
};

}  // namespace orthanc_python
