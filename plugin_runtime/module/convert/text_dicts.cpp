// Makes the dictionaries of text that callbacks receive, such as the HTTP headers of a request.
#include "convert/text_dicts.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "convert/keys.h"
#include "never_destroyed.h"
#include "python/reference.h"
#include "python/text.h"

namespace orthanc_python {
namespace {

constexpr std::uint32_t kMostPairs = 32;    // of a dictionary that is kept
constexpr std::size_t kLongestText = 1024;  // of a key or value in one that is kept, in bytes

// The pairs of C text that a dictionary is made of.
struct Pairs {
  std::uint32_t count;
  const char* const* keys;
  const char* const* values;

  // Returns the keys and values in turn.
  const char* At(std::size_t i) const {
    const char* text = (i % 2 == 0 ? keys : values)[i / 2];
    return text == nullptr ? "" : text;
  }
  std::size_t CountOfTexts() const { return std::size_t{2} * count; }
};

// A dictionary that is only copied, and the texts that it was made of.
struct Kept {
  LastingReference dict;
  std::vector<std::string> texts;

  bool IsOf(const Pairs& pairs) const {
    if (!dict || texts.size() != pairs.CountOfTexts()) return false;
    for (std::size_t i = 0; i < texts.size(); i++) {
      if (std::strcmp(texts[i].c_str(), pairs.At(i)) != 0) return false;
    }
    return true;
  }

  // Another thread may use this meanwhile: until CPython 3.11, PyDict_Copy() may collect garbage, and
  // finalizers release the GIL. So the copy comes first, and the rest runs no Python.
  void Set(const Pairs& pairs, PyObject* copied) {
    Reference copy(PyDict_Copy(copied));
    dict.Clear();  // before the texts, which may fail
    texts.resize(pairs.CountOfTexts());
    for (std::size_t i = 0; i < texts.size(); i++) texts[i] = pairs.At(i);
    dict.Set(std::move(copy));
    if (!dict) PyErr_Clear();
  }
};

bool IsWorthKeeping(const Pairs& pairs) {
  for (std::size_t i = 0; i < pairs.CountOfTexts(); i++) {
    if (strnlen(pairs.At(i), kLongestText + 1) > kLongestText) return false;
  }
  return true;
}

PyObject* Make(const Pairs& pairs) {
  Reference dict(PyDict_New());
  for (std::uint32_t i = 0; dict && i < pairs.count; i++) {
    const Reference key(KeyToPython(pairs.keys[i]));
    const Reference value(TextToPython(pairs.values[i]));
    if (!key || !value || PyDict_SetItem(dict.Get(), key.Get(), value.Get()) != 0) return nullptr;
  }
  return dict.Release();
}

}  // namespace

PyObject* TextDictToPython(std::uint32_t count, const char* const* keys, const char* const* values) {
  // The last one of each size, so clients cannot make it grow. Guarded by the GIL.
  static NeverDestroyed<std::array<Kept, kMostPairs + 1>> all_kept;
  if (count == 0) return PyDict_New();
  const Pairs pairs{count, keys, values};
  if (count > kMostPairs) return Make(pairs);
  Kept& kept = all_kept.Get()[count];
  if (kept.IsOf(pairs)) {
    const Reference held(Reference::To(kept.dict.Get()));  // another thread may replace it meanwhile
    return PyDict_Copy(held.Get());
  }
  Reference dict(Make(pairs));
  if (dict && IsWorthKeeping(pairs)) kept.Set(pairs, dict.Get());
  return dict.Release();
}

}  // namespace orthanc_python
