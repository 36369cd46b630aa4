/* Indices that the wrapper compares with a count, which it requests with or without the GIL, as the call. */

  /**
   * @brief Count the bells.
   *
   * @param context The context of the plugin.
   * @return How many there are.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginCountBells(
    OrthancPluginContext* context)
  {
    return 0;
  }

  /**
   * @brief Ring a bell.
   *
   * @param context The context of the plugin.
   * @param bell The index of the bell.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRingBell(
    OrthancPluginContext* context,
    uint32_t bell)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Look at a bell.
   *
   * @param context The context of the plugin.
   * @param bell The index of the bell.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLookAtBell(
    OrthancPluginContext* context,
    uint32_t bell)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
