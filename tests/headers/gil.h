/* Functions that keep the GIL, always or for few bytes, since they neither wait nor call back; one releases it. */

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

  /**
   * @brief Count the bits that are set.
   *
   * @param context The context of the plugin.
   * @param buffer The bytes.
   * @param size The number of bytes.
   * @return How many bits are set.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginCountOnes(OrthancPluginContext* context, const void* buffer, uint32_t size)
  {
    return size;
  }
