/* Names that are keywords of Python, or that the generated code uses itself. */

  /**
   * @brief An enumeration of keywords.
   **/
  typedef enum
  {
    OrthancPluginNone_None = 1,   /*!< A keyword of Python */
    OrthancPluginNone_name = 2,   /*!< An attribute of members */
    OrthancPluginNone_self = 3    /*!< A name of a first parameter */
  } OrthancPluginNone;

  /**
   * @brief Fields that are keywords.
   **/
  typedef struct
  {
    uint32_t  none;   /*!< Becomes a keyword with its capital */
    uint32_t  value;  /*!< What the converter calls its parameter */
  } OrthancPluginPitfalls;

  /**
   * @brief A type whose name is a keyword.
   **/
  typedef struct _OrthancPluginTrue_t OrthancPluginTrue;

  /**
   * @brief A callback whose parameters are names of the wrapper.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginCallback) (
    const char* call, const char* answer, const char* slot, int32_t lambda, int32_t self);

  /**
   * @brief A callback whose name is a keyword.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginlambda) (const char* text);

  /**
   * @brief Take parameters with awkward names.
   *
   * @param context The context of the plugin.
   * @param from A keyword.
   * @param lambda A keyword.
   * @param async A keyword.
   * @param None A keyword.
   * @param call A local of the wrapper.
   * @param values A local of the wrapper.
   * @param arguments A parameter of the wrapper.
   * @param self A parameter of the wrapper.
   * @param unlocked A local of the wrapper.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSpeak(
    OrthancPluginContext* context,
    const char* from,
    const char* lambda,
    int32_t async,
    uint32_t None,
    int32_t call,
    int32_t values,
    int32_t arguments,
    int32_t self,
    int32_t unlocked)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief A method that has a second self.
   *
   * @param context The context of the plugin.
   * @param self The object.
   * @param self_ A number.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginTrue_import(
    OrthancPluginContext* context,
    OrthancPluginTrue* self,
    int32_t self_)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief A result with keywords as fields.
   *
   * @param context The context of the plugin.
   * @param class_ One.
   * @param import Two.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDef(
    OrthancPluginContext* context,
    uint32_t* class_,
    uint32_t* import)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief A function whose name is a keyword.
   *
   * @param context The context of the plugin.
   * @param is A keyword.
   * @return One of them.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginNone OrthancPluginclass(
    OrthancPluginContext* context,
    OrthancPluginNone is)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return (OrthancPluginNone) 0;
  }

  /**
   * @brief Fill a struct.
   *
   * @param context The context of the plugin.
   * @param target The struct.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetPitfalls(
    OrthancPluginContext* context,
    OrthancPluginPitfalls* target)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register a callback.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterCallback(
    OrthancPluginContext* context,
    OrthancPluginCallback callback)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief Register the callback whose name is a keyword.
   *
   * @param context The context of the plugin.
   * @param callback The callback.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterLambda(
    OrthancPluginContext* context,
    OrthancPluginlambda callback)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
