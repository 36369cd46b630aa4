/* Declarations that no SDK has, in the style of the SDK; a test adds them to a copy of its header. */

/**
 * @brief A kettle.
 **/
typedef struct _OrthancPluginKettle_t OrthancPluginKettle;

/**
 * @brief The kinds of tea.
 **/
typedef enum
{
  OrthancPluginTea_Green = 1,       /*!< Green tea */
  OrthancPluginTea_EarlGrey = 2,    /*!< Black tea with bergamot */
  _OrthancPluginTea_INTERNAL = 0x7fffffff
} OrthancPluginTea;

/**
 * @brief What is known of a kind of tea.
 **/
typedef struct
{
  OrthancPluginTea tea;       /*!< The kind */
  uint32_t         minutes;   /*!< How long it takes */
  uint16_t         degrees;   /*!< How hot the water is */
} OrthancPluginTeaFacts;

typedef struct
{
  OrthancPluginKettle**  target;
  uint32_t               litres;
  const char*            label;
} _OrthancPluginCreateKettle;

/**
 * @brief Make a kettle.
 *
 * @param context The context of the plugin.
 * @param litres How much it holds.
 * @param label What is written on it. May be NULL.
 * @return The kettle, or NULL. It must be freed with OrthancPluginFreeKettle().
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginKettle* OrthancPluginCreateKettle(
  OrthancPluginContext* context,
  uint32_t litres,
  const char* label ORTHANC_PLUGIN_NULLABLE)
{
  OrthancPluginKettle* result = NULL;
  _OrthancPluginCreateKettle params;
  memset(&params, 0, sizeof(params));
  params.target = &result;
  params.litres = litres;
  params.label = label;
  if (context->InvokeService(context, _OrthancPluginService_CreateKettle, &params) != OrthancPluginErrorCode_Success)
  {
    return NULL;
  }
  return result;
}

typedef struct
{
  OrthancPluginKettle* kettle;
} _OrthancPluginFreeKettle;

/**
 * @brief Free a kettle.
 *
 * @param context The context of the plugin.
 * @param kettle The kettle.
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE void OrthancPluginFreeKettle(
  OrthancPluginContext* context,
  OrthancPluginKettle* kettle)
{
  _OrthancPluginFreeKettle params;
  params.kettle = kettle;
  context->InvokeService(context, _OrthancPluginService_FreeKettle, &params);
}

typedef struct
{
  OrthancPluginMemoryBuffer*  target;
  const OrthancPluginKettle*  kettle;
  OrthancPluginTea            tea;
  const void*                 milk;
  uint32_t                    milkSize;
} _OrthancPluginKettlePour;

/**
 * @brief Pour a cup.
 *
 * @param context The context of the plugin.
 * @param target What is in the cup.
 * @param kettle The kettle.
 * @param tea The kind of tea.
 * @param milk The milk.
 * @param milkSize The amount of milk.
 * @return 0 if success, or the error code.
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKettlePour(
  OrthancPluginContext* context,
  OrthancPluginMemoryBuffer* target,
  const OrthancPluginKettle* kettle,
  OrthancPluginTea tea,
  const void* milk,
  uint32_t milkSize)
{
  _OrthancPluginKettlePour params;
  memset(&params, 0, sizeof(params));
  params.target = target;
  params.kettle = kettle;
  params.tea = tea;
  params.milk = milk;
  params.milkSize = milkSize;
  return context->InvokeService(context, _OrthancPluginService_KettlePour, &params);
}

typedef struct
{
  float*                      resultDegrees;
  const OrthancPluginKettle*  kettle;
} _OrthancPluginGetKettleTemperature;

/**
 * @brief Feel how hot a kettle is.
 *
 * @param context The context of the plugin.
 * @param kettle The kettle.
 * @return The temperature.
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE float OrthancPluginGetKettleTemperature(
  OrthancPluginContext* context,
  const OrthancPluginKettle* kettle)
{
  float result = 0;
  _OrthancPluginGetKettleTemperature params;
  params.resultDegrees = &result;
  params.kettle = kettle;
  if (context->InvokeService(context, _OrthancPluginService_GetKettleTemperature, &params) !=
      OrthancPluginErrorCode_Success)
  {
    return 0;
  }
  return result;
}

typedef struct
{
  char**              resultStringToFree;
  const char*         name;
  uint32_t            guestsCount;
  const char* const*  guestsKeys;
  const char* const*  guestsValues;
  double              weight;
  int64_t             budget;
} _OrthancPluginInviteToTea;

/**
 * @brief Invite guests.
 *
 * @param context The context of the plugin.
 * @param name Who invites.
 * @param guestsCount How many guests there are.
 * @param guestsKeys Their names.
 * @param guestsValues What they drink.
 * @param weight How much tea there is.
 * @param budget What it may cost.
 * @return The invitation. It must be freed with OrthancPluginFreeString().
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE char* OrthancPluginInviteToTea(
  OrthancPluginContext* context,
  const char* name,
  uint32_t guestsCount,
  const char* const* guestsKeys,
  const char* const* guestsValues,
  double weight,
  int64_t budget)
{
  char* result = NULL;
  _OrthancPluginInviteToTea params;
  memset(&params, 0, sizeof(params));
  params.resultStringToFree = &result;
  params.name = name;
  params.guestsCount = guestsCount;
  params.guestsKeys = guestsKeys;
  params.guestsValues = guestsValues;
  params.weight = weight;
  params.budget = budget;
  if (context->InvokeService(context, _OrthancPluginService_InviteToTea, &params) != OrthancPluginErrorCode_Success)
  {
    return NULL;
  }
  return result;
}

typedef struct
{
  OrthancPluginTeaFacts*  target;
  OrthancPluginTea        tea;
} _OrthancPluginDescribeTea;

/**
 * @brief Tell what is known of a kind of tea.
 *
 * @param context The context of the plugin.
 * @param target What is known.
 * @param tea The kind of tea.
 * @return 0 if success, or the error code.
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDescribeTea(
  OrthancPluginContext* context,
  OrthancPluginTeaFacts* target,
  OrthancPluginTea tea)
{
  _OrthancPluginDescribeTea params;
  params.target = target;
  params.tea = tea;
  return context->InvokeService(context, _OrthancPluginService_DescribeTea, &params);
}

typedef struct
{
  uint32_t*          chairs;
  uint8_t*           isWarm;
  OrthancPluginTea*  tea;
  const char*        room;
} _OrthancPluginLookIntoRoom;

/**
 * @brief Look into a room.
 *
 * @param context The context of the plugin.
 * @param chairs How many chairs there are.
 * @param isWarm Whether it is warm.
 * @param tea What smells there.
 * @param room The name of the room.
 * @return 0 if success, or the error code.
 * @ingroup Toolbox
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLookIntoRoom(
  OrthancPluginContext* context,
  uint32_t* chairs,
  uint8_t* isWarm ORTHANC_PLUGIN_FLAG,
  OrthancPluginTea* tea,
  const char* room)
{
  _OrthancPluginLookIntoRoom params;
  params.chairs = chairs;
  params.isWarm = isWarm;
  params.tea = tea;
  params.room = room;
  return context->InvokeService(context, _OrthancPluginService_LookIntoRoom, &params);
}

/**
 * @brief Called when a kettle boils.
 *
 * @param kettle The kettle.
 * @param room The name of the room.
 * @param minutes How long it took.
 * @return 0 if success, or the error code.
 **/
