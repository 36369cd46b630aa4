/* A struct that the core fills: a dict. */

  /**
   * @brief The kinds of fruit.
   **/
  typedef enum
  {
    OrthancPluginFruitKind_Apple = 1,  /*!< An apple */
    OrthancPluginFruitKind_Pear = 2    /*!< A pear */
  } OrthancPluginFruitKind;

  /**
   * @brief What is known of a fruit.
   **/
  typedef struct
  {
    uint16_t                weight;    /*!< Its weight in grams */
    OrthancPluginFruitKind  fk;        /*!< Its kind */
    int64_t                 seedsLeft; /*!< How many seeds are left */
    float                   acidity;   /*!< How sour it is */
  } OrthancPluginFruitEntry;

  /**
   * @brief Look up a fruit.
   *
   * @param context The context of the plugin.
   * @param target What is known of it.
   * @param name The name of the fruit.
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLookupFruit(
    OrthancPluginContext* context,
    OrthancPluginFruitEntry* target,
    const char* name)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
