/* Memory that the core allocates: bytes, and JSON. */

  /**
   * @brief Memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint32_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Much memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint64_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer64;

  /**
   * @brief Read a page.
   *
   * @param context The context of the plugin.
   * @param target What is on the page.
   * @param number The number of the page.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadPage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    uint32_t number)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Read a book.
   *
   * @param context The context of the plugin.
   * @param target What is in the book.
   * @param title The title of the book.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadBook(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* target,
    const char* title)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Read the index, as JSON.
   *
   * @param context The context of the plugin.
   * @param target The pages by their key words.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadIndex(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
