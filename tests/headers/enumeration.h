/* Enumerations: values given, counted, shifted and in hexadecimal, with docs before and behind. */

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
    _OrthancPluginService_PaintWall = 30,
    _OrthancPluginService_GetWallColor = 31,
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
   * The colours that the paint comes in.
   * @ingroup Paint
   **/
  typedef enum
  {
    OrthancPluginColor_Red = 5,    /*!< Like a brick */
    OrthancPluginColor_Green,      /*!< Like the grass */
    OrthancPluginColor_DarkBlue = 0x10,
    /*!< Like the sea
      at night */

    /**
     * @brief No colour at all.
     *
     * What was there before shines through.
     **/
    OrthancPluginColor_Transparent = 32,

    OrthancPluginColor_JPEG2000 = 33,   /* not a doc */

    _OrthancPluginColor_INTERNAL = 0x7fffffff
  } OrthancPluginColor;

  /**
   * How the paint is laid on. More than one can be chosen.
   * @ingroup Paint
   **/
  typedef enum
  {
    OrthancPluginPaintFlags_None     = 0,         /*!< In the plain way */
    OrthancPluginPaintFlags_TwoCoats = (1 << 0),  /*!< Twice */
    OrthancPluginPaintFlags_Varnish  = (1 << 1),  /*!< With varnish on top */

    _OrthancPluginPaintFlags_INTERNAL = 0x7fffffff
  } OrthancPluginPaintFlags;

  typedef struct
  {
    OrthancPluginColor       color;
    OrthancPluginPaintFlags  flags;
  } _OrthancPluginPaintWall;

  /**
   * @brief Paint the wall.
   *
   * @param context The context of the plugin.
   * @param color The colour of the paint.
   * @param flags How it is laid on.
   * @return 0 if success, or the error code if failure.
   * @ingroup Paint
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginPaintWall(
    OrthancPluginContext* context,
    OrthancPluginColor color,
    OrthancPluginPaintFlags flags)
  {
    _OrthancPluginPaintWall params;
    params.color = color;
    params.flags = flags;
    return context->InvokeService(context, _OrthancPluginService_PaintWall, &params);
  }

  typedef struct
  {
    OrthancPluginColor*  target;
  } _OrthancPluginGetWallColor;

  /**
   * @brief Look at the wall.
   *
   * @param context The context of the plugin.
   * @return The colour of the wall.
   * @ingroup Paint
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginColor OrthancPluginGetWallColor(
    OrthancPluginContext* context)
  {
    OrthancPluginColor target;

    _OrthancPluginGetWallColor params;
    params.target = &target;

    if (context->InvokeService(context, _OrthancPluginService_GetWallColor, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return OrthancPluginColor_Transparent;
    }

    return target;
  }

#ifdef __cplusplus
}
#endif
