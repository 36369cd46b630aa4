// Handles as Python's containers: len(), indices and iteration, made of the methods that do the work.
#pragma once

#include "errors.h"
#include "handles.h"
#include "methods.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

// len(handle): what a method counts.
template <Wrapper kCount>
Py_ssize_t Length(PyObject* self) {
  const Reference count(kCount(self, nullptr, 0, nullptr));
  return count ? PyLong_AsSsize_t(count.Get()) : -1;
}

// What a method tells of an item: the same reference, or an error for the None of an item that is not there.
inline PyObject* Told(PyObject* value) {
  if (value != Py_None) return value;
  const Reference none(value);
  RaiseError(kNullPointer, "Orthanc does not tell what this item is");
  return nullptr;
}

// handle[index], on which iteration is built: what a method makes of an index.
template <Wrapper kCount, Wrapper kItem>
PyObject* Item(PyObject* self, Py_ssize_t index) {
  const Py_ssize_t length = Length<kCount>(self);
  if (length < 0) return nullptr;
  if (index < 0 || index >= length) {
    PyErr_SetString(PyExc_IndexError, "the index is out of range");
    return nullptr;
  }
  const Reference number(PyLong_FromSsize_t(index));
  PyObject* const argument = number.Get();
  return number ? Told(kItem(self, &argument, 1, nullptr)) : nullptr;
}

// next(handle): a tuple of what some methods tell of the item to which another has moved on: all in one turn,
// so that no other thread moves on in between. Once at the end, it stays there, as iterators do; the core
// would refuse to move.
template <Wrapper kAdvance, bool kWhile, Wrapper... kParts>
PyObject* Next(PyObject* self) {
  auto* handle = reinterpret_cast<HandleObject*>(self);
  PinnedHandle turn(*handle->handle_class);
  if (!turn.Convert(self, {handle->handle_class->name, "self"})) return nullptr;
  if (handle->exhausted) return nullptr;
  const Reference moved(kAdvance(self, nullptr, 0, nullptr));
  const int truth = moved ? PyObject_IsTrue(moved.Get()) : -1;
  if (truth < 0) return nullptr;
  handle->exhausted = (truth != 0) != kWhile;
  if (handle->exhausted) return nullptr;
  const Reference tuple(PyTuple_New(sizeof...(kParts)));
  Py_ssize_t used = 0;
  const auto put = [&](PyObject* value) {
    return value != nullptr && PyTuple_SetItem(tuple.Get(), used++, value) == 0;
  };
  const bool complete = tuple && (put(Told(kParts(self, nullptr, 0, nullptr))) && ...);
  return complete ? Py_NewRef(tuple.Get()) : nullptr;
}

}  // namespace orthanc_python
