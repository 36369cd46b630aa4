/* Declarations of every kind with their first release. */

#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER     1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER     12
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER  10

#ifndef ORTHANC_PLUGIN_INLINE
#  define ORTHANC_PLUGIN_INLINE static inline
#endif

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
    OrthancPluginErrorCode_InternalError = -1,  /*!< Something is wrong inside */
    OrthancPluginErrorCode_Success = 0,         /*!< All went well */
    OrthancPluginErrorCode_Plugin = 1,          /*!< The plugin is at fault */
    OrthancPluginErrorCode_BadRequest = 8,      /*!< The caller is at fault */
    _OrthancPluginErrorCode_INTERNAL = 0x7fffffff
  } OrthancPluginErrorCode;

  typedef enum
  {
    _OrthancPluginService_SetLamp = 20,
    _OrthancPluginService_SetOldLamp = 21,
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
   * The colours of a lamp.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    OrthancPluginLampColor_White = 0,                                     /*!< As it always was */
    OrthancPluginLampColor_Red ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 1,     /*!< To warn */
    OrthancPluginLampColor_Green ORTHANC_PLUGIN_SINCE_SDK("1.12.10"),     /*!< To calm */

    _OrthancPluginLampColor_INTERNAL = 0x7fffffff
  } OrthancPluginLampColor;

  /**
   * @brief A lamp of the core.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginLamp_t OrthancPluginLamp;

  /**
   * @brief How a lamp shines.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0") typedef struct
  {
    uint32_t  brightness;                                         /*!< From 0 to 100 */
    uint32_t  warmth ORTHANC_PLUGIN_SINCE_SDK("1.12.0");          /*!< In kelvins */
  } OrthancPluginShine;

  /**
   * @brief Called when a lamp changes.
   *
   * @param lamp The lamp that has changed.
   * @return 0 if success.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef OrthancPluginErrorCode (*OrthancPluginLampCallback) (OrthancPluginLamp* lamp);

  typedef struct
  {
    OrthancPluginLamp*      lamp;
    OrthancPluginLampColor  color;
  } _OrthancPluginSetLamp;

  /**
   * @brief Change the colour of a lamp.
   *
   * @param context The context of the plugin.
   * @param lamp The lamp to change.
   * @param color The colour it gets.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetLamp(
    OrthancPluginContext* context,
    OrthancPluginLamp* lamp,
    OrthancPluginLampColor color)
  {
    _OrthancPluginSetLamp params;
    params.lamp = lamp;
    params.color = color;
    return context->InvokeService(context, _OrthancPluginService_SetLamp, &params);
  }

  /**
   * @brief Make a lamp white.
   *
   * @param context The context of the plugin.
   * @param lamp The lamp to change.
   * @return 0 if success, or the error code if failure.
   **/
  __attribute__ ((deprecated)) ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetOldLamp(
    OrthancPluginContext* context,
    OrthancPluginLamp* lamp)
  {
    _OrthancPluginSetLamp params;
    params.lamp = lamp;
    params.color = OrthancPluginLampColor_White;
    return context->InvokeService(context, _OrthancPluginService_SetOldLamp, &params);
  }

#ifdef __cplusplus
}
#endif
