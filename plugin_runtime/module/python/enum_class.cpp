// Enumerations of the SDK as Python classes, and the conversion between members and C values.
#include "python/enum_class.h"

#include <utility>

#include "python/reference.h"

namespace orthanc_python {
namespace {

// Returns the metaclass of the enumerations, a borrowed reference. `EnumType` of CPython 3.11 has a
// `__getattr__`, which makes `ErrorCode.TIMEOUT` several times as slow as the attribute of another class,
// although members are ordinary attributes. A subclass looks them up as those. It has the name of the
// original, for help().
PyObject* Metaclass(PyObject* package) {
  static LastingReference metaclass;
  if (metaclass) return metaclass.Get();
  Reference original(PyObject_GetAttrString(package, "EnumType"));
  if (!original) return nullptr;
  if (PyObject_HasAttrString(original.Get(), "__getattr__") != 0) {
    PyType_Slot slots[] = {{Py_tp_getattro, PyType_GetSlot(&PyType_Type, Py_tp_getattro)}, {0, nullptr}};
    PyType_Spec spec = {"enum.EnumType", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    metaclass.Set(Reference(PyType_FromSpecWithBases(&spec, original.Get())));
  } else {
    metaclass.Set(std::move(original));
  }
  return metaclass.Get();
}

// Defines an attribute of a class. False with an exception set on failure. Steals the reference to the value.
bool Define(PyObject* body, const char* name, PyObject* value) {
  const Reference held(value);
  const Reference key(PyUnicode_InternFromString(name));
  return held && key && PyObject_SetItem(body, key.Get(), held.Get()) == 0;
}

}  // namespace

bool EnumClass::Create(PyObject* module) {
  const Reference package(PyImport_ImportModule("enum"));
  if (!package) return false;
  const char* base_name = kind_ == EnumKind::kFlags ? "IntFlag" : "IntEnum";
  const Reference base(PyObject_GetAttrString(package.Get(), base_name));
  PyObject* const metaclass = base ? Metaclass(package.Get()) : nullptr;
  if (metaclass == nullptr) return false;

  // As a `class` statement does it.
  const Reference bases(PyTuple_Pack(1, base.Get()));
  const Reference body(bases ? PyObject_CallMethod(metaclass, "__prepare__", "sO", name_, bases.Get())
                             : nullptr);
  if (!body || !Define(body.Get(), "__module__", PyModule_GetNameObject(module)) ||
      !Define(body.Get(), "__doc__", PyUnicode_FromString(doc_)))
    return false;
  for (std::size_t i = 0; i < count_; i++) {
    if (!Define(body.Get(), members_[i].name, PyLong_FromLong(members_[i].value))) return false;
  }
  Reference type(PyObject_CallFunction(metaclass, "sOO", name_, bases.Get(), body.Get()));
  Reference by_value(PyDict_New());
  Reference names_by_value(PyDict_New());
  if (!type || !by_value || !names_by_value) return false;
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
