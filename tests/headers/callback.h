/* Callbacks: without and with a payload, and one that is itself an argument of another. */

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
    _OrthancPluginService_RegisterBellCallback = 40,
    _OrthancPluginService_VisitRooms = 41,
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
   * @brief Who rang the bell.
   * @ingroup Callbacks
   **/
  typedef struct
  {
    uint32_t            guestsCount;   /*!< The number of guests */
    const char* const*  guests;        /*!< The names of the guests */
  } OrthancPluginVisit;

  /**
   * @brief Called when the bell rings.
   *
   * @param door The door in question.
   * @param visit Who is there.
   * @return 0 if success, other value if error.
   * @ingroup Callbacks
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginBellCallback) (
    const char* door,
    const OrthancPluginVisit* visit);

  /**
   * @brief Notes what was seen in a room.
   **/
  typedef void (*OrthancPluginNote) (void* notebook, const char* text);

  /**
   * @brief Called for every room.
   *
   * @param note The function that takes the notes.
   * @param notebook What to pass to it.
   * @param number The number of the room.
   * @param payload What was given to OrthancPluginVisitRooms().
   **/
  typedef void (*OrthancPluginRoomCallback) (
    OrthancPluginNote note,
    void* notebook,
    const uint16_t number,
    void* payload);

  typedef struct
  {
    OrthancPluginBellCallback  callback;
  } _OrthancPluginBellCallback;

  /**
   * @brief Register a function that is called when the bell rings.
   *
   * @param context The context of the plugin.
   * @param callback The function to call.
   * @ingroup Callbacks
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterBellCallback(
    OrthancPluginContext* context,
    OrthancPluginBellCallback callback)
  {
    _OrthancPluginBellCallback params;
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterBellCallback, &params);
  }

  typedef struct
  {
    OrthancPluginRoomCallback  callback;
    void*                      payload;
  } _OrthancPluginVisitRooms;

  /**
   * @brief Visit every room.
   *
   * @param context The context of the plugin.
   * @param callback The function to call for each.
   * @param payload What it gets as its last argument.
   * @return 0 if success, other value if error.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginVisitRooms(
    OrthancPluginContext* context,
    OrthancPluginRoomCallback callback,
    void* payload)
  {
    _OrthancPluginVisitRooms params;
    params.callback = callback;
    params.payload = payload;
    return context->InvokeService(context, _OrthancPluginService_VisitRooms, &params);
  }

#ifdef __cplusplus
}
#endif