typedef OrthancPluginErrorCode (*OrthancPluginOnBoilCallback) (
  const OrthancPluginKettle* kettle,
  const char* room,
  uint32_t minutes);

typedef struct
{
  OrthancPluginOnBoilCallback callback;
  uint32_t minutes;
} _OrthancPluginOnBoilCallback;

/**
 * @brief Register a callback for kettles that boil.
 *
 * @param context The context of the plugin.
 * @param callback The callback.
 * @param minutes How long a kettle has to boil.
 * @return 0 if success, or the error code.
 * @ingroup Callbacks
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterOnBoilCallback(
  OrthancPluginContext* context,
  OrthancPluginOnBoilCallback callback,
  uint32_t minutes)
{
  _OrthancPluginOnBoilCallback params;
  params.callback = callback;
  params.minutes = minutes;
  return context->InvokeService(context, _OrthancPluginService_RegisterOnBoilCallback, &params);
}

/**
 * @brief Called to taste tea.
 *
 * @param rating How good it is.
 * @param guess What it might be.
 * @param note What the label should say.
 * @param cup What is in the cup.
 * @param cupSize How much that is.
 * @param tea What it is said to be.
 * @return 0 if success, or the error code.
 **/
typedef OrthancPluginErrorCode (*OrthancPluginTasteCallback) (
  uint16_t* rating,
  OrthancPluginTea* guess,
  OrthancPluginMemoryBuffer* note,
  const void* cup,
  uint32_t cupSize,
  OrthancPluginTea tea);

