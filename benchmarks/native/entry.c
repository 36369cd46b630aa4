/* A core in C that only calls callbacks: prints the nanoseconds that the entry into Python takes.

   entry LIBPYTHON MODULE PROGRAM SCRIPT COUNT */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <orthanc/OrthancCPlugin.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../plugin_runtime/startup.h"

#define CACHES (4 << 20) /* more than a core has for itself */
#define LINE 64
#define STACK (100 * 1024) /* of a thread of the core: less than Python needs */

static OrthancPluginRestCallback rest = NULL;
static OrthancPluginRefreshMetricsCallback refresh = NULL;
static long count = 0;

static OrthancPluginErrorCode Serve(OrthancPluginContext* context, _OrthancPluginService service,
                                    const void* parameters) {
  (void)context;
  switch (service) {
    case _OrthancPluginService_RegisterRestCallback:
    case _OrthancPluginService_RegisterRestCallbackNoLock:
      rest = ((const _OrthancPluginRestCallback*)parameters)->callback;
      break;
    case _OrthancPluginService_RegisterRefreshMetricsCallback:
      refresh = ((const _OrthancPluginRegisterRefreshMetricsCallback*)parameters)->callback;
      break;
    case _OrthancPluginService_LogError:
    case _OrthancPluginService_LogWarning:
      fprintf(stderr, "%s\n", (const char*)parameters);
      break;
    default:
      break;
  }
  return OrthancPluginErrorCode_Success;
}

static double Now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void CallRefresh(void) {
  refresh();
}

static void CallRestWith(uint32_t headers, uint32_t arguments) {
  static const char* const kKeys[] = {"accept",     "host",       "user-agent", "connection", "x-header-0",
                                      "x-header-1", "x-header-2", "x-header-3", "x-header-4", "x-header-5",
                                      "x-header-6", "x-header-7", "x-header-8"};
  static const char* const kValues[] = {
      "*/*",        "localhost:8042", "wrk",        "keep-alive", "value of 0", "value of 1", "value of 2",
      "value of 3", "value of 4",     "value of 5", "value of 6", "value of 7", "value of 8"};
  static const char* const kNames[] = {"argument0", "argument1", "argument2", "argument3", "argument4"};
  static const char* const kArguments[] = {"value0", "value1", "value2", "value3", "value4"};
  int output = 0;
  OrthancPluginHttpRequest request;
  memset(&request, 0, sizeof(request));
  request.method = OrthancPluginHttpMethod_Get;
  request.headersCount = headers;
  request.headersKeys = kKeys;
  request.headersValues = kValues;
  request.getCount = arguments;
  request.getKeys = kNames;
  request.getValues = kArguments;
  if (rest((OrthancPluginRestOutput*)&output, "/hello", &request) != OrthancPluginErrorCode_Success) exit(1);
}

static void CallRest(void) {
  CallRestWith(3, 0);
}

static void CallRestWithHeaders(void) {
  CallRestWith(13, 5);
}

/* Shows Valgrind where a measurement begins. */
static __attribute__((noinline)) void Begin(void) {
  __asm__ volatile("");
}

static void Measure(const char* name, void (*call)(void)) {
  Begin();
  for (long i = 0; i < count / 10; i++) call();
  const double begin = Now();
  for (long i = 0; i < count; i++) call();
  printf("%s %f\n", name, (Now() - begin) / (double)count);
}

/* The same, if other code has filled the caches of the processor before each call, as the server does. */
static void MeasureCold(const char* name, void (*call)(void)) {
  static volatile unsigned char other[CACHES];
  double taken = 0;
  const long times = count / 200 + 1;
  Begin();
  for (long i = 0; i < times; i++) {
    for (size_t j = 0; j < sizeof(other); j += LINE) other[j]++;
    const double begin = Now();
    call();
    taken += Now() - begin;
  }
  printf("%s %f\n", name, taken / (double)times);
}

/* What a call of a function takes by Python's own API alone, with a thread state that is kept. */
static int (*ensure)(void);
static void (*release)(int);
static void* (*save)(void);
static void (*restore)(void*);
static void* (*call_function)(void*);
static void (*drop)(void*);
static void* function = NULL;
static void* state = NULL;

static void CallFunction(void) {
  restore(state);
  void* answer = call_function(function);
  if (answer == NULL) exit(1);
  drop(answer);
  state = save();
}

static void* Symbol(const char* name) {
  void* found = dlsym(RTLD_DEFAULT, name);
  if (found == NULL) exit(1);
  return found;
}

static void MeasureLeast(void (*measure)(const char*, void (*)(void)), const char* name,
                         const char* callable) {
  *(void**)&ensure = Symbol("PyGILState_Ensure");
  *(void**)&release = Symbol("PyGILState_Release");
  *(void**)&save = Symbol("PyEval_SaveThread");
  *(void**)&restore = Symbol("PyEval_RestoreThread");
  *(void**)&call_function = Symbol("PyObject_CallNoArgs");
  *(void**)&drop = Symbol("Py_DecRef");
  void* (*import)(const char*) = NULL;
  void* (*attribute)(void*, const char*) = NULL;
  *(void**)&import = Symbol("PyImport_ImportModule");
  *(void**)&attribute = Symbol("PyObject_GetAttrString");
  const int before = ensure();
  function = attribute(import("entry"), callable);
  if (function == NULL) exit(1);
  state = save();
  measure(name, CallFunction);
  restore(state);
  release(before);
}

static void* Run(void* unused) {
  (void)unused;
  MeasureLeast(Measure, "least", "refresh");
  Measure("nothing", CallRefresh);
  MeasureLeast(Measure, "least_rest", "request");
  Measure("rest", CallRest);
  Measure("headers", CallRestWithHeaders);
  MeasureLeast(MeasureCold, "least_cold", "request");
  MeasureCold("cold", CallRest);
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

int main(int arguments, char** argument) {
  if (arguments != 6) return 2;
  count = atol(argument[5]);
  Open(argument[1], RTLD_NOW | RTLD_GLOBAL);
  void* module = Open(argument[2], RTLD_NOW);
  const OrthancPluginContext context = {.orthancVersion = "1.12.10", .Free = free, .InvokeService = Serve};
  const OrthancPythonStartup startup = {
      .size = sizeof(startup), .context = &context, .program = argument[3], .script = argument[4]};
  OrthancPythonStartFunction start = NULL;
  OrthancPythonStopFunction stop = NULL;
  *(void**)&start = dlsym(module, ORTHANC_PYTHON_START);
  *(void**)&stop = dlsym(module, ORTHANC_PYTHON_STOP);
  if (start(&startup) != 0) return 1;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, Run, NULL) != 0) return 1;
  pthread_join(thread, NULL);
  stop();
  return 0;
}
