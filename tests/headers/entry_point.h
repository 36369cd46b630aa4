/* Entry points of a plugin, and functions that are neither these nor part of the API. */

    _OrthancPluginService_LogInfo = 1,

  /**
   * Called first.
   **/
  int32_t OrthancPluginInitialize(OrthancPluginContext* context);

  void OrthancPluginFinalize(void);

  const char* OrthancPluginGetName(void);

  const char* OrthancPluginGetVersion(void);

  /* A helper, whose name says that it is nobody's business. */
  ORTHANC_PLUGIN_INLINE int _OrthancPluginIsEmpty(const char* text)
  {
    return text == NULL || text[0] == '\0';
  }

  /**
   * @brief Log a message, unless it is empty.
   *
   * @param context The context of the plugin.
   * @param message The message.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogInfo(
    OrthancPluginContext* context,
    const char* message)
  {
    if (!_OrthancPluginIsEmpty(message))
    {
      context->InvokeService(context, _OrthancPluginService_LogInfo, message);
    }
  }
