// Switches a thread to a larger stack and back, and informs the sanitizers.
#include "threads/stack.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cstdint>
#include <cstring>

#include <algorithm>
#include <cerrno>
#include <string>

#include "core/attachment.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ORTHANC_PYTHON_ASAN 1
#endif
#if __has_feature(thread_sanitizer)
#define ORTHANC_PYTHON_TSAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ORTHANC_PYTHON_ASAN 1
#endif
#if defined(__SANITIZE_THREAD__)
#define ORTHANC_PYTHON_TSAN 1
#endif

#ifdef ORTHANC_PYTHON_ASAN
#include <sanitizer/common_interface_defs.h>
#define ORTHANC_PYTHON_NOT_SANITIZED __attribute__((no_sanitize("address")))
#elif defined(ORTHANC_PYTHON_TSAN)
#include <sanitizer/tsan_interface.h>
#define ORTHANC_PYTHON_NOT_SANITIZED __attribute__((no_sanitize("thread")))
#else
#define ORTHANC_PYTHON_NOT_SANITIZED
#endif

namespace orthanc_python {

StackRange ThreadStack() {
  StackRange range;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return range;
  void* lowest = nullptr;
  if (pthread_attr_getstack(&attributes, &lowest, &range.size) != 0) range.size = 0;
  pthread_attr_destroy(&attributes);
  range.lowest = reinterpret_cast<uintptr_t>(lowest);
  return range;
}

size_t StackRange::Left() const {
  const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  return here > lowest && here - lowest <= size ? here - lowest : 0;
}

bool StackRange::HasRoom() const {
  const size_t left = Left();
  return left == 0 || left >= std::min(kEnoughStack, size / 8);
}

bool OwnStack::IsCurrent() const {
  return start_ != nullptr && Range().Left() > 0;
}

bool OwnStack::Reserve() {
  if (start_ != nullptr) return true;
  const auto guard = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  void* mapping = mmap(nullptr, guard + kLargeStack, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (mapping == MAP_FAILED || mprotect(mapping, guard, PROT_NONE) != 0) {
    const std::string reason = strerror(errno);
    if (mapping != MAP_FAILED) munmap(mapping, guard + kLargeStack);
    Core::Log(LogLevel::kError, "A callback is refused: no memory for the stack of Python (" + reason + ")");
    return false;
  }
  mapping_ = mapping;
  start_ = static_cast<char*>(mapping) + guard;
#ifdef ORTHANC_PYTHON_TSAN
  fiber_ = __tsan_create_fiber(0);
#endif
  return true;
}

OwnStack::~OwnStack() {
  if (start_ == nullptr) return;
#ifdef ORTHANC_PYTHON_TSAN
  __tsan_destroy_fiber(fiber_);
#endif
  munmap(mapping_, static_cast<size_t>(start_ - static_cast<char*>(mapping_)) + kLargeStack);
}

#if ORTHANC_PYTHON_HAS_CALL_ON_STACK

// One visit to the stack. Announces both switches to the sanitizers, even if an exception ends the visit.
// Lives on the stack that the thread came from. Its functions are not sanitized, since they run in the middle
// of a switch.
struct OwnStack::Visit {
  ORTHANC_PYTHON_NOT_SANITIZED Visit(OwnStack* stack_to_visit, const FunctionRef& to_run)
      : stack(stack_to_visit), body(to_run) {
    stack->in_use_ = true;
#ifdef ORTHANC_PYTHON_ASAN
    __sanitizer_start_switch_fiber(&origin_fake_stack, stack->start_, kLargeStack);
#elif defined(ORTHANC_PYTHON_TSAN)
    origin_fiber = __tsan_get_current_fiber();
#endif
  }
  ORTHANC_PYTHON_NOT_SANITIZED ~Visit() {
#ifdef ORTHANC_PYTHON_ASAN
    __sanitizer_finish_switch_fiber(origin_fake_stack, nullptr, nullptr);
#endif
    stack->in_use_ = false;
  }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  // The part of the visit on the other stack.
  struct Stay {
    ORTHANC_PYTHON_NOT_SANITIZED explicit Stay(Visit* whole) : visit(whole) {
#ifdef ORTHANC_PYTHON_ASAN
      __sanitizer_finish_switch_fiber(nullptr, &visit->origin_start, &visit->origin_size);
#elif defined(ORTHANC_PYTHON_TSAN)
      __tsan_switch_to_fiber(visit->stack->fiber_, 0);
#endif
    }
    ORTHANC_PYTHON_NOT_SANITIZED ~Stay() {
#ifdef ORTHANC_PYTHON_ASAN
      __sanitizer_start_switch_fiber(nullptr, visit->origin_start, visit->origin_size);
#elif defined(ORTHANC_PYTHON_TSAN)
      __tsan_switch_to_fiber(visit->origin_fiber, 0);
#endif
    }
    Stay(const Stay&) = delete;
    Stay& operator=(const Stay&) = delete;

    Visit* visit;
  };

  // The first function on the stack.
  ORTHANC_PYTHON_NOT_SANITIZED static void Enter(void* argument) {
    auto* visit = static_cast<Visit*>(argument);
    const Stay stay(visit);
    visit->body();
  }

  OwnStack* stack;
  const FunctionRef& body;
  void* origin_fiber = nullptr;
  void* origin_fake_stack = nullptr;
  const void* origin_start = nullptr;
  size_t origin_size = 0;
};

bool OwnStack::Run(FunctionRef body) {
  if (IsCurrent()) {
    body();
    return true;
  }
  if (in_use_) {
    Core::Log(LogLevel::kError, "A callback is refused: its thread runs on an unknown stack");
    return false;
  }
  if (!Reserve()) return false;
  Visit visit(this, body);
  OrthancPythonCallOnStack(&visit, &Visit::Enter, start_ + kLargeStack);
  return true;
}

#else

bool OwnStack::Run(FunctionRef) {
  return false;
}

#endif

}  // namespace orthanc_python
