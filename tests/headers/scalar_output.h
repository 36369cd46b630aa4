/* Numbers, flags and enumerators as outputs, through a pointer and as the result. */

  /**
   * @brief The weather.
   **/
  typedef enum
  {
    OrthancPluginWeather_Rain = 1,     /*!< Take an umbrella */
    OrthancPluginWeather_Sunshine = 2  /*!< Leave it at home */
  } OrthancPluginWeather;

  /**
   * @brief Read the thermometer.
   *
   * @param context The context of the plugin.
   * @param target The temperature.
   * @param day The day of the year.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadThermometer(
    OrthancPluginContext* context,
    int32_t* target,
    uint32_t day)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Count the drops of a rainy day.
   *
   * @param context The context of the plugin.
   * @param target The number of drops.
   * @param day The day of the year.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCountDrops(
    OrthancPluginContext* context,
    uint64_t* target,
    uint32_t day)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell whether there is wind.
   *
   * @param context The context of the plugin.
   * @param target 1 iff there is wind.
   * @param day The day of the year.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginIsWindy(
    OrthancPluginContext* context,
    uint8_t* target,
    uint32_t day)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Read the barometer.
   *
   * @param context The context of the plugin.
   * @param target The pressure.
   * @param day The day of the year.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadBarometer(
    OrthancPluginContext* context,
    float* target,
    uint32_t day)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Look at the sky.
   *
   * @param context The context of the plugin.
   * @param target What it looks like.
   * @param day The day of the year.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadSky(
    OrthancPluginContext* context,
    OrthancPluginWeather* target,
    uint32_t day)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Guess the weather.
   *
   * @param context The context of the plugin.
   * @return The guess.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginWeather OrthancPluginGuessWeather(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return (OrthancPluginWeather) 0;
  }

  /**
   * @brief Tell how high the place is.
   *
   * @param context The context of the plugin.
   * @return The height above the sea.
   **/
  ORTHANC_PLUGIN_INLINE int64_t OrthancPluginGetAltitude(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return 0;
  }
