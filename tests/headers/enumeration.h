/* Enumerations: values that are explicit, implicit, shifted or hexadecimal, with comments before and after. */

    _OrthancPluginService_PaintWall = 30,
    _OrthancPluginService_GetWallColor = 31,

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
