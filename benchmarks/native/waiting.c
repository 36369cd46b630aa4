/* A native plugin with the route /wait, which waits for 200 ms, as a query of a remote server would. */
#define _POSIX_C_SOURCE 200809L
#include <orthanc/OrthancCPlugin.h>
#include <time.h>

static OrthancPluginContext* context = NULL;

static OrthancPluginErrorCode Wait(OrthancPluginRestOutput* output, const char* url,
                                   const OrthancPluginHttpRequest* request) {
  (void)url;
  (void)request;
  const struct timespec time = {0, 200 * 1000 * 1000};
  nanosleep(&time, NULL);
  OrthancPluginAnswerBuffer(context, output, "ok", 2, "text/plain");
  return OrthancPluginErrorCode_Success;
}

ORTHANC_PLUGINS_API int32_t OrthancPluginInitialize(OrthancPluginContext* given) {
  context = given;
  OrthancPluginRegisterRestCallbackNoLock(context, "/wait", Wait);
  return 0;
}

ORTHANC_PLUGINS_API void OrthancPluginFinalize(void) {}

ORTHANC_PLUGINS_API const char* OrthancPluginGetName(void) {
  return "waiting-benchmark";
}

ORTHANC_PLUGINS_API const char* OrthancPluginGetVersion(void) {
  return "1";
}
