/* A fast core in C: answers each service from a table, and counts the memory and handles it returns. */
#define _POSIX_C_SOURCE 200809L
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum Kind {
  NUMBER,   /* `width` bytes of `value` */
  HANDLE,   /* the same, for the address of a new object, which is counted */
  GIVEN,    /* a pointer to a copy of `size` bytes at `data`, which the receiver frees */
  BUFFER,   /* the same, followed by its size in `width` bytes */
  ALLOCATE, /* such a buffer, whose size is in the field at `value` */
  FREED,    /* no output: counts a freed object */
  RELEASE   /* no output: calls the function at `offset` with the pointer at `value` */
};

/* One action of a service: `offset` is the place of the output's pointer in the parameters. */
typedef struct {
  int32_t service;
  int32_t kind;
  size_t offset;
  size_t width;
  int64_t value;
  const void* data;
  size_t size;
} Row;

#define MAX_SERVICES 65536

const Row* table = NULL; /* sorted by service */
static uint32_t first_row[MAX_SERVICES];
static uint32_t row_count[MAX_SERVICES];
int64_t blocks_given = 0;
int64_t blocks_freed = 0;
int64_t handles_given = 0;
int64_t handles_freed = 0;

void UseTable(const Row* rows, size_t count) {
  memset(row_count, 0, sizeof(row_count));
  table = rows;
  for (size_t i = 0; i < count; i++) {
    if (row_count[rows[i].service]++ == 0) first_row[rows[i].service] = (uint32_t)i;
  }
}

static void* Give(const void* data, size_t size) {
  void* copy = malloc(size == 0 ? 1 : size);
  if (data != NULL) {
    memcpy(copy, data, size);
  } else {
    memset(copy, 0, size);
  }
  __atomic_add_fetch(&blocks_given, 1, __ATOMIC_RELAXED);
  return copy;
}

static uint64_t ReadField(const char* parameters, size_t offset, size_t width) {
  uint64_t value = 0;
  memcpy(&value, parameters + offset, width);
  return value;
}

static void PutBuffer(char* place, void* data, uint64_t size, size_t width) {
  memcpy(place, &data, sizeof(data));
  memcpy(place + sizeof(data), &size, width);
}

static void Do(const Row* row, const char* parameters) {
  char* place = (char*)(uintptr_t)ReadField(parameters, row->offset, sizeof(void*));
  void* given = NULL;
  uint64_t size = 0;
  if (place == NULL && row->kind != ALLOCATE && row->kind != FREED) return; /* the output is not requested */
  switch (row->kind) {
    case HANDLE:
      __atomic_add_fetch(&handles_given, 1, __ATOMIC_RELAXED); /* fall through */
    case NUMBER:
      memcpy(place, &row->value, row->width);
      break;
    case GIVEN:
      given = Give(row->data, row->size);
      memcpy(place, &given, sizeof(given));
      break;
    case BUFFER:
      PutBuffer(place, Give(row->data, row->size), row->size, row->width);
      break;
    case ALLOCATE:
      size = ReadField(parameters, (size_t)row->value, row->width);
      PutBuffer(place, Give(NULL, size), size, row->width);
      break;
    case FREED:
      __atomic_add_fetch(&handles_freed, 1, __ATOMIC_RELAXED);
      break;
    case RELEASE:
      ((void (*)(void*))place)((void*)(uintptr_t)ReadField(parameters, (size_t)row->value, sizeof(void*)));
      break;
  }
}

/* An InvokeService that executes the rows of the service, and succeeds. */
int32_t Answer(void* context, int32_t service, const void* parameters) {
  (void)context;
  if (service < 0 || service >= MAX_SERVICES) return 1;
  for (uint32_t i = 0; i < row_count[service]; i++) Do(&table[first_row[service] + i], parameters);
  return 0;
}

/* The Free() of this core. */
void TakeBack(void* block) {
  if (block == NULL) return;
  __atomic_add_fetch(&blocks_freed, 1, __ATOMIC_RELAXED);
  free(block);
}

/* Frees the answer of a callback before the next call, as its kind requires. */
void TakeAnswer(int32_t kind, void** place, void (*release)(void*)) {
  void* given = *place;
  *place = NULL;
  if (given == NULL) return;
  if (kind == GIVEN) {
    free(given);
  } else if (kind == BUFFER) {
    TakeBack(given);
  } else if (kind == FREED) {
    __atomic_add_fetch(&handles_freed, 1, __ATOMIC_RELAXED);
  } else if (kind == RELEASE) {
    release(given);
  }
}
