/* Rows of pixels: used during a call, kept by the handle, and read from memory whose size functions return. */

  /**
   * @brief The format of pixels.
   **/
  typedef enum
  {
    OrthancPluginPixelFormat_Grey = 1,  /*!< One byte */
    OrthancPluginPixelFormat_Color = 2  /*!< Three bytes */
  } OrthancPluginPixelFormat;

  /**
   * @brief A picture.
   **/
  typedef struct _OrthancPluginPicture_t OrthancPluginPicture;

  /**
   * @brief Memory that the core allocated.
   **/
  typedef struct
  {
    void*     data;  /*!< The content */
    uint32_t  size;  /*!< Its size */
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Compress a picture.
   *
   * @param context The context of the plugin.
   * @param target The compressed picture.
   * @param format The format of the pixels.
   * @param width The width.
   * @param height The height.
   * @param pitch The number of bytes from one row to the next.
   * @param buffer The pixels.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCompress(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    const void* buffer)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Make a picture that uses the memory given.
   *
   * @param context The context of the plugin.
   * @param format The format of the pixels.
   * @param width The width.
   * @param height The height.
   * @param pitch The number of bytes from one row to the next.
   * @param buffer The pixels.
   * @return The picture. To be freed with OrthancPluginFreePicture().
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginPicture* OrthancPluginWrapPicture(
    OrthancPluginContext* context,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    void* buffer)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Free a picture.
   *
   * @param context The context of the plugin.
   * @param picture The picture.
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreePicture(
    OrthancPluginContext* context,
    OrthancPluginPicture* picture)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Tell the pitch of a picture.
   *
   * @param context The context of the plugin.
   * @param picture The picture.
   * @return The pitch.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetPicturePitch(
    OrthancPluginContext* context,
    const OrthancPluginPicture* picture)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return 0;
  }

  /**
   * @brief Tell the height of a picture.
   *
   * @param context The context of the plugin.
   * @param picture The picture.
   * @return The height.
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetPictureHeight(
    OrthancPluginContext* context,
    const OrthancPluginPicture* picture)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return 0;
  }

  /**
   * @brief Tell where the pixels of a picture are.
   *
   * @param context The context of the plugin.
   * @param picture The picture.
   * @return The pixels.
   **/
  ORTHANC_PLUGIN_INLINE const void* OrthancPluginGetPictureBuffer(
    OrthancPluginContext* context,
    const OrthancPluginPicture* picture)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }
