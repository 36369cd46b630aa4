/* Memory that the core allocates: bytes, and the same with JSON in it. */

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
   * @brief Much memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint64_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer64;

  /**
   * @brief Read a page.
   *
   * @param context The context of the plugin.
   * @param target What is on the page.
   * @param number The number of the page.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadPage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    uint32_t number)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Read a book.
   *
   * @param context The context of the plugin.
   * @param target What is in the book.
   * @param title The title of the book.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadBook(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* target,
    const char* title)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Read the index, as JSON.
   *
   * @param context The context of the plugin.
   * @param target The pages by their key words.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadIndex(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
