/* A native plugin that does what scripts/routes.py does, to compare with. Environment variables choose what
   it registers: BENCH_CALLBACKS: callbacks for stored instances and changes. BENCH_LARGE: callbacks for large
   files. BENCH_STORAGE: a storage area in the memory of the process. */
#define _POSIX_C_SOURCE 200809L
#include <orthanc/OrthancCPlugin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "large.h"

static OrthancPluginContext* context = NULL;
static OrthancPluginImage* image = NULL;

static double Now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static OrthancPluginErrorCode AnswerText(OrthancPluginRestOutput* output, const char* text) {
  OrthancPluginAnswerBuffer(context, output, text, (uint32_t)strlen(text), "text/plain");
  return OrthancPluginErrorCode_Success;
}

static OrthancPluginErrorCode Hello(OrthancPluginRestOutput* output, const char* url,
                                    const OrthancPluginHttpRequest* request) {
  (void)url;
  (void)request;
  return AnswerText(output, "ok");
}

/* Answers like Hello, but within a lock for 1.5 µs before and after the call into the core: the least that an
   interpreter with a global lock can do. */
static OrthancPluginErrorCode HelloLocked(OrthancPluginRestOutput* output, const char* url,
                                          const OrthancPluginHttpRequest* request) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  for (int i = 0; i < 2; i++) {
    if (i == 1) Hello(output, url, request);
    for (int tries = 0; pthread_mutex_trylock(&lock) != 0; tries++) {
      if (tries < 200) continue;
      pthread_mutex_lock(&lock);
      break;
    }
    const double end = Now() + 1.5e-6;
    while (Now() < end) {
    }
    pthread_mutex_unlock(&lock);
  }
  return OrthancPluginErrorCode_Success;
}

static OrthancPluginErrorCode Take(OrthancPluginRestOutput* output, const char* url,
                                   const OrthancPluginHttpRequest* request) {
  (void)url;
  /* One copy of the body, as every plugin that keeps it makes. */
  void* copy = malloc(request->bodySize);
  memcpy(copy, request->body, request->bodySize);
  __asm__ volatile("" : : "r"(copy) : "memory"); /* otherwise the compiler leaves the copy out */
  free(copy);
  return AnswerText(output, "ok");
}

/* Waits for /wait in a call into the core. */
static OrthancPluginErrorCode Block(OrthancPluginRestOutput* output, const char* url,
                                    const OrthancPluginHttpRequest* request) {
  (void)url;
  (void)request;
  OrthancPluginMemoryBuffer answer;
  const OrthancPluginErrorCode code = OrthancPluginRestApiGetAfterPlugins(context, &answer, "/wait");
  if (code != OrthancPluginErrorCode_Success) return code;
  OrthancPluginFreeMemoryBuffer(context, &answer);
  return AnswerText(output, "ok");
}

static OrthancPluginErrorCode Burn(OrthancPluginRestOutput* output, const char* url,
                                   const OrthancPluginHttpRequest* request) {
  (void)url;
  (void)request;
  const double end = Now() + 0.1;
  while (Now() < end) {
  }
  return AnswerText(output, "ok");
}

static void CallDictionary(void) {
  OrthancPluginDictionaryEntry entry;
  OrthancPluginLookupDictionary(context, &entry, "PatientID");
}

static void CallMd5(void) {
  char* digest = OrthancPluginComputeMd5(context, "0123456789", 10);
  OrthancPluginFreeString(context, digest);
}

static void CallDescription(void) {
  if (OrthancPluginGetErrorDescription(context, OrthancPluginErrorCode_Timeout) == NULL) abort();
}

static void CallWidth(void) {
  if (OrthancPluginGetImageWidth(context, image) != 1) abort();
}

/* Compresses 1 MiB, and uncompresses the result. */
static void CallDeflate(void) {
  static char data[1 << 20];
  OrthancPluginMemoryBuffer small, large;
  if (OrthancPluginBufferCompression(context, &small, data, sizeof(data),
                                     OrthancPluginCompressionType_ZlibWithSize,
                                     0) != OrthancPluginErrorCode_Success ||
      OrthancPluginBufferCompression(context, &large, small.data, small.size,
                                     OrthancPluginCompressionType_ZlibWithSize,
                                     1) != OrthancPluginErrorCode_Success)
    abort();
  OrthancPluginFreeMemoryBuffer(context, &small);
  OrthancPluginFreeMemoryBuffer(context, &large);
}

static void CallPeers(void) {
  OrthancPluginPeers* peers = OrthancPluginGetPeers(context);
  const uint32_t count = OrthancPluginGetPeersCount(context, peers);
  for (uint32_t i = 0; i < count; i++) {
    if (OrthancPluginGetPeerName(context, peers, i) == NULL) abort();
  }
  OrthancPluginFreePeers(context, peers);
}

static void CallSystem(void) {
  OrthancPluginMemoryBuffer answer;
  if (OrthancPluginRestApiGet(context, &answer, "/system") != OrthancPluginErrorCode_Success) abort();
  OrthancPluginFreeMemoryBuffer(context, &answer);
}

static void CallVersion(void) {
  if (OrthancPluginCheckVersionAdvanced(context, 1, 5, 7) != 1) abort();
}

