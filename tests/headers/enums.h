/* Enumerations: closed, open, of flags, and with a table of numbers. */

  /**
   * @brief How often to ring.
   **/
  typedef enum
  {
    OrthancPluginTune_NoBell = 0,        /*!< Not at all */
    OrthancPluginTune_CMajor = 1,        /*!< A tune in C major */
    OrthancPluginTune_XYZ24Bit = 2,      /*!< Of digits and capitals */
    OrthancPluginTune_MRO = 3,           /*!< A name that enum takes for itself */
    OrthancPluginTune_3Bells = -4,       /*!< Begins with a digit */
    OrthancPluginTune_Last = 0x7ffffffe, /*!< The largest */
    _OrthancPluginTune_INTERNAL = 0x7fffffff
  } OrthancPluginTune;

  /**
   * @brief What may be left out.
   **/
  typedef enum
  {
    OrthancPluginSkipFlags_None = 0,         /*!< Nothing */
    OrthancPluginSkipFlags_Intro = (1 << 0), /*!< The introduction */
    OrthancPluginSkipFlags_Coda = (1 << 1),  /*!< The end */
    _OrthancPluginSkipFlags_INTERNAL = 0x7fffffff
  } OrthancPluginSkipFlags;

  /**
   * @brief Play a tune.
   *
   * @param context The context of the plugin.
   * @param tune The tune.
   * @param skip What to leave out.
   * @param excuse The reason.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginPlay(
    OrthancPluginContext* context,
    OrthancPluginTune tune,
    OrthancPluginSkipFlags skip,
    OrthancPluginErrorCode excuse)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell which tune is played.
   *
   * @param context The context of the plugin.
   * @return The tune.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginTune OrthancPluginGetTune(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return (OrthancPluginTune) 0;
  }
