/* NULL as a value: in parameters, the last of which is optional, and in results. */

  /**
   * @brief A key.
   **/
  typedef struct _OrthancPluginKey_t OrthancPluginKey;

  /**
   * @brief Open a door.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @param greeting What to say (may be NULL).
   * @param key The key (can be NULL if the door is open).
   * @param password The password (can be set to NULL).
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginOpenDoor(
    OrthancPluginContext* context,
    const char* door,
    const char* greeting,
    const OrthancPluginKey* key,
    const char* password)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Close a door.
   *
   * @param context The context of the plugin.
   * @param reason The reason (can be NULL), which Python must pass, since a required argument follows.
   * @param door The door, which must not be NULL.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCloseDoor(
    OrthancPluginContext* context,
    const char* reason,
    const char* door)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell who is at the door.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @return The NULL value if nobody is there, or a newly allocated string.
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetVisitor(
    OrthancPluginContext* context,
    const char* door)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Tell the name of a doorbell.
   *
   * @param context The context of the plugin.
   * @param door The door.
   * @return The name, or NULL in the case of an error.
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetDoorbell(
    OrthancPluginContext* context,
    const char* door)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }
