/* Counted keys and values, which Python passes as one mapping. */

#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER     1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER     0
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER  0

#define ORTHANC_PLUGIN_INLINE static inline

#ifdef __cplusplus
extern "C"
{
#endif

  /**
   * What a call came to.
   **/
  typedef enum
  {
    OrthancPluginErrorCode_Success = 0,       /*!< All went well */
    OrthancPluginErrorCode_Plugin = 1,        /*!< The plugin is at fault */
    OrthancPluginErrorCode_NullPointer = 35,  /*!< Something is not there */
    _OrthancPluginErrorCode_INTERNAL = 0x7fffffff
  } OrthancPluginErrorCode;

  typedef enum
  {
    _OrthancPluginService_Ask = 1,
    _OrthancPluginService_INTERNAL = 0x7fffffff
  } _OrthancPluginService;

  typedef void (*OrthancPluginFree) (void* buffer);

  /**
   * @brief The core, as a plugin sees it.
   **/
  typedef struct _OrthancPluginContext_t
  {
    void*                   pluginsManager;
    const char*             orthancVersion;
    OrthancPluginFree       Free;
    OrthancPluginErrorCode  (*InvokeService) (struct _OrthancPluginContext_t* context,
                                              _OrthancPluginService service,
                                              const void* params);
  } OrthancPluginContext;

  /**
   * @brief Memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint32_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Fetch something.
   *
   * @param context The context of the plugin.
   * @param target What was fetched.
   * @param place Where it is.
   * @param headersCount The number of headers.
   * @param headersKeys The keys of the headers.
   * @param headersValues The values of the headers.
   * @param body What to send along.
   * @param bodySize The size of what is sent along.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginFetch(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* place,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Knock.
   *
   * @param context The context of the plugin.
   * @param noisesCount The number of noises.
   * @param noisesKeys What is knocked with.
   * @param noisesValues How loud it is.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKnock(
    OrthancPluginContext* context,
    uint32_t noisesCount,
    const char* const* noisesKeys,
    const char* const* noisesValues)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
