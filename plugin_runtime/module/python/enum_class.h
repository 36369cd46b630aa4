// Enumerations of the SDK as Python classes, and the conversion between members and C values.
#pragma once

#include <cstddef>
#include <cstdint>

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

struct EnumMember {
  const char* name;
  std::int32_t value;
};

// The treatment of values that are not members.
enum class EnumKind {
  kClosed,  // enum.IntEnum: an argument must be a member
  kOpen,    // enum.IntEnum: an argument may be any 32-bit value, since other plugins may define values
  kFlags,   // enum.IntFlag: an argument is a combination of members
};

// One generated constant per enumeration. All functions require the GIL.
class EnumClass {
 public:
  constexpr EnumClass(const char* name, EnumKind kind, const char* doc, const EnumMember* members,
                      std::size_t count)
      : name_(name), kind_(kind), doc_(doc), members_(members), count_(count) {}

  // Creates the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);
  // Returns the member for a value, or a plain int if this build knows no such member. A new reference.
  PyObject* ToPython(std::int32_t value) const;
  // Returns the name of the member for a value as str, or the value in digits. A new reference.
  PyObject* NameToPython(std::int32_t value) const;
  // Whether a value is valid as an argument.
  bool Allows(std::int32_t value) const;
  const char* Name() const { return name_; }

 private:
  // Return a borrowed reference, or NULL, with an exception set on failure.
  static PyObject* Find(const LastingReference& by_value, std::int32_t value);

  const char* name_;
  EnumKind kind_;
  const char* doc_;
  const EnumMember* members_;
  std::size_t count_;
  LastingReference type_;
  LastingReference by_value_;        // dict from plain int to member
  LastingReference names_by_value_;  // dict from plain int to str
};

}  // namespace orthanc_python
