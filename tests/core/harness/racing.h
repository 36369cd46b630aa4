/* The interface of racing.c, which host.c uses as well. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum Use {
  SHARED,    /* the service reads the object at `offset`; several threads may do so at once */
  EXCLUSIVE, /* the service changes the object; calls must not overlap */
  TAKEN,     /* the service frees the object or takes it over */
  MADE,      /* the service makes an object; `offset` is the place of the output's pointer */
  SHOWN      /* the same, for memory of the object that the service reads */
};

/* One use of an object by a service. */
typedef struct {
  int32_t service;
  int32_t use;
  size_t offset;
} ObjectUse;

/* The layout of OrthancPluginContext. */
typedef struct {
  void* manager; /* an Object, too */
  const char* version;
  void (*free)(void*);
  int32_t (*invoke)(void*, int32_t, const void*);
} Context;

extern int64_t used_late;
extern int64_t used_together;

void UseObjects(const ObjectUse* rows, size_t count);
void* MakeObject(void);
void TakeObject(void* pointer);
void StartCore(Context* context, const char* version);
void EndCore(Context* context);
