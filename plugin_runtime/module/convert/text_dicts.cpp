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
};

const char* OrEmpty(const char* text) {
  return text == nullptr ? "" : text;
}

// A dictionary that is only copied, and the texts that it was made of.
struct Kept {
  LastingReference dict;
  std::vector<std::string> keys;
  std::vector<std::string> values;

  bool IsOf(const Pairs& pairs) const {
    return dict && AreEqual(keys, pairs.count, pairs.keys) && AreEqual(values, pairs.count, pairs.values);
  }

  // Another thread may use this meanwhile: until CPython 3.11, PyDict_Copy() may collect garbage, and
  // finalizers release the GIL. So the copy comes first, and the rest runs no Python.
  void Set(const Pairs& pairs, PyObject* copied) {
    Reference copy(PyDict_Copy(copied));
    dict.Clear();  // before the texts, which may fail
    Assign(&keys, pairs.count, pairs.keys);
    Assign(&values, pairs.count, pairs.values);
    dict.Set(std::move(copy));
    if (!dict) PyErr_Clear();
  }

 private:
  static bool AreEqual(const std::vector<std::string>& texts, std::uint32_t count, const char* const* given) {
    if (texts.size() != count) return false;
    for (std::uint32_t i = 0; i < count; i++) {
      if (std::strcmp(texts[i].c_str(), OrEmpty(given[i])) != 0) return false;
    }
    return true;
  }

  static void Assign(std::vector<std::string>* texts, std::uint32_t count, const char* const* given) {
    texts->resize(count);
    for (std::uint32_t i = 0; i < count; i++) (*texts)[i] = OrEmpty(given[i]);
  }
};

bool AreShort(std::uint32_t count, const char* const* texts) {
  for (std::uint32_t i = 0; i < count; i++) {
    if (strnlen(OrEmpty(texts[i]), kLongestText + 1) > kLongestText) return false;
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
  if (dict && AreShort(count, keys) && AreShort(count, values)) kept.Set(pairs, dict.Get());
  return dict.Release();
}

}  // namespace orthanc_python
