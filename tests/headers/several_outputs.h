/* Several outputs: a named tuple by rule, one under a name that functions share, and a function for each. */

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
   * @brief Measure a box.
   *
   * @param context The context of the plugin.
   * @param width The width of the box.
   * @param height The height of the box.
   * @param weight The weight of the box.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginMeasureBox(
    OrthancPluginContext* context,
    uint32_t* width,
    uint32_t* height,
    float* weight,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Open a box.
   *
   * @param context The context of the plugin.
   * @param body What is in the box.
   * @param slip The delivery note, as JSON.
   * @param code How it went.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginOpenBox(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* body,
    OrthancPluginMemoryBuffer* slip,
    uint16_t* code,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Open a box with a knife.
   *
   * @param context The context of the plugin.
   * @param body What is in the box.
   * @param slip The delivery note, as JSON.
   * @param code How it went.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCutBox(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* body,
    OrthancPluginMemoryBuffer* slip,
    uint16_t* code,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Find a box.
   *
   * @param context The context of the plugin.
   * @param row The row.
   * @param shelf The shelf.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLocateBox(
    OrthancPluginContext* context,
    int16_t* row,
    int16_t* shelf,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
