/* Several outputs: a named tuple by rule, one whose name functions share, and a function for each output. */

  /**
   * @brief Memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint32_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Measure a box.
   *
   * @param context The context of the plugin.
   * @param width The width of the box.
   * @param height The height of the box.
   * @param weight The weight of the box.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginMeasureBox(
    OrthancPluginContext* context,
    uint32_t* width,
    uint32_t* height,
    float* weight,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Open a box.
   *
   * @param context The context of the plugin.
   * @param body What is in the box.
   * @param slip The delivery note, as JSON.
   * @param code How it went.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginOpenBox(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* body,
    OrthancPluginMemoryBuffer* slip,
    uint16_t* code,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Open a box with a knife.
   *
   * @param context The context of the plugin.
   * @param body What is in the box.
   * @param slip The delivery note, as JSON.
   * @param code How it went.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCutBox(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* body,
    OrthancPluginMemoryBuffer* slip,
    uint16_t* code,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Find a box.
   *
   * @param context The context of the plugin.
   * @param row The row.
   * @param shelf The shelf.
   * @param label What is written on the box.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLocateBox(
    OrthancPluginContext* context,
    int16_t* row,
    int16_t* shelf,
    const char* label)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