typedef struct
{
  const char*                 name;
  OrthancPluginTasteCallback  callback;
} _OrthancPluginTasteCallback;

/**
 * @brief Register somebody who tastes tea.
 *
 * @param context The context of the plugin.
 * @param name Who it is.
 * @param callback The callback.
 * @return 0 if success, or the error code.
 * @ingroup Callbacks
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterTasteCallback(
  OrthancPluginContext* context,
  const char* name,
  OrthancPluginTasteCallback callback)
{
  _OrthancPluginTasteCallback params;
  params.name = name;
  params.callback = callback;
  return context->InvokeService(context, _OrthancPluginService_RegisterTasteCallback, &params);
}

/**
 * @brief Called to fill a cup.
 *
 * @param content What is in the cup.
 * @param size How much that is.
 * @param pricesCount How many prices there are.
 * @param prices What it may cost.
 * @return 0 if success, or the error code.
 **/
typedef OrthancPluginErrorCode (*OrthancPluginFillCupCallback) (
  void** content,
  uint32_t* size,
  uint32_t pricesCount,
  const uint64_t* prices);

typedef struct
{
  OrthancPluginFillCupCallback  callback;
} _OrthancPluginFillCupCallback;

/**
 * @brief Register somebody who fills cups.
 *
 * @param context The context of the plugin.
 * @param callback The callback.
 * @return 0 if success, or the error code.
 * @ingroup Callbacks
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterFillCupCallback(
  OrthancPluginContext* context,
  OrthancPluginFillCupCallback callback)
{
  _OrthancPluginFillCupCallback params;
  params.callback = callback;
  return context->InvokeService(context, _OrthancPluginService_RegisterFillCupCallback, &params);
}

/**
 * @brief Asks whether a tea house is open.
 *
 * @param house The tea house.
 * @param hour The hour.
 * @return 1 if it is open, 0 if not, -1 for an error.
 **/
typedef int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginTeaHouseIsOpen) (
  void* house,
  uint32_t hour);

/**
 * @brief Serves a guest.
 *
 * @param bill What it costs.
 * @param house The tea house.
 * @param guest The guest.
 * @param tea The kind of tea.
 * @return 0 if success, or the error code.
 **/
typedef OrthancPluginErrorCode (*OrthancPluginTeaHouseServe) (
  uint64_t* bill,
  void* house,
  const char* guest,
  OrthancPluginTea tea);

/**
 * @brief Frees a tea house.
 *
 * @param house The tea house.
 **/
typedef void (*OrthancPluginTeaHouseFinalize) (
  void* house);

typedef struct
{
  const char*                    uri;
  void*                          house;
  OrthancPluginTeaHouseIsOpen    isOpen;
  OrthancPluginTeaHouseServe     serve;
  OrthancPluginTeaHouseFinalize  finalize;
} _OrthancPluginRegisterTeaHouse;

/**
 * @brief Register a tea house.
 *
 * @param context The context of the plugin.
 * @param uri Where it is.
 * @param house The tea house, which is passed to the callbacks.
 * @param isOpen Asks whether it is open.
 * @param serve Serves a guest.
 * @param finalize Frees it.
 * @return 0 if success, or the error code.
 * @ingroup Callbacks
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterTeaHouse(
  OrthancPluginContext* context,
  const char* uri,
  void* house,
  OrthancPluginTeaHouseIsOpen isOpen,
  OrthancPluginTeaHouseServe serve,
  OrthancPluginTeaHouseFinalize finalize)
{
  _OrthancPluginRegisterTeaHouse params;
  params.uri = uri;
  params.house = house;
  params.isOpen = isOpen;
  params.serve = serve;
  params.finalize = finalize;
  return context->InvokeService(context, _OrthancPluginService_RegisterTeaHouse, &params);
}
