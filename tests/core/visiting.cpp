// Visits another stack with call_on_stack.h of the runtime, and unwinds from there in several ways.
#include "threads/call_on_stack.h"

#include <cxxabi.h>
#include <execinfo.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include <stdexcept>

namespace {

constexpr size_t kSize = size_t{1} << 20;
char* stack = nullptr;
char steps[200];
void* caller = nullptr;  // the return address of VisitAll()

void Note(const char* step) {
  strncat(steps, step, sizeof(steps) - strlen(steps) - 1);
}

void Expect(const char* expected) {
  if (strcmp(steps, expected) != 0) {
    printf("expected \"%s\", but saw \"%s\"\n", expected, steps);
    exit(1);
  }
  steps[0] = '\0';
}

struct Noted {
  explicit Noted(const char* at_the_end) : end(at_the_end) {}
  ~Noted() { Note(end); }
  const char* end;
};

bool IsOnOtherStack() {
  const auto* here = static_cast<char*>(__builtin_frame_address(0));
  return here > stack && here < stack + kSize;
}

void Visit(void (*body)(void*)) {
  int argument = 42;
  OrthancPythonCallOnStack(&argument, body, stack + kSize);
}

void Plainly(void* argument) {
  if (!IsOnOtherStack() || *static_cast<int*>(argument) != 42) Note("wrong ");
  if (reinterpret_cast<size_t>(__builtin_frame_address(0)) % 16 != 0) Note("misaligned ");
  char text[64];  // formats a double, which needs an aligned stack
  snprintf(text, sizeof(text), "%.1f ", 1.5);
  Note(text);
}

void CatchInside(void*) {
  try {
    const Noted noted("unwound ");
    throw std::runtime_error("inside");
  } catch (const std::exception& error) {
    Note(error.what());
  }
}

void Throw(void*) {
  const Noted noted("unwound ");
  throw std::runtime_error("through");
}

void EndThread(void*) {
  const Noted noted("inner ");
  try {
    pthread_exit(nullptr);
  } catch (abi::__forced_unwind&) {
    Note("forced ");
    throw;
  }
}

void* Thread(void*) {
  const Noted noted("outer ");
  Visit(&EndThread);
  Note("never ");
  return nullptr;
}

__attribute__((noinline)) void LookBack(void*) {
  void* frames[50];
  const int count = backtrace(frames, 50);
  for (int i = 0; i < count; i++) {
    if (frames[i] == caller) Note("found");
  }
}

void Nothing(void*) {}

__attribute__((noinline)) void VisitAll() {
  caller = __builtin_return_address(0);
  Visit(&Plainly);
  Expect("1.5 ");
  Visit(&CatchInside);
  Expect("unwound inside");
  try {
    const Noted noted("outer ");
    Visit(&Throw);
  } catch (const std::exception& error) {
    Note(error.what());
  }
  Expect("unwound outer through");
  pthread_t thread;
  pthread_create(&thread, nullptr, &Thread, nullptr);
  pthread_join(thread, nullptr);
  Expect("forced inner outer ");
  Visit(&LookBack);
  Expect("found");
  timespec begin;
  timespec end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (int i = 0; i < 1000000; i++) Visit(&Nothing);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%.1f ns a visit\n", ((end.tv_sec - begin.tv_sec) * 1e9 + (end.tv_nsec - begin.tv_nsec)) / 1e6);
}

}  // namespace

int main() {
  stack = static_cast<char*>(
      mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0));
  if (stack == MAP_FAILED) return 2;
  VisitAll();
  return 0;
}
