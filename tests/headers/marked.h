/* Parameters and fields with markers for meanings that their types do not express. */

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

#ifdef __clang__
#  define ORTHANC_PLUGIN_NULLABLE __attribute__ ((annotate("ORTHANC_PLUGIN_NULLABLE")))
#  define ORTHANC_PLUGIN_FLAG __attribute__ ((annotate("ORTHANC_PLUGIN_FLAG")))
#else
#  define ORTHANC_PLUGIN_NULLABLE
#  define ORTHANC_PLUGIN_FLAG
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
    _OrthancPluginService_SendParcel = 20,
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
   * @brief A parcel of the core.
   **/
  typedef struct _OrthancPluginParcel_t OrthancPluginParcel;

  /**
   * @brief What happened to a parcel.
   **/
  typedef struct
  {
    const OrthancPluginParcel* parcel ORTHANC_PLUGIN_NULLABLE;                 /*!< The parcel */
    uint8_t delivered ORTHANC_PLUGIN_SINCE_SDK("1.12.9") ORTHANC_PLUGIN_FLAG;  /*!< Where it is */
    uint32_t weight;                                                           /*!< In grams */
  } OrthancPluginParcelEvent;

  /**
   * @brief Called when a parcel arrives.
   *
   * @param parcel The parcel.
   * @param depot Where it arrives. May be NULL, says this comment alone.
   * @return 0 if success.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginParcelCallback) (
    const OrthancPluginParcel* parcel ORTHANC_PLUGIN_NULLABLE,
    const OrthancPluginParcel* depot);

  typedef struct
  {
    const char*                  label;
    OrthancPluginParcelCallback  callback;
    uint8_t                      express;
    uint32_t                     weight;
  } _OrthancPluginSendParcel;

  /**
   * @brief Send a parcel.
   *
   * @param context The context of the plugin.
   * @param label What is written on it.
   * @param callback Called on its arrival.
   * @param express How fast it is.
   * @param weight 0 for a light one, 1 for a heavy one, says this comment alone.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSendParcel(
    OrthancPluginContext* context,
    const char* label ORTHANC_PLUGIN_NULLABLE,
    OrthancPluginParcelCallback callback ORTHANC_PLUGIN_NULLABLE,
    uint8_t express ORTHANC_PLUGIN_FLAG,
    uint32_t weight)
  {
    _OrthancPluginSendParcel params;
    params.label = label;
    params.callback = callback;
    params.express = express;
    params.weight = weight;
    return context->InvokeService(context, _OrthancPluginService_SendParcel, &params);
  }

#ifdef __cplusplus
}
#endif
