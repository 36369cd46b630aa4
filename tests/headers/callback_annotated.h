/* Callbacks with an annotated convention: an HTTP request, and a filter that returns a flag. */

  /**
   * @brief An HTTP connection.
   **/
  typedef struct _OrthancPluginReply_t OrthancPluginReply;

  /**
   * @brief The methods of HTTP.
   **/
  typedef enum
  {
    OrthancPluginVerb_Get = 1,    /*!< GET */
    OrthancPluginVerb_Post = 2,   /*!< POST */
    OrthancPluginVerb_Delete = 3, /*!< DELETE */
    OrthancPluginVerb_Put = 4     /*!< PUT */
  } OrthancPluginVerb;

  /**
   * @brief A request.
   **/
  typedef struct
  {
    OrthancPluginVerb   verb;          /*!< The method */
    uint32_t            groupsCount;   /*!< The number of groups */
    const char* const*  groups;        /*!< What the groups matched */
    const void*         body;          /*!< The body */
    uint32_t            bodySize;      /*!< The size of the body */
    uint32_t            headersCount;  /*!< The number of headers */
    const char* const*  headersKeys;   /*!< The keys of the headers */
    const char* const*  headersValues; /*!< The values of the headers */
  } OrthancPluginRequest;

  /**
   * @brief Answers a request.
   *
   * @param output Where the answer goes.
   * @param url The URI.
   * @param request The request.
   * @return 0 if success, or the error code.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginServeCallback) (
    OrthancPluginReply* output,
    const char* url,
    const OrthancPluginRequest* request);

  /**
   * @brief Allows or refuses a request.
   *
   * @param verb The method.
   * @param uri The URI.
   * @param port The port, of which scripts have no use.
   * @return 0 to refuse, 1 to allow, -1 for an error.
   **/
  typedef int32_t (*OrthancPluginGuard) (
    OrthancPluginVerb verb,
    const char* uri,
    uint16_t port);

  /**
   * @brief Register a route, under a lock.
   *
   * @param context The context of the plugin.
   * @param path The path.
   * @param callback The callback.
   * @ingroup Web
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterServeCallback(
    OrthancPluginContext* context,
    const char* path,
    OrthancPluginServeCallback callback)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register a route.
   *
   * @param context The context of the plugin.
   * @param path The path.
   * @param callback The callback.
   * @ingroup Web
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterServeCallbackNoLock(
    OrthancPluginContext* context,
    const char* path,
    OrthancPluginServeCallback callback)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register a guard.
   *
   * @param context The context of the plugin.
   * @param guard The guard.
   * @ingroup Web
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterGuard(
    OrthancPluginContext* context,
    OrthancPluginGuard guard)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Answer a request.
   *
   * @param context The context of the plugin.
   * @param output The connection.
   * @param body What to answer.
   * @param bodySize The size of the answer.
   * @param mimeType What kind of answer it is.
   * @ingroup Web
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginAnswerReply(
    OrthancPluginContext* context,
    OrthancPluginReply* output,
    const void* body,
    uint32_t bodySize,
    const char* mimeType)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Refuse a request.
   *
   * @param context The context of the plugin.
   * @param output The connection.
   * @param httpStatus The status of HTTP.
   * @param details The reason.
   * @ingroup Web
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRefuseReply(
    OrthancPluginContext* context,
    OrthancPluginReply* output,
    uint16_t httpStatus,
    const char* details)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
