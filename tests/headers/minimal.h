/* A minimal SDK header: a context, and one function that passes a plain argument. */

#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER     1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER     0
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER  0

#ifndef ORTHANC_PLUGIN_INLINE
#  define ORTHANC_PLUGIN_INLINE static inline
#endif

#ifdef __cplusplus
extern "C"
{
#endif

  /**
   * What a call came to.
   **/
  typedef enum
  {
    OrthancPluginErrorCode_InternalError = -1,  /*!< Something is wrong inside */
    OrthancPluginErrorCode_Success = 0,         /*!< All went well */
    OrthancPluginErrorCode_Plugin = 1,          /*!< The plugin is at fault */
    OrthancPluginErrorCode_BadRequest = 8,      /*!< The caller is at fault */
    _OrthancPluginErrorCode_INTERNAL = 0x7fffffff
  } OrthancPluginErrorCode;

  typedef enum
  {
    _OrthancPluginService_LogInfo = 1,
    _OrthancPluginService_INTERNAL = 0x7fffffff
  } _OrthancPluginService;

  /**
   * @brief Releases memory of the core.
   **/
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
   * @brief Log a message.
   *
   * @param context The context of the plugin.
   * @param message The message.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogInfo(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogInfo, message);
  }

#ifdef __cplusplus
}
#endif
