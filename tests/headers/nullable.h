/* Where NULL is a value: in parameters, the last of which may be left out, and in results. */

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
   * @brief A key.
   **/
  typedef struct _OrthancPluginKey_t OrthancPluginKey;

  /**
   * @brief Open a door.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @param greeting What to say (may be NULL).
   * @param key The key (can be NULL if the door is open).
   * @param password The password (can be set to NULL).
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginOpenDoor(
    OrthancPluginContext* context,
    const char* door,
    const char* greeting,
    const OrthancPluginKey* key,
    const char* password)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Close a door.
   *
   * @param context The context of the plugin.
   * @param reason The reason (can be NULL), which Python must pass, since a required argument follows.
   * @param door The door, which must not be NULL.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCloseDoor(
    OrthancPluginContext* context,
    const char* reason,
    const char* door)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell who is at the door.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @return The NULL value if nobody is there, or a newly allocated string.
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetVisitor(
    OrthancPluginContext* context,
    const char* door)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Tell the name of a doorbell.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @return The name, or NULL in the case of an error.
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetDoorbell(
    OrthancPluginContext* context,
    const char* door)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

#ifdef __cplusplus
}
#endif
