/* Memory that the core fills and the plugin releases: buffers, strings, and bytes with their size. */

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
    _OrthancPluginService_ReadPage = 50,
    _OrthancPluginService_ReadTitle = 51,
    _OrthancPluginService_WritePage = 52,
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
   * @brief A piece of memory of the core.
   **/
  typedef struct
  {
    /**
     * @brief Where it begins.
     **/
    void*     data;

    /**
     * @brief How many bytes it has.
     **/
    uint32_t  size;
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Release a string.
   *
   * @param context The context of the plugin.
   * @param str The string to release.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeString(
    OrthancPluginContext* context,
    char* str)
  {
    if (str != NULL)
    {
      context->Free(str);
    }
  }

  /**
   * @brief Release a piece of memory.
   *
   * @param context The context of the plugin.
   * @param buffer The piece to release.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* buffer)
  {
    context->Free(buffer->data);
  }

  typedef struct
  {
    OrthancPluginMemoryBuffer*  target;
    uint32_t                    number;
  } _OrthancPluginReadPage;

  /**
   * @brief Read a page.
   *
   * @param context The context of the plugin.
   * @param target The target memory buffer. It must be freed with OrthancPluginFreeMemoryBuffer().
   * @param number The number of the page.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadPage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    uint32_t number)
  {
    _OrthancPluginReadPage params;
    params.target = target;
    params.number = number;
    return context->InvokeService(context, _OrthancPluginService_ReadPage, &params);
  }

  typedef struct
  {
    char**      result;
    const char* author;
  } _OrthancPluginReadTitle;

  /**
   * @brief Read the title of the book of an author.
   *
   * @param context The context of the plugin.
   * @param author The author of interest.
   * @return The title, or NULL in the case of an error. It must be freed with OrthancPluginFreeString().
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginReadTitle(
    OrthancPluginContext* context,
    const char* author)
  {
    char* result = NULL;

    _OrthancPluginReadTitle params;
    params.result = &result;
    params.author = author;

    if (context->InvokeService(context, _OrthancPluginService_ReadTitle, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }

    return result;
  }

  typedef struct
  {
    uint32_t     number;
    const void*  text;
    uint32_t     textSize;
  } _OrthancPluginWritePage;

  /**
   * @brief Write a page.
   *
   * @param context The context of the plugin.
   * @param number The number of the page.
   * @param text What to write.
   * @param textSize The number of bytes to write.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWritePage(
    OrthancPluginContext* context,
    uint32_t number,
    const void* text,
    uint32_t textSize)
  {
    _OrthancPluginWritePage params;
    params.number = number;
    params.text = text;
    params.textSize = textSize;
    return context->InvokeService(context, _OrthancPluginService_WritePage, &params);
  }

#ifdef __cplusplus
}
#endif
