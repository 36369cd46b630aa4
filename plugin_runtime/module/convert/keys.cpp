// Makes the keys of dictionaries that callbacks receive, such as the names of HTTP headers.
#include "convert/keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "python/reference.h"
#include "python/text.h"

namespace orthanc_python {
namespace {

constexpr std::size_t kLongest = 31;  // most names of headers are shorter
constexpr std::size_t kKept = 256;    // a power of two

// A key that is kept. Another one with the same place replaces it, so clients cannot make the table grow.
struct Key {
  PyObject* text = nullptr;
  std::size_t size = 0;
  std::array<char, kLongest> bytes{};

  bool Is(const char* key, std::size_t its_size) const {
    return text != nullptr && size == its_size && std::memcmp(bytes.data(), key, size) == 0;
  }
};

std::array<Key, kKept> kept;  // guarded by the GIL; never destroyed, as Python may be gone by then

// Finds the size of a key, up to one more than is kept, and its place.
std::size_t Measure(const char* key, std::size_t* place) {
  std::uint32_t hash = 2166136261;  // FNV-1a
  std::size_t size = 0;
  for (; size <= kLongest && key[size] != '\0'; size++)
    hash = (hash ^ static_cast<unsigned char>(key[size])) * 16777619U;
  *place = (hash ^ (hash >> 16)) % kKept;
  return size;
}

}  // namespace

PyObject* KeyToPython(const char* key) {
  if (key == nullptr) return TextToPython(key);
  std::size_t place = 0;
  const std::size_t size = Measure(key, &place);
  if (size > kLongest) return TextToPython(key);
  Key& found = kept[place];
  if (found.Is(key, size)) return Py_NewRef(found.text);
  PyObject* const text = SizedTextToPython(key, size);
  if (text == nullptr) return nullptr;
  const Reference replaced(found.text);
  found.text = Py_NewRef(text);
  found.size = size;
  std::memcpy(found.bytes.data(), key, size);
  return text;
}

}  // namespace orthanc_python
