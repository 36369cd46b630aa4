/* Calls a callback on a thread of its own that Python did not start, as the server does. */
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

#define MAX_ARGUMENTS 12

/* Every argument of the callbacks is an integer or a pointer, so one type of function stands for all. */
typedef intptr_t (*Function)(intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t,
                             intptr_t, intptr_t, intptr_t, intptr_t);

typedef struct {
  Function function;
  intptr_t arguments[MAX_ARGUMENTS];
  unsigned repeat;
  intptr_t result;
} Task;

static void* Main(void* argument) {
  Task* task = argument;
  const intptr_t* a = task->arguments;
  for (unsigned i = 0; i < task->repeat; i++) {
    task->result =
        task->function(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
  }
  return NULL;
}

/* Runs `task` on a new thread with a stack of so many bytes, and waits for its end. 0, or the error. */
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
