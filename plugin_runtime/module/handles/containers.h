// Implements len(), indexing and iteration of handles by calling their methods.
#pragma once

#include "handles/pinned.h"
#include "python/errors.h"
#include "python/methods.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Calls a method. No C++ exception passes the slots of the Python type.
template <Wrapper kMethod>
PyObject* Call(PyObject* self, PyObject* const* arguments = nullptr, Py_ssize_t count = 0) {
  return ForPython([&] { return kMethod(self, arguments, count, nullptr); });
}

// len(handle): the result of a method that counts.
template <Wrapper kCount>
Py_ssize_t Length(PyObject* self) {
  const Reference count(Call<kCount>(self));
  return count ? PyLong_AsSsize_t(count.Get()) : -1;
}

// Returns the result of a method for an item. Replaces None by an error, since it means that the core
// returned no item. Steals the reference.
inline PyObject* RequireItem(PyObject* value) {
  if (value != Py_None) return value;
  const Reference none(value);
  RaiseError(kNullPointer, "Orthanc returned no value for this item");
  return nullptr;
}

// handle[index]: the result of a method for an index.
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
  return number ? RequireItem(Call<kItem>(self, &argument, 1)) : nullptr;
}

// The item at an index. One call into the core, for an index below the length.
template <Wrapper kItem>
PyObject* KnownItem(PyObject* self, PyObject* index) {
  return ForPython([&] { return RequireItem(Call<kItem>(self, &index, 1)); });
}

// iter(handle): asks for the length once, and for each item when it is needed.
template <Wrapper kCount, Wrapper kItem>
PyObject* Iterate(PyObject* self) {
  static PyMethodDef item = {"item", &KnownItem<kItem>, METH_O, nullptr};
  const Py_ssize_t length = Length<kCount>(self);
  if (length < 0) return nullptr;
  const Reference get(PyCFunction_New(&item, self));
  const Reference indexes(PyObject_CallFunction(reinterpret_cast<PyObject*>(&PyRange_Type), "n", length));
  if (!get || !indexes) return nullptr;
  return PyObject_CallFunctionObjArgs(reinterpret_cast<PyObject*>(&PyMap_Type), get.Get(), indexes.Get(),
                                      nullptr);
}

// next(handle): moves to the next item and returns a tuple of the results of some methods. All of these calls
// are made in one turn, so that no other thread moves on in between. After the last item, does not call the
// core, which would refuse to move.
template <Wrapper kAdvance, bool kWhile, Wrapper... kParts>
PyObject* Next(PyObject* self) {
  Handle* handle = AsHandle(self);
  PinnedHandle turn(*handle->handle_class);
  if (!turn.Convert(self, {handle->handle_class->name, "self"})) return nullptr;
  HandlePosition* position = handle->Position();
  if (position->at_end) return nullptr;
  const Reference moved(Call<kAdvance>(self));
  const int truth = moved ? PyObject_IsTrue(moved.Get()) : -1;
  if (truth < 0) return nullptr;
  position->at_end = (truth != 0) != kWhile;
  if (position->at_end) return nullptr;
  const Reference tuple(PyTuple_New(sizeof...(kParts)));
  Py_ssize_t used = 0;
  const auto put = [&](PyObject* value) {
    return value != nullptr && PyTuple_SetItem(tuple.Get(), used++, value) == 0;
  };
  const bool complete = tuple && (put(RequireItem(Call<kParts>(self))) && ...);
  return complete ? Py_NewRef(tuple.Get()) : nullptr;
}

}  // namespace orthanc_python
