/* Doc comments: groups, notes, warnings, deprecation, and first releases. */

#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER     1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER     0
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER  0

#define ORTHANC_PLUGIN_INLINE static inline

#ifdef __clang__
#  define ORTHANC_PLUGIN_SINCE_SDK(version) __attribute__ ((annotate("ORTHANC_PLUGIN_SINCE_SDK " version)))
#else
#  define ORTHANC_PLUGIN_SINCE_SDK(version)
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
   * @defgroup Garden Garden
   * @brief Functions for the garden.
   **/

  /**
   * @brief Water the flowers.
   *
   * This takes a while. It takes longer in summer, as the flowers are thirsty and there are more of them than in
   * winter, when there are none.
   *
   * There are two ways:
   * - with a can,
   * - with a hose.
   *
   * @param context The context of the plugin.
   * @param liters How much water.
   * @return 0 if success, or the error code.
   * @note Water in the evening.
   * @warning Mind the cat.
   * @see OrthancPluginMowLawn()
   * @ingroup Garden
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWaterFlowers(
    OrthancPluginContext* context,
    uint32_t liters)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Mow the lawn.
   *
   * @param context The context of the plugin.
   * @deprecated Let it grow instead.
   * @ingroup Garden
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginMowLawn(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Cut the hedge.
   *
   * @param context The context of the plugin.
   * @deprecated
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginCutHedge(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  ORTHANC_PLUGIN_INLINE void OrthancPluginNap(OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
