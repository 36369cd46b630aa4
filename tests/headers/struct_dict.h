/* A struct that the core fills: a dict. */

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
   * @brief The kinds of fruit.
   **/
  typedef enum
  {
    OrthancPluginFruitKind_Apple = 1,  /*!< An apple */
    OrthancPluginFruitKind_Pear = 2    /*!< A pear */
  } OrthancPluginFruitKind;

  /**
   * @brief What is known of a fruit.
   **/
  typedef struct
  {
    uint16_t                weight;    /*!< Its weight in grams */
    OrthancPluginFruitKind  fk;        /*!< Its kind */
    int64_t                 seedsLeft; /*!< How many seeds are left */
    float                   acidity;   /*!< How sour it is */
  } OrthancPluginFruitEntry;

  /**
   * @brief Look up a fruit.
   *
   * @param context The context of the plugin.
   * @param target What is known of it.
   * @param name The name of the fruit.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLookupFruit(
    OrthancPluginContext* context,
    OrthancPluginFruitEntry* target,
    const char* name)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

#ifdef __cplusplus
}
#endif