/* /calls/NAME/COUNT: makes calls, and answers with the nanoseconds that one takes. */
static OrthancPluginErrorCode Calls(OrthancPluginRestOutput* output, const char* url,
                                    const OrthancPluginHttpRequest* request) {
  static const struct {
    const char* name;
    void (*call)(void);
  } kCalls[] = {{"deflate", CallDeflate},       {"description", CallDescription},
                {"dictionary", CallDictionary}, {"md5", CallMd5},
                {"peers", CallPeers},           {"system", CallSystem},
                {"version", CallVersion},       {"width", CallWidth}};
  (void)url;
  const long count = atol(request->groups[1]);
  for (size_t i = 0; i < sizeof(kCalls) / sizeof(*kCalls); i++) {
    if (strcmp(kCalls[i].name, request->groups[0]) != 0) continue;
    const double begin = Now();
    for (long j = 0; j < count; j++) kCalls[i].call();
    char text[50];
    snprintf(text, sizeof(text), "%f", (Now() - begin) * 1e9 / (double)count);
    return AnswerText(output, text);
  }
  return OrthancPluginErrorCode_UnknownResource;
}

static OrthancPluginErrorCode OnStored(const OrthancPluginDicomInstance* instance, const char* id) {
  return OrthancPluginGetInstanceSize(context, instance) > 0 && *id != '\0' ? OrthancPluginErrorCode_Success
                                                                            : OrthancPluginErrorCode_Plugin;
}

static OrthancPluginErrorCode OnChange(OrthancPluginChangeType change, OrthancPluginResourceType resource,
                                       const char* id) {
  (void)change;
  (void)resource;
  (void)id;
  return OrthancPluginErrorCode_Success;
}

/* A storage area: files in a hash table of lists. */
typedef struct File {
  struct File* next;
  int64_t size;
  void* content;
  char uuid[64];
  int type;
} File;

#define BUCKETS 4096
static File* files[BUCKETS];
static pthread_mutex_t files_lock = PTHREAD_MUTEX_INITIALIZER;

static File** Find(const char* uuid, int type) {
  unsigned hash = (unsigned)type;
  for (const char* c = uuid; *c != '\0'; c++) hash = hash * 31 + (unsigned char)*c;
  File** file = &files[hash % BUCKETS];
  while (*file != NULL && (strcmp((*file)->uuid, uuid) != 0 || (*file)->type != type)) file = &(*file)->next;
  return file;
}

static OrthancPluginErrorCode StorageCreate(const char* uuid, const void* content, int64_t size,
                                            OrthancPluginContentType type) {
  File* file = calloc(1, sizeof(File));
  snprintf(file->uuid, sizeof(file->uuid), "%s", uuid);
  file->type = (int)type;
  file->size = size;
  file->content = malloc((size_t)size);
  memcpy(file->content, content, (size_t)size);
  pthread_mutex_lock(&files_lock);
  File** place = Find(uuid, (int)type);
  file->next = *place;
  *place = file;
  pthread_mutex_unlock(&files_lock);
  return OrthancPluginErrorCode_Success;
}

static OrthancPluginErrorCode StorageRead(void** content, int64_t* size, const char* uuid,
                                          OrthancPluginContentType type) {
  pthread_mutex_lock(&files_lock);
  const File* file = *Find(uuid, (int)type);
  if (file != NULL) {
    *size = file->size;
    *content = malloc((size_t)file->size);
    memcpy(*content, file->content, (size_t)file->size);
  }
  pthread_mutex_unlock(&files_lock);
  return file == NULL ? OrthancPluginErrorCode_UnknownResource : OrthancPluginErrorCode_Success;
}

static OrthancPluginErrorCode StorageRemove(const char* uuid, OrthancPluginContentType type) {
  pthread_mutex_lock(&files_lock);
  File** place = Find(uuid, (int)type);
  File* file = *place;
  if (file != NULL) *place = file->next;
  pthread_mutex_unlock(&files_lock);
  if (file != NULL) {
    free(file->content);
    free(file);
  }
  return OrthancPluginErrorCode_Success;
}

ORTHANC_PLUGINS_API int32_t OrthancPluginInitialize(OrthancPluginContext* given) {
  context = given;
  image = OrthancPluginCreateImage(context, OrthancPluginPixelFormat_Grayscale8, 1, 1);
  OrthancPluginRegisterRestCallbackNoLock(context, "/hello", Hello);
  OrthancPluginRegisterRestCallbackNoLock(context, "/hello-locked", HelloLocked);
  OrthancPluginRegisterRestCallbackNoLock(context, "/take", Take);
  OrthancPluginRegisterRestCallbackNoLock(context, "/block", Block);
  OrthancPluginRegisterRestCallbackNoLock(context, "/burn", Burn);
  OrthancPluginRegisterRestCallbackNoLock(context, "/calls/([a-z0-9]+)/([0-9]+)", Calls);
  if (getenv("BENCH_CALLBACKS") != NULL) {
    OrthancPluginRegisterOnStoredInstanceCallback(context, OnStored);
    OrthancPluginRegisterOnChangeCallback(context, OnChange);
  }
  if (getenv("BENCH_LARGE") != NULL) RegisterLarge(context);
  if (getenv("BENCH_STORAGE") != NULL)
    OrthancPluginRegisterStorageArea(context, StorageCreate, StorageRead, StorageRemove);
  return 0;
}

ORTHANC_PLUGINS_API void OrthancPluginFinalize(void) {}

ORTHANC_PLUGINS_API const char* OrthancPluginGetName(void) {
  return "native-benchmark";
}

ORTHANC_PLUGINS_API const char* OrthancPluginGetVersion(void) {
  return "1";
}
