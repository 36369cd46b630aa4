/* Callbacks: without and with a payload, and one that is an argument of another. */

    _OrthancPluginService_RegisterBellCallback = 40,
    _OrthancPluginService_VisitRooms = 41,

  /**
   * @brief Who rang the bell.
   * @ingroup Callbacks
   **/
  typedef struct
  {
    uint32_t            guestsCount;   /*!< The number of guests */
    const char* const*  guests;        /*!< The names of the guests */
  } OrthancPluginVisit;

  /**
   * @brief Called when the bell rings.
   *
   * @param door The door in question.
   * @param visit Who is there.
   * @return 0 if success, other value if error.
   * @ingroup Callbacks
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginBellCallback) (
    const char* door,
    const OrthancPluginVisit* visit);

  /**
   * @brief Notes what was seen in a room.
   **/
  typedef void (*OrthancPluginNote) (void* notebook, const char* text);

  /**
   * @brief Called for every room.
   *
   * @param note The function that takes the notes.
   * @param notebook What to pass to it.
   * @param number The number of the room.
   * @param payload What was given to OrthancPluginVisitRooms().
   **/
  typedef void (*OrthancPluginRoomCallback) (
    OrthancPluginNote note,
    void* notebook,
    const uint16_t number,
    void* payload);

  typedef struct
  {
    OrthancPluginBellCallback  callback;
  } _OrthancPluginBellCallback;

  /**
   * @brief Register a function that is called when the bell rings.
   *
   * @param context The context of the plugin.
   * @param callback The function to call.
   * @ingroup Callbacks
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterBellCallback(
    OrthancPluginContext* context,
    OrthancPluginBellCallback callback)
  {
    _OrthancPluginBellCallback params;
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterBellCallback, &params);
  }

  typedef struct
  {
    OrthancPluginRoomCallback  callback;
    void*                      payload;
  } _OrthancPluginVisitRooms;

  /**
   * @brief Visit every room.
   *
   * @param context The context of the plugin.
   * @param callback The function to call for each.
   * @param payload What it gets as its last argument.
   * @return 0 if success, other value if error.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginVisitRooms(
    OrthancPluginContext* context,
    OrthancPluginRoomCallback callback,
    void* payload)
  {
    _OrthancPluginVisitRooms params;
    params.callback = callback;
    params.payload = payload;
    return context->InvokeService(context, _OrthancPluginService_VisitRooms, &params);
  }
