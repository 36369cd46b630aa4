/* Structs whose fields have every type that the IR knows, and some that it does not. */

#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER     1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER     0
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER  0

#ifndef ORTHANC_PLUGIN_INLINE
#  define ORTHANC_PLUGIN_INLINE static inline
#endif

#ifdef __cplusplus
extern "C"
{
#endif

  /**
   * What a call came to.
   **/
  typedef enum
  {
    OrthancPluginErrorCode_InternalError = -1,  /*!< Something is wrong inside */
    OrthancPluginErrorCode_Success = 0,         /*!< All went well */
    OrthancPluginErrorCode_Plugin = 1,          /*!< The plugin is at fault */
    OrthancPluginErrorCode_BadRequest = 8,      /*!< The caller is at fault */
    _OrthancPluginErrorCode_INTERNAL = 0x7fffffff
  } OrthancPluginErrorCode;

  typedef enum
  {
    _OrthancPluginService_INTERNAL = 0x7fffffff
  } _OrthancPluginService;

  /**
   * @brief Releases memory of the core.
   **/
  typedef void (*OrthancPluginFree) (void* buffer);

  /**
   * @brief The core, as a plugin sees it.
   **/
  typedef struct _OrthancPluginContext_t
  {
    void*                   pluginsManager;
    const char*             orthancVersion;
    OrthancPluginFree       Free;
    OrthancPluginErrorCode  (*InvokeService) (struct _OrthancPluginContext_t* context,
                                              _OrthancPluginService service,
                                              const void* params);
  } OrthancPluginContext;

  typedef struct _OrthancPluginThing_t OrthancPluginThing;

  /**
   * @brief Every type with a word in the IR.
   **/
  typedef struct
  {
    int8_t                   i8;
    uint8_t                  u8;
    int16_t                  i16;
    uint16_t                 u16;
    int32_t                  i32;
    uint32_t                 u32;
    int64_t                  i64;
    uint64_t                 u64;
    int                      plain;
    unsigned int             natural;
    float                    single;
    double                   twice;
    const char*              text;
    char*                    buffer;
    const char* const*       texts;
    void*                    memory;
    const void*              constant;
    void**                   target;
    OrthancPluginErrorCode   code;
    OrthancPluginThing*      thing;
    const OrthancPluginThing*  constantThing;
    OrthancPluginFree        callback;
    OrthancPluginContext*    context;
  } OrthancPluginKnownTypes;

  /**
   * @brief Types without one.
   **/
  typedef struct
  {
    char          name[16];
    unsigned int  bits : 3;
    union { int a; float b; } either;
    struct { int a; } unnamedStruct;
    enum { OrthancPluginOtherTypes_First } unnamedEnum;
    void          (*unnamed) (int value);
  } OrthancPluginOtherTypes;

  /**
   * @brief A struct that has a tag of its own, with another inside.
   **/
  struct OrthancPluginTagged
  {
    OrthancPluginKnownTypes  inner;   /*!< The other one */
  };

#ifdef __cplusplus
}
#endif
