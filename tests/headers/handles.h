/* Opaque types: one that the plugin frees, one that it only borrows, and one that the core takes over. */

  /**
   * @brief A bird.
   **/
  typedef struct _OrthancPluginBird_t OrthancPluginBird;

  /**
   * @brief A tree, which only callbacks see.
   **/
  typedef struct _OrthancPluginTree_t OrthancPluginTree;

  /**
   * @brief Hatch a bird.
   *
   * @param context The context of the plugin.
   * @param kind Which kind.
   * @return The bird, or NULL in the case of an error. To be freed with OrthancPluginFreeBird().
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginBird* OrthancPluginHatchBird(
    OrthancPluginContext* context,
    const char* kind)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Let a bird fly.
   *
   * @param context The context of the plugin.
   * @param bird The bird.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeBird(
    OrthancPluginContext* context,
    OrthancPluginBird* bird)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Count the eggs of a bird.
   *
   * @param context The context of the plugin.
   * @param bird The bird.
   * @return The number of eggs.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginBirdCountEggs(
    OrthancPluginContext* context,
    const OrthancPluginBird* bird)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return 0;
  }

  /**
   * @brief Measure a bird, which is no output though it comes second.
   *
   * @param context The context of the plugin.
   * @param target The width.
   * @param bird The bird.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetWingspan(
    OrthancPluginContext* context,
    float* target,
    OrthancPluginBird* bird)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Let a bird sit in a tree.
   *
   * @param context The context of the plugin.
   * @param tree The tree.
   * @param bird The bird.
   * @param mate The bird next to it (can be NULL if there is none).
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginTreePerch(
    OrthancPluginContext* context,
    OrthancPluginTree* tree,
    OrthancPluginBird* bird,
    const OrthancPluginBird* mate)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Give a bird away.
   *
   * @param context The context of the plugin.
   * @param bird The bird.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginAdoptBird(
    OrthancPluginContext* context,
    OrthancPluginBird* bird)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
