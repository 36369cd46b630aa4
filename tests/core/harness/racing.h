/* A core in C whose objects are real memory: what is used late, or by two threads at once, is found. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum Use {
  SHARED,    /* the service reads the object at `offset`, also in several threads at once */
  EXCLUSIVE, /* the service changes it: nobody else may be in it */
  TAKEN,     /* it is the core's from now on, or freed */
  MADE,      /* the service makes one: `offset` is where it has the pointer to fill */
  SHOWN      /* the same for memory of the object that was used before */
};

/* One thing that a service does with an object. */
typedef struct {
  int32_t service;
  int32_t use;
  size_t offset;
} ObjectUse;

/* An OrthancPluginContext as the core has it. */
typedef struct {
  void* manager; /* an object too */
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
