/* Callbacks for a payload that another one makes: after a failure, they report it. */

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
   * @brief Begins a tour.
   *
   * @param city Where it begins.
   * @return The tour.
   **/
  typedef void* (*OrthancPluginBeginTour) (const char* city);

  /**
   * @brief Says how many stops a tour has.
   *
   * @param tour The tour.
   * @return The number of stops.
   **/
  typedef uint32_t (*OrthancPluginCountStops) (void* tour);

  /**
   * @brief Goes to the next stop of a tour.
   *
   * @param tour The tour.
   * @return 0 if success, or the error code.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginNextStop) (void* tour);

  /**
   * @brief Ends a tour.
   *
   * @param tour The tour.
   **/
  typedef void (*OrthancPluginEndTour) (void* tour);

  /**
   * @brief Register a guide.
   *
   * @param context The context of the plugin.
   * @param begin Begins a tour.
   * @param count Counts the stops.
   * @param next Goes to the next stop.
   * @param end Ends the tour.
   * @ingroup Tours
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterGuide(
    OrthancPluginContext* context,
    OrthancPluginBeginTour begin,
    OrthancPluginCountStops count,
    OrthancPluginNextStop next,
    OrthancPluginEndTour end)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
