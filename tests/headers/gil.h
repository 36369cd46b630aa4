/* A function that keeps the GIL, since it neither waits nor calls back, beside one that releases it. */

  /**
   * @brief Count the bells.
   *
   * @param context The context of the plugin.
   * @return How many there are.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginCountBells(OrthancPluginContext* context)
  {
    return 3;
  }

  /**
   * @brief Count the towers.
   *
   * @param context The context of the plugin.
   * @return How many there are.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginCountTowers(OrthancPluginContext* context)
  {
    return 1;
  }
