/* Callbacks that rules bind: all parameters are positional. */

  /**
   * @brief The times of the day.
   **/
  typedef enum
  {
    OrthancPluginDaytime_Noon = 12,     /*!< Noon */
    OrthancPluginDaytime_Midnight = 24  /*!< Midnight */
  } OrthancPluginDaytime;

  /**
   * @brief A bell.
   **/
  typedef struct _OrthancPluginBell_t OrthancPluginBell;

  /**
   * @brief Called when the clock strikes.
   *
   * @param daytime When that is.
   * @param strokes How often it strikes.
   * @param loudness How loud it is.
   * @param bell The bell.
   * @param town Where it is heard, or NULL.
   * @param listenersCount The number of listeners.
   * @param listeners The names of the listeners.
   * @param score The notes.
   * @param scoreSize The size of the notes.
   * @return 0 if success, or the error code.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginStrikeCallback) (
    OrthancPluginDaytime daytime,
    uint64_t strokes,
    float loudness,
    OrthancPluginBell* bell,
    const char* town,
    uint32_t listenersCount,
    const char* const* listeners,
    const void* score,
    uint32_t scoreSize);

  /**
   * @brief Called when the clock has stopped.
   **/
  typedef void (*OrthancPluginStopCallback) ();

  /**
   * @brief Called with parameters that have no names.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginNamelessCallback) (const char*, int32_t);

  /**
   * @brief Register a callback that is called when the clock strikes.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterStrikeCallback(
    OrthancPluginContext* context,
    OrthancPluginStrikeCallback callback)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register a callback that is called when the clock has stopped.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterStopCallback(
    OrthancPluginContext* context,
    OrthancPluginStopCallback callback)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register a callback whose parameters have no names.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterNamelessCallback(
    OrthancPluginContext* context,
    OrthancPluginNamelessCallback callback)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Ring a bell.
   *
   * @param context The context of the plugin.
   * @param bell The bell.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginBellRing(
    OrthancPluginContext* context,
    OrthancPluginBell* bell)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
