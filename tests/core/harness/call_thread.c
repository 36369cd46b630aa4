/* Helpers that need C: threads that Python did not start, and waits without Python. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <ucontext.h>

#define MAX_ARGUMENTS 12

/* Every argument of the callbacks is an integer or a pointer, so one function type fits all. */
typedef intptr_t (*Function)(intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t,
                             intptr_t, intptr_t, intptr_t, intptr_t);

#define MAX_TAKEN 4

/* How to free one answer of a callback: see TakeAnswer(). */
typedef struct {
  int32_t kind;
  void** place; /* NULL for the result itself */
  void (*release)(void*);
} Taken;

typedef struct {
  Function function;
  intptr_t arguments[MAX_ARGUMENTS];
  unsigned repeat;
  intptr_t result;
  Taken taken[MAX_TAKEN];
  unsigned taken_count;
} Task;

static void* Main(void* argument);

/* makecontext() passes integers only. */
static void RunTask(unsigned high, unsigned low) {
  Main((void*)(((uintptr_t)high << 32) | low));
}

void TakeAnswer(int32_t kind, void** place, void (*release)(void*));

static void* Main(void* argument) {
  Task* task = argument;
  const intptr_t* a = task->arguments;
  for (unsigned i = 0; i < task->repeat; i++) {
    task->result =
        task->function(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    for (unsigned t = 0; t < task->taken_count; t++) {
      void* result = (void*)task->result;
      TakeAnswer(task->taken[t].kind, task->taken[t].place != NULL ? task->taken[t].place : &result,
                 task->taken[t].release);
    }
  }
  return NULL;
}

/* Runs `task` on this thread. */
void CallHere(Task* task) {
  Main(task);
}

/* Runs `task` on this thread, on a stack that is neither the thread's nor the module's, as coroutines do. */
static ucontext_t origin;

void CallOnOtherStack(Task* task, void* stack, size_t size) {
  ucontext_t other;
  getcontext(&other);
  other.uc_stack.ss_sp = stack;
  other.uc_stack.ss_size = size;
  other.uc_link = &origin;
  const uintptr_t address = (uintptr_t)task;
  makecontext(&other, (void (*)(void))RunTask, 2, (unsigned)(address >> 32), (unsigned)address);
  swapcontext(&origin, &other);
}

/* Runs `task` on this thread, below `size` bytes of its stack, as a core that uses much of it. */
void CallBelow(Task* task, size_t size) {
  volatile char used[size];
  used[0] = used[size - 1] = 1;
  Main(task);
  used[0] = used[size - 1];
}

/* Runs `task` on a new thread with `stack` bytes of stack, and waits for it. Returns 0 or the error. */
int CallOnThread(Task* task, size_t stack) {
  pthread_attr_t attributes;
  pthread_t thread;
  int error = pthread_attr_init(&attributes);
  if (error != 0) return error;
  error = pthread_attr_setstacksize(&attributes, stack);
  if (error == 0) error = pthread_create(&thread, &attributes, Main, task);
  pthread_attr_destroy(&attributes);
  return error == 0 ? pthread_join(thread, NULL) : error;
}

/* An InvokeService that waits without Python until the flag is set. Returns 11, or 12 after 5 seconds. */
volatile int32_t released = 0;

int32_t WaitUntilReleased(void* context, int32_t service, const void* parameters) {
  (void)context;
  (void)service;
  (void)parameters;
  const struct timespec pause = {0, 500000};
  for (int i = 0; i < 10000; i++) {
    if (released) return 11;
    nanosleep(&pause, NULL);
  }
  return 12;
}

/* An InvokeService that does nothing, and succeeds. */
int32_t Succeed(void* context, int32_t service, const void* parameters) {
  (void)context;
  (void)service;
  (void)parameters;
  return 0;
}
