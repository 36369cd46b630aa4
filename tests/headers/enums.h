/* Enumerations: closed, open, of flags, and with a table of numbers. */

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
   * @brief How often to ring.
   **/
  typedef enum
  {
    OrthancPluginTune_NoBell = 0,        /*!< Not at all */
    OrthancPluginTune_CMajor = 1,        /*!< A tune in C major */
    OrthancPluginTune_XYZ24Bit = 2,      /*!< Of digits and capitals */
    OrthancPluginTune_MRO = 3,           /*!< A name that enum takes for itself */
    OrthancPluginTune_3Bells = -4,       /*!< Begins with a digit */
    OrthancPluginTune_Last = 0x7ffffffe, /*!< The largest */
    _OrthancPluginTune_INTERNAL = 0x7fffffff
  } OrthancPluginTune;

  /**
   * @brief What may be left out.
   **/
  typedef enum
  {
    OrthancPluginSkipFlags_None = 0,         /*!< Nothing */
    OrthancPluginSkipFlags_Intro = (1 << 0), /*!< The introduction */
    OrthancPluginSkipFlags_Coda = (1 << 1),  /*!< The end */
    _OrthancPluginSkipFlags_INTERNAL = 0x7fffffff
  } OrthancPluginSkipFlags;

  /**
   * @brief Play a tune.
   *
   * @param context The context of the plugin.
   * @param tune The tune.
   * @param skip What to leave out.
   * @param excuse The reason.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginPlay(
    OrthancPluginContext* context,
    OrthancPluginTune tune,
    OrthancPluginSkipFlags skip,
    OrthancPluginErrorCode excuse)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell which tune is played.
   *
   * @param context The context of the plugin.
   * @return The tune.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginTune OrthancPluginGetTune(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return (OrthancPluginTune) 0;
  }

#ifdef __cplusplus
}
#endif
