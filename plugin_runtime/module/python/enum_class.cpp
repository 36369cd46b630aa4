// Enumerations of the SDK as Python classes, and the conversion between members and C values.
#include "python/enum_class.h"

#include <utility>

#include "python/reference.h"

namespace orthanc_python {
namespace {

// Returns the members as the list of (name, value) pairs that the functional API of `enum` takes.
PyObject* MemberList(const EnumMember* members, std::size_t count) {
  Reference list(PyList_New(0));
  if (!list) return nullptr;
  for (std::size_t i = 0; i < count; i++) {
    const Reference pair(Py_BuildValue("(si)", members[i].name, static_cast<int>(members[i].value)));
    if (!pair || PyList_Append(list.Get(), pair.Get()) != 0) return nullptr;
  }
  return list.Release();
}

}  // namespace

bool EnumClass::Create(PyObject* module) {
  const Reference package(PyImport_ImportModule("enum"));
  if (!package) return false;
  const char* base_name = kind_ == EnumKind::kFlags ? "IntFlag" : "IntEnum";
  const Reference base(PyObject_GetAttrString(package.Get(), base_name));
  const Reference list(MemberList(members_, count_));
  const Reference positional(list ? Py_BuildValue("(sO)", name_, list.Get()) : nullptr);
  const Reference keyword(Py_BuildValue("{s:s}", "module", PyModule_GetName(module)));
  if (!base || !positional || !keyword) return false;

  Reference type(PyObject_Call(base.Get(), positional.Get(), keyword.Get()));
  const Reference doc(PyUnicode_FromString(doc_));
  Reference by_value(PyDict_New());
  Reference names_by_value(PyDict_New());
  if (!type || !doc || !by_value || !names_by_value ||
      PyObject_SetAttrString(type.Get(), "__doc__", doc.Get()) != 0)
    return false;
  for (std::size_t i = 0; i < count_; i++) {
    const Reference key(PyLong_FromLong(members_[i].value));
    const Reference member(PyObject_GetAttrString(type.Get(), members_[i].name));
    if (!key || !member || PyDict_SetItem(by_value.Get(), key.Get(), member.Get()) != 0) return false;
    // Of several names for one value, the first one is that of the member.
    const Reference name(PyUnicode_InternFromString(members_[i].name));
    const int known = name ? PyDict_Contains(names_by_value.Get(), key.Get()) : -1;
    if (known < 0 || (known == 0 && PyDict_SetItem(names_by_value.Get(), key.Get(), name.Get()) != 0))
      return false;
  }
  type_.Set(std::move(type));
  by_value_.Set(std::move(by_value));
  names_by_value_.Set(std::move(names_by_value));
  return PyModule_AddObjectRef(module, name_, type_.Get()) == 0;
}

PyObject* EnumClass::Find(const LastingReference& by_value, std::int32_t value) {
  const Reference key(PyLong_FromLong(value));
  return key ? PyDict_GetItemWithError(by_value.Get(), key.Get()) : nullptr;
}

PyObject* EnumClass::ToPython(std::int32_t value) const {
  if (PyObject* member = Find(by_value_, value)) return Py_NewRef(member);
  if (PyErr_Occurred()) return nullptr;
  // IntFlag creates a pseudo-member for any combination of its bits; IntEnum would raise.
  return kind_ == EnumKind::kFlags ? PyObject_CallFunction(type_.Get(), "i", static_cast<int>(value))
                                   : PyLong_FromLong(value);
}

PyObject* EnumClass::NameToPython(std::int32_t value) const {
  if (PyObject* name = Find(names_by_value_, value)) return Py_NewRef(name);
  if (PyErr_Occurred()) return nullptr;
  return PyUnicode_FromFormat("%d", static_cast<int>(value));
}

bool EnumClass::Allows(std::int32_t value) const {
  if (kind_ == EnumKind::kOpen) return true;
  std::int32_t bits = 0;
  for (std::size_t i = 0; i < count_; i++) {
    if (members_[i].value == value) return true;
    bits |= members_[i].value;
  }
  return kind_ == EnumKind::kFlags && (value & ~bits) == 0;
}

}  // namespace orthanc_python
