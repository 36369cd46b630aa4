// Results that combine several values: dicts and named tuples.
#include "python/records.h"

namespace orthanc_python {

bool DictBuilder::Add(DictKey* key, PyObject* value) {
  const Reference held(value);
  if (!held) return false;
  if (!dict_) dict_ = Reference(PyDict_New());
  if (!dict_) return false;
  if (!key->text) key->text.Set(Reference(PyUnicode_InternFromString(key->name)));
  return key->text && PyDict_SetItem(dict_.Get(), key->text.Get(), held.Get()) == 0;
}

bool NamedTupleClass::Create(PyObject* module) {
  const Reference package(PyImport_ImportModule("collections"));
  const Reference factory(package ? PyObject_GetAttrString(package.Get(), "namedtuple") : nullptr);
  const Reference positional(Py_BuildValue("(ss)", name, fields));
  const Reference keyword(Py_BuildValue("{s:s}", "module", PyModule_GetName(module)));
  const Reference text(PyUnicode_FromString(doc));
  if (!factory || !positional || !keyword || !text) return false;
  type.Set(Reference(PyObject_Call(factory.Get(), positional.Get(), keyword.Get())));
  return type && PyObject_SetAttrString(type.Get(), "__doc__", text.Get()) == 0 &&
         PyModule_AddObjectRef(module, name, type.Get()) == 0;
}

PyObject* NamedTupleClass::OfNone() const {
  Py_ssize_t count = 1;
  for (const char* at = fields; *at != '\0'; at++) count += *at == ' ' ? 1 : 0;
  const Reference tuple(PyTuple_New(count));
  for (Py_ssize_t i = 0; tuple && i < count; i++) {
    if (PyTuple_SetItem(tuple.Get(), i, Py_NewRef(Py_None)) != 0) return nullptr;
  }
  return tuple ? PyObject_CallObject(type.Get(), tuple.Get()) : nullptr;
}

}  // namespace orthanc_python
