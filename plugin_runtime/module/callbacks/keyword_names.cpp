// The names of keyword arguments, as the tuples that a vectorcall takes.
#include "callbacks/keyword_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "never_destroyed.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

struct NameTuple {
  std::vector<const char*> names;
  PyObject* tuple;
};

// One for each set of keywords that some callback has passed: about as many as there are callback types.
std::vector<NameTuple>& Made() {
  static NeverDestroyed<std::vector<NameTuple>> made;
  return made.Get();
}

Reference MakeTuple(const std::vector<const char*>& names) {
  Reference tuple(PyTuple_New(static_cast<Py_ssize_t>(names.size())));
  for (std::size_t i = 0; tuple && i < names.size(); i++) {
    PyObject* const name = PyUnicode_InternFromString(names[i]);
    if (name == nullptr) return Reference();
    PyTuple_SetItem(tuple.Get(), static_cast<Py_ssize_t>(i), name);
  }
  return tuple;
}

}  // namespace

PyObject* KeywordNames(const char* const* names, std::size_t count) {
  for (const NameTuple& known : Made()) {
    if (std::equal(known.names.begin(), known.names.end(), names, names + count)) return known.tuple;
  }
  std::vector<const char*> owned(names, names + count);
  Reference tuple = MakeTuple(owned);
  if (!tuple) return nullptr;
  Made().push_back({std::move(owned), tuple.Get()});
  return tuple.Release();
}

}  // namespace orthanc_python
