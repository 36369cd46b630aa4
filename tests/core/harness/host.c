/* A server in C that opens the module as the loader does, and stops Python while its threads call it. */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <orthanc/OrthancCPlugin.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../../plugin_runtime/startup.h"
#include "racing.h"

#define SERVERS 6
#define THREADS 2

static const ObjectUse kUses[] = {
    {_OrthancPluginService_AnswerBuffer, EXCLUSIVE, offsetof(_OrthancPluginAnswerBuffer, output)},
    {_OrthancPluginService_CreateImage, MADE, offsetof(_OrthancPluginCreateImage, target)},
    {_OrthancPluginService_GetImageWidth, EXCLUSIVE, offsetof(_OrthancPluginGetImageInfo, image)},
    {_OrthancPluginService_FreeImage, TAKEN, offsetof(_OrthancPluginFreeImage, image)},
};

static OrthancPluginRestCallback rest_callback = NULL;
static OrthancPluginOnChangeCallback on_change = NULL;
static int32_t ending = 0;
static int64_t served = 0;
static int64_t refused = 0;

static int32_t (*answer)(void*, int32_t, const void*);

static void Pause(long milliseconds) {
  const struct timespec time = {0, milliseconds * 1000000};
  nanosleep(&time, NULL);
}

/* Records registrations, and forwards all requests; delays some, so that the server stops meanwhile. */
static int32_t Serve(void* context, int32_t service, const void* parameters) {
  if (service == _OrthancPluginService_RegisterRestCallback ||
      service == _OrthancPluginService_RegisterRestCallbackNoLock) {
    rest_callback = ((const _OrthancPluginRestCallback*)parameters)->callback;
  } else if (service == _OrthancPluginService_RegisterOnChangeCallback) {
    on_change = ((const _OrthancPluginOnChangeCallback*)parameters)->callback;
  } else if (service == _OrthancPluginService_RestApiGet || service == _OrthancPluginService_FreeImage) {
    Pause(1);
  } else if (service == _OrthancPluginService_LogError || service == _OrthancPluginService_LogWarning) {
    fprintf(stderr, "%s\n", (const char*)parameters);
  }
  return answer(context, service, parameters);
}

static void* CallPython(void* unused) {
  (void)unused;
  const OrthancPluginHttpRequest request = {0};
  for (int i = 0; !__atomic_load_n(&ending, __ATOMIC_RELAXED); i++) {
    void* output = MakeObject();
    const int32_t status = rest_callback(output, "/route", &request);
    TakeObject(output);
    __atomic_add_fetch(status == 0 ? &served : &refused, 1, __ATOMIC_RELAXED);
    if (i % 16 == 0) on_change(OrthancPluginChangeType_NewInstance, OrthancPluginResourceType_Instance, "id");
  }
  return NULL;
}

static void* Open(const char* file, int flags) {
  void* library = dlopen(file, flags);
  if (library == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
  return library;
}

/* Starts, uses and stops the module, and then ends all objects of the server. */
static int RunServer(void* module, const char* program, const char* script) {
  int32_t (*start)(const OrthancPythonStartup*) = dlsym(module, "OrthancPythonStart");
  void (*begin_stop)(void) = dlsym(module, "OrthancPythonBeginStop");
  void (*stop)(void) = dlsym(module, "OrthancPythonStop");
  Context* context = calloc(1, sizeof(Context));
  StartCore(context, "1.12.10");
  answer = context->invoke;
  context->invoke = &Serve;
  const OrthancPythonStartup startup = {
      .size = sizeof(startup), .context = (const OrthancPluginContext*)context, .program = program, .script = script};
  if (start(&startup) != 0) return 1;
  pthread_t threads[THREADS];
  __atomic_store_n(&ending, 0, __ATOMIC_RELAXED);
  for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, CallPython, NULL);
  const int64_t before = __atomic_load_n(&served, __ATOMIC_RELAXED);
  for (int i = 0; i < 5000; i++) { /* 200 ms; on a busy machine, until some were served */
    Pause(2);
    if (i >= 100 && __atomic_load_n(&served, __ATOMIC_RELAXED) >= before + 5) break;
  }
  begin_stop();
  Pause(20);
  stop();
  EndCore(context);
  Pause(20); /* callbacks are refused now */
  __atomic_store_n(&ending, 1, __ATOMIC_RELAXED);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  return 0;
}

int main(int count, char** arguments) {
  if (count != 5) return 2;
  Open(arguments[1], RTLD_NOW | RTLD_GLOBAL);
  void* module = Open(arguments[2], RTLD_NOW);
  UseObjects(kUses, sizeof(kUses) / sizeof(*kUses));
  for (int i = 0; i < SERVERS; i++) {
    if (RunServer(module, arguments[3], arguments[4]) != 0) return 1;
  }
  printf("served %lld refused %lld late %lld together %lld\n", (long long)served, (long long)refused,
         (long long)used_late, (long long)used_together);
  return 0;
}
