/* An opaque handle: made, read and freed by functions of the SDK. */

    _OrthancPluginService_CreateShelf = 10,
    _OrthancPluginService_FreeShelf = 11,
    _OrthancPluginService_GetShelfSize = 12,
    _OrthancPluginService_ShelfContains = 13,

  /**
   * @brief A shelf with books, known to the core only.
   * @ingroup Books
   **/
  typedef struct _OrthancPluginShelf_t OrthancPluginShelf;

  typedef struct
  {
    OrthancPluginShelf**  target;
    const char*           name;
  } _OrthancPluginCreateShelf;

  /**
   * @brief Build a shelf.
   *
   * @param context The context of the plugin.
   * @param name What is written on the shelf.
   * @return The new shelf, or NULL when there is no room. It must be released with OrthancPluginFreeShelf().
   * @ingroup Books
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginShelf* OrthancPluginCreateShelf(
    OrthancPluginContext* context,
    const char* name)
  {
    OrthancPluginShelf* target = NULL;

    _OrthancPluginCreateShelf params;
    params.target = &target;
    params.name = name;

    if (context->InvokeService(context, _OrthancPluginService_CreateShelf, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }

    return target;
  }

  typedef struct
  {
    OrthancPluginShelf*  shelf;
  } _OrthancPluginFreeShelf;

  /**
   * @brief Take a shelf down.
   *
   * @param context The context of the plugin.
   * @param shelf The shelf to release.
   * @ingroup Books
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeShelf(
    OrthancPluginContext* context,
    OrthancPluginShelf* shelf)
  {
    _OrthancPluginFreeShelf params;
    params.shelf = shelf;
    context->InvokeService(context, _OrthancPluginService_FreeShelf, &params);
  }

  typedef struct
  {
    const OrthancPluginShelf*  shelf;
    uint32_t*                  size;
  } _OrthancPluginGetShelfSize;

  /**
   * @brief Count the books on a shelf.
   *
   * @param context The context of the plugin.
   * @param shelf The shelf of interest.
   * @return The number of books, 0 in the case of an error.
   * @ingroup Books
   **/
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetShelfSize(
    OrthancPluginContext* context,
    const OrthancPluginShelf* shelf)
  {
    uint32_t size = 0;

    _OrthancPluginGetShelfSize params;
    params.shelf = shelf;
    params.size = &size;

    if (context->InvokeService(context, _OrthancPluginService_GetShelfSize, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }

    return size;
  }

  typedef struct
  {
    const OrthancPluginShelf*  shelf;
    const char*                title;
    int32_t*                   found;
  } _OrthancPluginShelfContains;

  /**
   * @brief Look for a book.
   *
   * @param context The context of the plugin.
   * @param shelf The shelf of interest.
   * @param title The title of the book.
   * @return 1 if the book is there, 0 if it isn't, -1 in the case of an error.
   * @ingroup Books
   **/
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginShelfContains(
    OrthancPluginContext* context,
    const OrthancPluginShelf* shelf,
    const char* title)
  {
    int32_t found = 0;

    _OrthancPluginShelfContains params;
    params.shelf = shelf;
    params.title = title;
    params.found = &found;

    if (context->InvokeService(context, _OrthancPluginService_ShelfContains, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return -1;
    }

    return found;
  }
