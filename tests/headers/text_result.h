/* Text that the core gives back: to be freed, or its own. */

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
   * @brief Free text.
   *
   * @param context The context of the plugin.
   * @param text The text.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeString(
    OrthancPluginContext* context,
    char* text)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Look up where somebody lives.
   *
   * @param context The context of the plugin.
   * @param person The name of the person.
   * @return NULL in the case of an error, or the address, to be freed with OrthancPluginFreeString().
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetAddress(
    OrthancPluginContext* context,
    const char* person)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Tell the name of the town.
   *
   * @param context The context of the plugin.
   * @return The name, which must not be freed.
   **/
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetTown(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

#ifdef __cplusplus
}
#endif
