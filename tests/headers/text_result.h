/* Text that the core returns: to be freed by the plugin, or owned by the core. */

  /**
   * @brief Free text.
   *
   * @param context The context of the plugin.
   * @param text The text.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeString(
    OrthancPluginContext* context,
    char* text)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Look up where somebody lives.
   *
   * @param context The context of the plugin.
   * @param person The name of the person.
   * @return NULL in the case of an error, or the address, to be freed with OrthancPluginFreeString().
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetAddress(
    OrthancPluginContext* context,
    const char* person)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Tell the name of the town.
   *
   * @param context The context of the plugin.
   * @return The name, which must not be freed.
   **/
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetTown(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }
