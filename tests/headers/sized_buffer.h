/* Bytes that Python passes in, each with its size. */

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
   * @brief Send a letter.
   *
   * @param context The context of the plugin.
   * @param letter What is in the letter.
   * @param letterSize The size of the letter.
   * @param stamp The picture on the stamp.
   * @param stampSize The size of the picture.
   * @ingroup Mail
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSend(
    OrthancPluginContext* context,
    const void* letter,
    uint32_t letterSize,
    const void* stamp,
    uint64_t stampSize)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Say words that need not end in NUL.
   *
   * @param context The context of the plugin.
   * @param words The words.
   * @param size How many bytes they have.
   * @ingroup Mail
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginWhisper(
    OrthancPluginContext* context,
    const char* words,
    uint32_t size)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
