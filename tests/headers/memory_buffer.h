/* Memory that the core fills and the plugin releases: buffers, strings, and bytes with their size. */

    _OrthancPluginService_ReadPage = 50,
    _OrthancPluginService_ReadTitle = 51,
    _OrthancPluginService_WritePage = 52,

  /**
   * @brief A piece of memory of the core.
   **/
  typedef struct
  {
    /**
     * @brief Where it begins.
     **/
    void*     data;

    /**
     * @brief How many bytes it has.
     **/
    uint32_t  size;
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Release a string.
   *
   * @param context The context of the plugin.
   * @param str The string to release.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeString(
    OrthancPluginContext* context,
    char* str)
  {
    if (str != NULL)
    {
      context->Free(str);
    }
  }

  /**
   * @brief Release a piece of memory.
   *
   * @param context The context of the plugin.
   * @param buffer The piece to release.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* buffer)
  {
    context->Free(buffer->data);
  }

  typedef struct
  {
    OrthancPluginMemoryBuffer*  target;
    uint32_t                    number;
  } _OrthancPluginReadPage;

  /**
   * @brief Read a page.
   *
   * @param context The context of the plugin.
   * @param target The target memory buffer. It must be freed with OrthancPluginFreeMemoryBuffer().
   * @param number The number of the page.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadPage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    uint32_t number)
  {
    _OrthancPluginReadPage params;
    params.target = target;
    params.number = number;
    return context->InvokeService(context, _OrthancPluginService_ReadPage, &params);
  }

  typedef struct
  {
    char**      result;
    const char* author;
  } _OrthancPluginReadTitle;

  /**
   * @brief Read the title of the book of an author.
   *
   * @param context The context of the plugin.
   * @param author The author of interest.
   * @return The title, or NULL in the case of an error. It must be freed with OrthancPluginFreeString().
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginReadTitle(
    OrthancPluginContext* context,
    const char* author)
  {
    char* result = NULL;

    _OrthancPluginReadTitle params;
    params.result = &result;
    params.author = author;

    if (context->InvokeService(context, _OrthancPluginService_ReadTitle, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }

    return result;
  }

  typedef struct
  {
    uint32_t     number;
    const void*  text;
    uint32_t     textSize;
  } _OrthancPluginWritePage;

  /**
   * @brief Write a page.
   *
   * @param context The context of the plugin.
   * @param number The number of the page.
   * @param text What to write.
   * @param textSize The number of bytes to write.
   * @return 0 if success, or the error code if failure.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWritePage(
    OrthancPluginContext* context,
    uint32_t number,
    const void* text,
    uint32_t textSize)
  {
    _OrthancPluginWritePage params;
    params.number = number;
    params.text = text;
    params.textSize = textSize;
    return context->InvokeService(context, _OrthancPluginService_WritePage, &params);
  }
