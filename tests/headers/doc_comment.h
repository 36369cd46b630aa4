/* Doc comments: every command that the parser knows, and comments that belong to no declaration. */

/**
 * \mainpage
 * How to run a bakery.
 **/

/**
 * @defgroup Bakery Everything with flour
 * @brief Functions to bake, and to
 * eat what was baked.
 *
 * @defgroup Till
 **/

/**
 * The licence of this text would stand here, right above what comes next.
 **/

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

/** @{ */

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
    _OrthancPluginService_BakeBread = 60,
    _OrthancPluginService_EatBread = 61,
    _OrthancPluginService_SellBread = 62,
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

  typedef struct
  {
    const char*  flour;
    uint32_t     minutes;
  } _OrthancPluginBakeBread;

  /**
   * @brief Bake a loaf with <tt>flour</tt>, as in
   * ::OrthancPluginEatBread().
   *
   * The oven must be *hot*, see [the manual](https://example.org/oven). It is
   * hot after \b ten minutes.
   *
   * There are two ways to know:
   * - look at the lamp,
   *   which is red;
   * -# touch it.
   *
   * @param context The context of the plugin.
   * @param[in] flour The flour, which
   *        may be @c NULL.
   * @param minutes
   * For how long.
   *
   * @return `0` if success,<br/>or the error code.
   *
   * @note
   * Bread is best on the same day.
   *
   * @remark Cakes are not.
   *
   * @warning Do not open the oven.
   * It is hot.
   * @see OrthancPluginEatBread()
   * @see OrthancPluginSellBread()
   * @version 3
   * @ingroup Bakery
   * A last word.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginBakeBread(
    OrthancPluginContext* context,
    const char* flour,
    uint32_t minutes)
  {
    _OrthancPluginBakeBread params;
    params.flour = flour;
    params.minutes = minutes;
    return context->InvokeService(context, _OrthancPluginService_BakeBread, &params);
  }

  /**
   * Eat the bread, e.g. with butter. Nothing is left of it then.
   * @deprecated Give it away instead
   * @result How much there was.
   **/
  typedef struct
  {
    uint32_t*  result;
  } _OrthancPluginEatBread;

  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginEatBread(OrthancPluginContext* context)
  {
    uint32_t result = 0;

    _OrthancPluginEatBread params;
    params.result = &result;
    context->InvokeService(context, _OrthancPluginService_EatBread, &params);
    return result;
  }

  /*! \brief Sell the bread.
      \deprecated */
  ORTHANC_PLUGIN_INLINE void OrthancPluginSellBread(OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_SellBread, NULL);
  }

  ORTHANC_PLUGIN_INLINE void OrthancPluginCloseShop(OrthancPluginContext* context)
  {
    (void) context;  /* The doc comment of no other declaration is taken for this one. */
  }

  /** @} */

#ifdef __cplusplus
}
#endif
