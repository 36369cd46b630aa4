/* Counted keys and values, which Python passes as one mapping. */

  /**
   * @brief Memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint32_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Fetch something.
   *
   * @param context The context of the plugin.
   * @param target What was fetched.
   * @param place Where it is.
   * @param headersCount The number of headers.
   * @param headersKeys The keys of the headers.
   * @param headersValues The values of the headers.
   * @param body What to send along.
   * @param bodySize The size of what is sent along.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginFetch(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* place,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Knock.
   *
   * @param context The context of the plugin.
   * @param noisesCount The number of noises.
   * @param noisesKeys What is knocked with.
   * @param noisesValues How loud it is.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKnock(
    OrthancPluginContext* context,
    uint32_t noisesCount,
    const char* const* noisesKeys,
    const char* const* noisesValues)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
