/* Shapes that no rule binds; each is reported with its reason. */

  /**
   * @brief A struct that Python has no word for.
   **/
  typedef struct
  {
    const char*  name;      /*!< Text */
    void*        anything;  /*!< A bare pointer */
  } OrthancPluginBag;

  /**
   * @brief An opaque type that nothing frees.
   **/
  typedef struct _OrthancPluginGhost_t OrthancPluginGhost;

  /**
   * @brief Has a payload.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginPayloadCallback) (void* payload);

  /**
   * @brief Has a result without a meaning.
   **/
  typedef uint32_t (*OrthancPluginOracle) (const char* question);

  /**
   * @brief Called by the plugin itself.
   **/
  typedef void (*OrthancPluginNobody) (const char* text);

  /**
   * @brief Takes a bare pointer.
   *
   * @param context The context of the plugin.
   * @param pointer The pointer.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginTakePointer(
    OrthancPluginContext* context,
    void* pointer)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Takes bytes of a size unknown.
   *
   * @param context The context of the plugin.
   * @param bytes The bytes.
   * @param text The text.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginTakeBytes(
    OrthancPluginContext* context,
    const void* bytes,
    const char* text)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Takes numbers.
   *
   * @param context The context of the plugin.
   * @param count How many.
   * @param numbers The numbers.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginTakeArray(
    OrthancPluginContext* context,
    uint32_t count,
    const uint32_t* numbers)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Fills a struct with text.
   *
   * @param context The context of the plugin.
   * @param target The struct.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginFillBag(
    OrthancPluginContext* context,
    OrthancPluginBag* target)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Returns bare memory.
   *
   * @param context The context of the plugin.
   * @param size The size.
   * @return The memory.
   **/
  ORTHANC_PLUGIN_INLINE void* OrthancPluginGetMemory(
    OrthancPluginContext* context,
    uint32_t size)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Returns numbers.
   *
   * @param context The context of the plugin.
   * @return The numbers.
   **/
  ORTHANC_PLUGIN_INLINE const uint32_t* OrthancPluginGetNumbers(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Returns what nothing frees.
   *
   * @param context The context of the plugin.
   * @return The ghost.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginGhost* OrthancPluginGetGhost(
    OrthancPluginContext* context)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Registers with a payload.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   * @param payload The payload.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterPayload(
    OrthancPluginContext* context,
    OrthancPluginPayloadCallback callback,
    void* payload)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Registers an oracle.
   *
   * @param context The context of the plugin.
   * @param oracle The oracle.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterOracle(
    OrthancPluginContext* context,
    OrthancPluginOracle oracle)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Frees memory.
   *
   * @param context The context of the plugin.
   * @param memory The memory.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemory(
    OrthancPluginContext* context,
    void* memory)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Needs no core.
   *
   * @param number A number.
   **/
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginDouble(
    int32_t number)
  {
    return 2 * number;
  }

  /**
   * @brief Allocates for a callback.
   *
   * @param context The context of the plugin.
   * @param size The size.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginAllocateMemory(
    OrthancPluginContext* context,
    uint32_t size)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
