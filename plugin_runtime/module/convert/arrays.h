// Converts counted C arrays to Python values.
#pragma once

#include <cstdint>

#include "convert/results.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Returns a list of text from a counted C array. A new reference; NULL with an exception set on failure.
PyObject* TextListToPython(std::uint32_t count, const char* const* items);

// Returns a list of integers from a counted C array. A new reference; NULL with an exception set on failure.
template <typename Integer>
PyObject* IntegerListToPython(std::uint32_t count, const Integer* items) {
  Reference list(PyList_New(static_cast<Py_ssize_t>(count)));
  for (std::uint32_t i = 0; list && i < count; i++) {
    PyObject* item = IntegerToPython(items[i]);
    if (item == nullptr || PyList_SetItem(list.Get(), static_cast<Py_ssize_t>(i), item) != 0) return nullptr;
  }
  return list.Release();
}

// Converts a list to a tuple. Steals the reference to the list. Returns NULL if `list` is NULL.
inline PyObject* TupleOf(PyObject* list) {
  const Reference owned(list);
  return owned ? PyList_AsTuple(owned.Get()) : nullptr;
}

}  // namespace orthanc_python
