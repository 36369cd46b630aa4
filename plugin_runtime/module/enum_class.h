// An enumeration of the SDK as a real Python class, and the way between its members and C values.
#pragma once

#include <cstddef>
#include <cstdint>

#include "python.h"

namespace orthanc_python {

struct ArgumentName;

struct EnumMember {
  const char* name;
  std::int32_t value;
};

// How values that are not members are treated.
enum class EnumKind {
  kClosed,  // enum.IntEnum: an argument must be a member
  kOpen,    // enum.IntEnum: any 32-bit value is an argument, since others may define values of their own
  kFlags,   // enum.IntFlag: an argument is a combination of members
};

// One generated constant per enumeration. All functions need the GIL.
class EnumClass {
 public:
  constexpr EnumClass(const char* name, EnumKind kind, const char* doc, const EnumMember* members,
                      std::size_t count)
      : name_(name), kind_(kind), doc_(doc), members_(members), count_(count) {}

  // Makes the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);
  // The member of a value, or a plain int where this build knows no such member. A new reference.
  PyObject* ToPython(std::int32_t value) const;
  // The name of the member of a value as str, or the value in digits. A new reference.
  PyObject* NameToPython(std::int32_t value) const;
  // Reads an int that is a valid value. False with an exception that names the argument otherwise.
  bool FromPython(PyObject* value, const ArgumentName& argument, std::int32_t* target) const;

 private:
  bool Allows(std::int32_t value) const;
  PyObject* Find(std::int32_t value) const;

  const char* name_;
  EnumKind kind_;
  const char* doc_;
  const EnumMember* members_;
  std::size_t count_;
  PyObject* type_ = nullptr;
  PyObject* by_value_ = nullptr;  // dict from plain int to member
};

}  // namespace orthanc_python
