/* Bytes as arguments, each with its size. */

  /**
   * @brief Send a letter.
   *
   * @param context The context of the plugin.
   * @param letter What is in the letter.
   * @param letterSize The size of the letter.
   * @param stamp The picture on the stamp.
   * @param stampSize The size of the picture.
   * @ingroup Mail
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSend(
    OrthancPluginContext* context,
    const void* letter,
    uint32_t letterSize,
    const void* stamp,
    uint64_t stampSize)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Say words that need not end in NUL.
   *
   * @param context The context of the plugin.
   * @param words The words.
   * @param size How many bytes they have.
   * @ingroup Mail
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginWhisper(
    OrthancPluginContext* context,
    const char* words,
    uint32_t size)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
