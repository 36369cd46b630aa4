/* A core in C whose objects are real memory, which detects late and concurrent uses. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "racing.h"

enum State { ALIVE = 0x616c6976, GONE = 0x676f6e65 };

/* Never freed, so that late uses can be detected. Only `inside` is atomic: ThreadSanitizer checks that the module
   orders the calls, so this core must not order them itself. */
typedef struct {
  int32_t state;
  int32_t inside; /* the number of calls, if they must not overlap */
  int64_t uses;
  char data[16];
} Object;

int64_t objects_made = 0;
int64_t objects_taken = 0;
int64_t used_late = 0;      /* calls with an object after its end */
int64_t used_together = 0;  /* calls with an object that another thread uses */
int64_t calls_answered = 0;

static const ObjectUse* uses = NULL;
static size_t use_count = 0;

int32_t Answer(void* context, int32_t service, const void* parameters);
void TakeBack(void* block);

static void Count(int64_t* counter) {
  __atomic_add_fetch(counter, 1, __ATOMIC_RELAXED);
}

void UseObjects(const ObjectUse* rows, size_t count) {
  uses = rows;
  use_count = count;
}

void* MakeObject(void) {
  Object* object = calloc(1, sizeof(Object));
  object->state = ALIVE;
  strcpy(object->data, "alive");
  Count(&objects_made);
  return object;
}

void TakeObject(void* pointer) {
  Object* object = pointer;
  if (object->state != ALIVE || __atomic_load_n(&object->inside, __ATOMIC_RELAXED) != 0) Count(&used_late);
  object->state = GONE;
  strcpy(object->data, "gone");
  Count(&objects_taken);
}

static void Use(Object* object, int32_t use) {
  if (use == EXCLUSIVE && __atomic_fetch_add(&object->inside, 1, __ATOMIC_RELAXED) != 0) Count(&used_together);
  if (object->state != ALIVE) Count(&used_late);
  if (use == EXCLUSIVE) object->uses++;
  sched_yield();
  if (object->state != ALIVE) Count(&used_late);
  if (use == EXCLUSIVE) __atomic_fetch_sub(&object->inside, 1, __ATOMIC_RELAXED);
}

/* A function that the core passes with an object, which is its first argument. */
intptr_t UseLent(void* object) {
  Use(object, EXCLUSIVE);
  return 0;
}

static void* PlaceAt(const char* parameters, size_t offset) {
  void* place = NULL;
  memcpy(&place, parameters + offset, sizeof(place));
  return place;
}

static int32_t AnswerWithObjects(void* pointer, int32_t service, const void* parameters) {
  Context* context = pointer;
  Object* object = NULL;
  Count(&calls_answered);
  Use(context->manager, SHARED);
  for (size_t i = 0; i < use_count; i++) {
    if (uses[i].service != service || uses[i].use > TAKEN) continue;
    object = PlaceAt(parameters, uses[i].offset);
    if (object == NULL) continue;
    if (uses[i].use == TAKEN) {
      TakeObject(object);
    } else {
      Use(object, uses[i].use);
    }
  }
  const int32_t status = Answer(pointer, service, parameters);
  for (size_t i = 0; i < use_count; i++) {
    if (uses[i].service != service || uses[i].use <= TAKEN) continue;
    void** place = PlaceAt(parameters, uses[i].offset);
    if (place == NULL) continue;
    if (uses[i].use == MADE) *place = MakeObject();
    if (uses[i].use == SHOWN && object != NULL) *place = object->data;
  }
  return status;
}

void StartCore(Context* context, const char* version) {
  context->manager = MakeObject();
  context->version = version;
  context->free = &TakeBack;
  context->invoke = &AnswerWithObjects;
}

static int32_t AnswerLate(void* context, int32_t service, const void* parameters) {
  (void)context;
  (void)service;
  (void)parameters;
  Count(&used_late);
  return -1;
}

/* Ends the core after the module was detached. Any later use counts as late. */
void EndCore(Context* context) {
  TakeObject(context->manager);
  context->version = NULL;
  context->invoke = &AnswerLate;
}

#define MAX_ARGUMENTS 12
#define MAX_OBJECTS 4

typedef intptr_t (*Function)(intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t,
                             intptr_t, intptr_t, intptr_t, intptr_t);

/* A callback that is called in a loop, with new objects for some of the arguments, which end after the call.
   The core owns the object that the callback returns, if any. */
typedef struct {
  Function function;
  intptr_t arguments[MAX_ARGUMENTS];
  int32_t objects[MAX_OBJECTS]; /* indices of arguments */
  int32_t object_count;
  int32_t answers; /* whether its result is an object */
  void** answer;   /* the output for an object, or NULL */
  int32_t* ending; /* set by another thread */
  int64_t rounds;  /* completed calls */
  int64_t given;   /* objects that it returned */
} Loan;

static void* Lend(void* argument) {
  Loan* loan = argument;
  intptr_t* a = loan->arguments;
  while (!__atomic_load_n(loan->ending, __ATOMIC_RELAXED)) {
    for (int32_t i = 0; i < loan->object_count; i++) a[loan->objects[i]] = (intptr_t)MakeObject();
    const intptr_t result =
        loan->function(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    for (int32_t i = 0; i < loan->object_count; i++) TakeObject((void*)a[loan->objects[i]]);
    void* given = loan->answers ? (void*)result : loan->answer != NULL ? *loan->answer : NULL;
    if (loan->answer != NULL) *loan->answer = NULL;
    if (given != NULL) {
      TakeObject(given);
      __atomic_add_fetch(&loan->given, 1, __ATOMIC_RELAXED);
    }
    __atomic_add_fetch(&loan->rounds, 1, __ATOMIC_RELAXED);
  }
  return NULL;
}

/* Calls a callback in a loop on a new thread with a stack of `stack` bytes. Returns 0 or the error. */
int LendOnThread(Loan* loan, size_t stack) {
  pthread_attr_t attributes;
  pthread_t thread;
  int error = pthread_attr_init(&attributes);
  if (error != 0) return error;
  error = pthread_attr_setstacksize(&attributes, stack);
  if (error == 0) error = pthread_create(&thread, &attributes, Lend, loan);
  pthread_attr_destroy(&attributes);
  return error == 0 ? pthread_join(thread, NULL) : error;
}
