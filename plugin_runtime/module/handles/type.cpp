// Creates the Python types of handle classes.
#include <cstddef>
#include <vector>

#include "handles/buffer.h"
#include "handles/object.h"

namespace orthanc_python {

namespace {

// Reserves memory for a state behind an object of `size` bytes, and returns its offset.
template <typename State>
std::size_t Append(std::size_t* size) {
  const std::size_t begin = (*size + alignof(State) - 1) / alignof(State) * alignof(State);
  *size = begin + sizeof(State);
  return begin;
}

PyObject* Represent(PyObject* self) {
  const Handle* handle = AsHandle(self);
  const char* state = !handle->IsValid() ? "closed" : handle->owned ? "owned" : "borrowed";
  return PyUnicode_FromFormat("<%s, %s>", handle->handle_class->qualified_name, state);
}

}  // namespace

bool HandleClass::Create(PyObject* module) {
  std::vector<PyType_Slot> slots = {{Py_tp_dealloc, reinterpret_cast<void*>(&DeallocateHandle)},
                                    {Py_tp_repr, reinterpret_cast<void*>(&Represent)},
                                    {Py_tp_doc, const_cast<char*>(doc)},
                                    {Py_tp_methods, methods}};
  std::size_t size = sizeof(HandleObject);
  if (memory != nullptr) {
    views_at = Append<HandleViews>(&size);
    slots.push_back({Py_bf_getbuffer, reinterpret_cast<void*>(&GetHandleBuffer)});
    slots.push_back({Py_bf_releasebuffer, reinterpret_cast<void*>(&ReleaseHandleBuffer)});
  }
  for (const PyType_Slot* slot = container; slot != nullptr && slot->slot != 0; slot++) {
    slots.push_back(*slot);
    if (slot->slot == Py_tp_iternext) position_at = Append<HandlePosition>(&size);
  }
  slots.push_back({0, nullptr});
  PyType_Spec spec = {qualified_name, static_cast<int>(size), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
                      slots.data()};
  type.Set(Reference(PyType_FromSpec(&spec)));
  return type && PyModule_AddObjectRef(module, name, type.Get()) == 0;
}

}  // namespace orthanc_python
