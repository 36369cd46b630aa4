// An operator new for LD_PRELOAD that fails once in each thread that the plugin's loader has started.
#include <dlfcn.h>
#include <execinfo.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace {

// True for the first allocation in a thread of the loader.
bool Fails() {
  static thread_local bool failed = false;
  if (failed || getpid() == gettid()) return false;
  void* frames[40];
  const int count = backtrace(frames, 40);
  for (int i = 0; i < count; i++) {
    Dl_info info{};
    if (dladdr(frames[i], &info) != 0 && strstr(info.dli_fname, "libOrthancPython") != nullptr) failed = true;
  }
  return failed;
}

}  // namespace

void* operator new(std::size_t size) {
  void* memory = Fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
