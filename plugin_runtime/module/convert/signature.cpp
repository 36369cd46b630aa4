// Parses the arguments of wrappers.
#include "convert/signature.h"

#include <array>
#include <cstdint>
#include <utility>

#include "python/reference.h"

namespace orthanc_python {

namespace {

using Places = std::array<std::uint8_t, 16>;

// Where the keywords of one call in a script go. Each call passes the same tuple of names every time, so that
// the names need to be compared only once. Keeps the tuple, whose address must not become that of another.
struct KnownCall {
  const Signature* signature;
  PyObject* keywords;
  std::size_t positional;
  Places places;
};

// Requires the GIL.
KnownCall& FindKnownCall(const Signature* signature, PyObject* keywords) {
  static std::array<KnownCall, 256> known{};
  constexpr unsigned kAlignment = 4;  // addresses are multiples of 16
  const auto hash = (reinterpret_cast<std::uintptr_t>(keywords) >> kAlignment) ^
                    (reinterpret_cast<std::uintptr_t>(signature) >> kAlignment);
  return known[hash % known.size()];
}

// Returns the number of a parameter, or the count of all for an unknown name.
std::size_t Place(const Signature& signature, PyObject* name) {
  std::size_t i = 0;
  while (i < signature.count && PyUnicode_CompareWithASCIIString(name, signature.names[i]) != 0) i++;
  return i;
}

}  // namespace

bool Signature::Parse(PyObject* const* arguments, Py_ssize_t positional, PyObject* keywords,
                      PyObject** values) const {
  const auto given = static_cast<std::size_t>(positional);
  if (given > count) {
    PyErr_Format(PyExc_TypeError, "orthanc.%s() takes at most %zu argument%s (%zu given)", function, count,
                 count == 1 ? "" : "s", given);
    return false;
  }
  for (std::size_t i = 0; i < given; i++) values[i] = arguments[i];
  if (keywords != nullptr && !ParseKeywords(arguments + given, given, keywords, values)) return false;
  for (std::size_t i = 0; i < required; i++) {
    if (values[i] == nullptr) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() missing required argument '%s' (position %zu)", function,
                   names[i], i + 1);
      return false;
    }
  }
  return true;
}

bool Signature::ParseKeywords(PyObject* const* arguments, std::size_t positional, PyObject* keywords,
                              PyObject** values) const {
  const auto named = static_cast<std::size_t>(PyTuple_Size(keywords));
  KnownCall& known = FindKnownCall(this, keywords);
  if (known.signature == this && known.keywords == keywords && known.positional == positional) {
    for (std::size_t k = 0; k < named; k++) values[known.places[k]] = arguments[k];
    return true;
  }
  Places places{};
  for (std::size_t k = 0; k < named; k++) {
    PyObject* name = PyTuple_GetItem(keywords, static_cast<Py_ssize_t>(k));
    const std::size_t i = Place(*this, name);
    if (i == count) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() got an unexpected keyword argument '%U'", function, name);
      return false;
    }
    if (values[i] != nullptr) {
      PyErr_Format(PyExc_TypeError, "orthanc.%s() got multiple values for argument '%s'", function, names[i]);
      return false;
    }
    values[i] = arguments[k];
    if (k < places.size()) places[k] = static_cast<std::uint8_t>(i);
  }
  if (named <= places.size()) {
    const Reference before(std::exchange(known, {this, Py_NewRef(keywords), positional, places}).keywords);
  }
  return true;
}

}  // namespace orthanc_python
