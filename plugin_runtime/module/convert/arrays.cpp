// Converts counted C arrays to Python values.
#include "convert/arrays.h"

#include "python/text.h"

namespace orthanc_python {

PyObject* TextListToPython(std::uint32_t count, const char* const* items) {
  Reference list(PyList_New(static_cast<Py_ssize_t>(count)));
  for (std::uint32_t i = 0; list && i < count; i++) {
    PyObject* item = TextToPython(items[i]);
    if (item == nullptr || PyList_SetItem(list.Get(), static_cast<Py_ssize_t>(i), item) != 0) return nullptr;
  }
  return list.Release();
}

}  // namespace orthanc_python
