/**
 * @file
 * @brief The interface between the Orthanc server and its plugins, as SDK 1.13.0 has it.
 *
 * Part of orthanc-codegen. It declares what the official header of the same name declares, so that a plugin
 * compiled with either is the same to the server; ORTHANC_PLUGIN_SINCE_SDK says which release brought what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 **/

#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The release that this header describes. */
#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER 1
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER 13
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER 0

/* Whether that release is this one or newer, for #if. */
#ifndef ORTHANC_PLUGINS_VERSION_IS_ABOVE
#  define ORTHANC_PLUGINS_VERSION_IS_ABOVE(major, minor, revision) \
    (ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER != (major) ? ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER > (major) \
     : ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER != (minor) ? ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER > (minor) \
     : ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER >= (revision))
#endif

/* Put before what a plugin exports. */
#ifndef ORTHANC_PLUGINS_API
#  if defined(_WIN32)
#    define ORTHANC_PLUGINS_API __declspec(dllexport)
#  elif defined(__GNUC__)
#    define ORTHANC_PLUGINS_API __attribute__((visibility("default")))
#  else
#    define ORTHANC_PLUGINS_API
#  endif
#endif

/* Put before every function of this header; a compiler that knows neither word can be told another one. */
#ifndef ORTHANC_PLUGIN_INLINE
#  if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#    define ORTHANC_PLUGIN_INLINE static inline
#  else
#    define ORTHANC_PLUGIN_INLINE static __inline
#  endif
#endif

/* Put before a function that has a better successor. */
#ifndef ORTHANC_PLUGIN_DEPRECATED
#  if defined(_MSC_VER)
#    define ORTHANC_PLUGIN_DEPRECATED __declspec(deprecated)
#  elif defined(__GNUC__)
#    define ORTHANC_PLUGIN_DEPRECATED __attribute__((deprecated))
#  else
#    define ORTHANC_PLUGIN_DEPRECATED
#  endif
#endif

/* Names the first release that has a declaration. Only clang keeps it, for tools that read this header. */
#ifndef ORTHANC_PLUGIN_SINCE_SDK
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_SINCE_SDK(version) __attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK " version)))
#  else
#    define ORTHANC_PLUGIN_SINCE_SDK(version)
#  endif
#endif

/* The size of a file in a WebDAV collection that is not known beforehand; since SDK 1.12.11. */
#define ORTHANC_PLUGINS_WEBDAV_UNKNOWN_FILE_SIZE ((uint64_t)-1)

/**
 * @defgroup Images Images
 * @brief ?
 * @defgroup REST REST
 * @brief ?
 * @defgroup Callbacks Callbacks
 * @brief ?
 * @defgroup DicomCallbacks DicomCallbacks
 * @brief ?
 * @defgroup Orthanc Orthanc
 * @brief ?
 * @defgroup DicomInstance DicomInstance
 * @brief ?
 * @defgroup DicomConnection DicomConnection
 * @brief ?
 * @defgroup Toolbox Toolbox
 * @brief ?
 * @defgroup Plugin Plugin
 * @brief ?
 * @defgroup Stores Stores
 * @brief ?
 **/

#ifdef __cplusplus
extern "C"
{
#endif

  /* ====================================================================================================
     Enumerations: whole numbers of 32 bits.
     ==================================================================================================== */

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** ? */
    OrthancPluginErrorCode_InternalError ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = -1,
    /** ? */
    OrthancPluginErrorCode_Success ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** ? */
    OrthancPluginErrorCode_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** ? */
    OrthancPluginErrorCode_NotImplemented ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** ? */
    OrthancPluginErrorCode_ParameterOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** ? */
    OrthancPluginErrorCode_NotEnoughMemory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 4,
    /** ? */
    OrthancPluginErrorCode_BadParameterType ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5,
    /** ? */
    OrthancPluginErrorCode_BadSequenceOfCalls ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** ? */
    OrthancPluginErrorCode_InexistentItem ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 7,
    /** ? */
    OrthancPluginErrorCode_BadRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 8,
    /** ? */
    OrthancPluginErrorCode_NetworkProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 9,
    /** ? */
    OrthancPluginErrorCode_SystemCommand ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 10,
    /** ? */
    OrthancPluginErrorCode_Database ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 11,
    /** ? */
    OrthancPluginErrorCode_UriSyntax ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 12,
    /** ? */
    OrthancPluginErrorCode_InexistentFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 13,
    /** ? */
    OrthancPluginErrorCode_CannotWriteFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 14,
    /** ? */
    OrthancPluginErrorCode_BadFileFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 15,
    /** ? */
    OrthancPluginErrorCode_Timeout ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 16,
    /** ? */
    OrthancPluginErrorCode_UnknownResource ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 17,
    /** ? */
    OrthancPluginErrorCode_IncompatibleDatabaseVersion ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 18,
    /** ? */
    OrthancPluginErrorCode_FullStorage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 19,
    /** ? */
    OrthancPluginErrorCode_CorruptedFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 20,
    /** ? */
    OrthancPluginErrorCode_InexistentTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 21,
    /** ? */
    OrthancPluginErrorCode_ReadOnly ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 22,
    /** ? */
    OrthancPluginErrorCode_IncompatibleImageFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 23,
    /** ? */
    OrthancPluginErrorCode_IncompatibleImageSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 24,
    /** ? */
    OrthancPluginErrorCode_SharedLibrary ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 25,
    /** ? */
    OrthancPluginErrorCode_UnknownPluginService ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 26,
    /** ? */
    OrthancPluginErrorCode_UnknownDicomTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 27,
    /** ? */
    OrthancPluginErrorCode_BadJson ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 28,
    /** ? */
    OrthancPluginErrorCode_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 29,
    /** ? */
    OrthancPluginErrorCode_BadFont ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 30,
    /** ? */
    OrthancPluginErrorCode_DatabasePlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 31,
    /** ? */
    OrthancPluginErrorCode_StorageAreaPlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** ? */
    OrthancPluginErrorCode_EmptyRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 33,
    /** ? */
    OrthancPluginErrorCode_NotAcceptable ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 34,
    /** ? */
    OrthancPluginErrorCode_NullPointer ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 35,
    /** ? */
    OrthancPluginErrorCode_DatabaseUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.3.2") = 36,
    /** ? */
    OrthancPluginErrorCode_CanceledJob ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 37,
    /** ? */
    OrthancPluginErrorCode_BadGeometry ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 38,
    /** ? */
    OrthancPluginErrorCode_SslInitialization ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 39,
    /** ? */
    OrthancPluginErrorCode_DiscontinuedAbi ORTHANC_PLUGIN_SINCE_SDK("1.8.1") = 40,
    /** ? */
    OrthancPluginErrorCode_BadRange ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 41,
    /** ? */
    OrthancPluginErrorCode_DatabaseCannotSerialize ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 42,
    /** ? */
    OrthancPluginErrorCode_Revision ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 43,
    /** ? */
    OrthancPluginErrorCode_MainDicomTagsMultiplyDefined ORTHANC_PLUGIN_SINCE_SDK("1.11.0") = 44,
    /** ? */
    OrthancPluginErrorCode_ForbiddenAccess ORTHANC_PLUGIN_SINCE_SDK("1.12.2") = 45,
    /** ? */
    OrthancPluginErrorCode_DuplicateResource ORTHANC_PLUGIN_SINCE_SDK("1.12.3") = 46,
    /** ? */
    OrthancPluginErrorCode_IncompatibleConfigurations ORTHANC_PLUGIN_SINCE_SDK("1.12.5") = 47,
    /** ? */
    OrthancPluginErrorCode_SQLiteNotOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1000,
    /** ? */
    OrthancPluginErrorCode_SQLiteAlreadyOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1001,
    /** ? */
    OrthancPluginErrorCode_SQLiteCannotOpen ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1002,
    /** ? */
    OrthancPluginErrorCode_SQLiteStatementAlreadyUsed ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1003,
    /** ? */
    OrthancPluginErrorCode_SQLiteExecute ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1004,
    /** ? */
    OrthancPluginErrorCode_SQLiteRollbackWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1005,
    /** ? */
    OrthancPluginErrorCode_SQLiteCommitWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1006,
    /** ? */
    OrthancPluginErrorCode_SQLiteRegisterFunction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1007,
    /** ? */
    OrthancPluginErrorCode_SQLiteFlush ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1008,
    /** ? */
    OrthancPluginErrorCode_SQLiteCannotRun ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1009,
    /** ? */
    OrthancPluginErrorCode_SQLiteCannotStep ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1010,
    /** ? */
    OrthancPluginErrorCode_SQLiteBindOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1011,
    /** ? */
    OrthancPluginErrorCode_SQLitePrepareStatement ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1012,
    /** ? */
    OrthancPluginErrorCode_SQLiteTransactionAlreadyStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1013,
    /** ? */
    OrthancPluginErrorCode_SQLiteTransactionCommit ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1014,
    /** ? */
    OrthancPluginErrorCode_SQLiteTransactionBegin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1015,
    /** ? */
    OrthancPluginErrorCode_DirectoryOverFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2000,
    /** ? */
    OrthancPluginErrorCode_FileStorageCannotWrite ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2001,
    /** ? */
    OrthancPluginErrorCode_DirectoryExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2002,
    /** ? */
    OrthancPluginErrorCode_HttpPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2003,
    /** ? */
    OrthancPluginErrorCode_DicomPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2004,
    /** ? */
    OrthancPluginErrorCode_BadHttpStatusInRest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2005,
    /** ? */
    OrthancPluginErrorCode_RegularFileExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2006,
    /** ? */
    OrthancPluginErrorCode_PathToExecutable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2007,
    /** ? */
    OrthancPluginErrorCode_MakeDirectory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2008,
    /** ? */
    OrthancPluginErrorCode_BadApplicationEntityTitle ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2009,
    /** ? */
    OrthancPluginErrorCode_NoCFindHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2010,
    /** ? */
    OrthancPluginErrorCode_NoCMoveHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2011,
    /** ? */
    OrthancPluginErrorCode_NoCStoreHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2012,
    /** ? */
    OrthancPluginErrorCode_NoApplicationEntityFilter ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2013,
    /** ? */
    OrthancPluginErrorCode_NoSopClassOrInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2014,
    /** ? */
    OrthancPluginErrorCode_NoPresentationContext ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2015,
    /** ? */
    OrthancPluginErrorCode_DicomFindUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2016,
    /** ? */
    OrthancPluginErrorCode_DicomMoveUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2017,
    /** ? */
    OrthancPluginErrorCode_CannotStoreInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2018,
    /** ? */
    OrthancPluginErrorCode_CreateDicomNotString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2019,
    /** ? */
    OrthancPluginErrorCode_CreateDicomOverrideTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2020,
    /** ? */
    OrthancPluginErrorCode_CreateDicomUseContent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2021,
    /** ? */
    OrthancPluginErrorCode_CreateDicomNoPayload ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2022,
    /** ? */
    OrthancPluginErrorCode_CreateDicomUseDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2023,
    /** ? */
    OrthancPluginErrorCode_CreateDicomBadParent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2024,
    /** ? */
    OrthancPluginErrorCode_CreateDicomParentIsInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2025,
    /** ? */
    OrthancPluginErrorCode_CreateDicomParentEncoding ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2026,
    /** ? */
    OrthancPluginErrorCode_UnknownModality ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2027,
    /** ? */
    OrthancPluginErrorCode_BadJobOrdering ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2028,
    /** ? */
    OrthancPluginErrorCode_JsonToLuaTable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2029,
    /** ? */
    OrthancPluginErrorCode_CannotCreateLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2030,
    /** ? */
    OrthancPluginErrorCode_CannotExecuteLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2031,
    /** ? */
    OrthancPluginErrorCode_LuaAlreadyExecuted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2032,
    /** ? */
    OrthancPluginErrorCode_LuaBadOutput ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2033,
    /** ? */
    OrthancPluginErrorCode_NotLuaPredicate ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2034,
    /** ? */
    OrthancPluginErrorCode_LuaReturnsNoString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2035,
    /** ? */
    OrthancPluginErrorCode_StorageAreaAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2036,
    /** ? */
    OrthancPluginErrorCode_DatabaseBackendAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2037,
    /** ? */
    OrthancPluginErrorCode_DatabaseNotInitialized ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2038,
    /** ? */
    OrthancPluginErrorCode_SslDisabled ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2039,
    /** ? */
    OrthancPluginErrorCode_CannotOrderSlices ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2040,
    /** ? */
    OrthancPluginErrorCode_NoWorklistHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2041,
    /** ? */
    OrthancPluginErrorCode_AlreadyExistingTag ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 2042,
    /** ? */
    OrthancPluginErrorCode_NoStorageCommitmentHandler ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2043,
    /** ? */
    OrthancPluginErrorCode_NoCGetHandler ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 2044,
    /** ? */
    OrthancPluginErrorCode_DicomGetUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.12.6") = 2045,
    /** ? */
    OrthancPluginErrorCode_UnsupportedMediaType ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 3000,
    _OrthancPluginErrorCode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginErrorCode;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** ? */
    OrthancPluginHttpMethod_Get ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** ? */
    OrthancPluginHttpMethod_Post ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** ? */
    OrthancPluginHttpMethod_Put ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** ? */
    OrthancPluginHttpMethod_Delete ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    _OrthancPluginHttpMethod_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginHttpMethod;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** ? */
    OrthancPluginPixelFormat_Grayscale8 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** ? */
    OrthancPluginPixelFormat_Grayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** ? */
    OrthancPluginPixelFormat_SignedGrayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** ? */
    OrthancPluginPixelFormat_RGB24 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    /** ? */
    OrthancPluginPixelFormat_RGBA32 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 5,
    /** ? */
    OrthancPluginPixelFormat_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** ? */
    OrthancPluginPixelFormat_RGB48 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 7,
    /** ? */
    OrthancPluginPixelFormat_Grayscale32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 8,
    /** ? */
    OrthancPluginPixelFormat_Float32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 9,
    /** ? */
    OrthancPluginPixelFormat_BGRA32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 10,
    /** ? */
    OrthancPluginPixelFormat_Grayscale64 ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 11,
    _OrthancPluginPixelFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginPixelFormat;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  {
    /** ? */
    OrthancPluginContentType_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 0,
    /** ? */
    OrthancPluginContentType_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 1,
    /** ? */
    OrthancPluginContentType_DicomAsJson ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 2,
    /** ? */
    OrthancPluginContentType_DicomUntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 3,
    _OrthancPluginContentType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginContentType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** ? */
    OrthancPluginResourceType_Patient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** ? */
    OrthancPluginResourceType_Study ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** ? */
    OrthancPluginResourceType_Series ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** ? */
    OrthancPluginResourceType_Instance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** ? */
    OrthancPluginResourceType_None ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginResourceType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginResourceType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** ? */
    OrthancPluginChangeType_CompletedSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** ? */
    OrthancPluginChangeType_Deleted ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** ? */
    OrthancPluginChangeType_NewChildInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** ? */
    OrthancPluginChangeType_NewInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** ? */
    OrthancPluginChangeType_NewPatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 4,
    /** ? */
    OrthancPluginChangeType_NewSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 5,
    /** ? */
    OrthancPluginChangeType_NewStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 6,
    /** ? */
    OrthancPluginChangeType_StablePatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 7,
    /** ? */
    OrthancPluginChangeType_StableSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 8,
    /** ? */
    OrthancPluginChangeType_StableStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 9,
    /** ? */
    OrthancPluginChangeType_OrthancStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** ? */
    OrthancPluginChangeType_OrthancStopped ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** ? */
    OrthancPluginChangeType_UpdatedAttachment ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** ? */
    OrthancPluginChangeType_UpdatedMetadata ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** ? */
    OrthancPluginChangeType_UpdatedPeers ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 14,
    /** ? */
    OrthancPluginChangeType_UpdatedModalities ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 15,
    /** ? */
    OrthancPluginChangeType_JobSubmitted ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 16,
    /** ? */
    OrthancPluginChangeType_JobSuccess ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 17,
    /** ? */
    OrthancPluginChangeType_JobFailure ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 18,
    _OrthancPluginChangeType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginChangeType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** ? */
    OrthancPluginCompressionType_Zlib ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** ? */
    OrthancPluginCompressionType_ZlibWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** ? */
    OrthancPluginCompressionType_Gzip ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** ? */
    OrthancPluginCompressionType_GzipWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** ? */
    OrthancPluginCompressionType_None ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginCompressionType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginCompressionType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** ? */
    OrthancPluginImageFormat_Png ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** ? */
    OrthancPluginImageFormat_Jpeg ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** ? */
    OrthancPluginImageFormat_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginImageFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginImageFormat;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginValueRepresentation_AE ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginValueRepresentation_AS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** ? */
    OrthancPluginValueRepresentation_AT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** ? */
    OrthancPluginValueRepresentation_CS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** ? */
    OrthancPluginValueRepresentation_DA ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** ? */
    OrthancPluginValueRepresentation_DS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6,
    /** ? */
    OrthancPluginValueRepresentation_DT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7,
    /** ? */
    OrthancPluginValueRepresentation_FD ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** ? */
    OrthancPluginValueRepresentation_FL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 9,
    /** ? */
    OrthancPluginValueRepresentation_IS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** ? */
    OrthancPluginValueRepresentation_LO ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** ? */
    OrthancPluginValueRepresentation_LT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** ? */
    OrthancPluginValueRepresentation_OB ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** ? */
    OrthancPluginValueRepresentation_OF ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 14,
    /** ? */
    OrthancPluginValueRepresentation_OW ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 15,
    /** ? */
    OrthancPluginValueRepresentation_PN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** ? */
    OrthancPluginValueRepresentation_SH ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 17,
    /** ? */
    OrthancPluginValueRepresentation_SL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 18,
    /** ? */
    OrthancPluginValueRepresentation_SQ ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 19,
    /** ? */
    OrthancPluginValueRepresentation_SS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 20,
    /** ? */
    OrthancPluginValueRepresentation_ST ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 21,
    /** ? */
    OrthancPluginValueRepresentation_TM ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 22,
    /** ? */
    OrthancPluginValueRepresentation_UI ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 23,
    /** ? */
    OrthancPluginValueRepresentation_UL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 24,
    /** ? */
    OrthancPluginValueRepresentation_UN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 25,
    /** ? */
    OrthancPluginValueRepresentation_US ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 26,
    /** ? */
    OrthancPluginValueRepresentation_UT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 27,
    /** ? */
    OrthancPluginValueRepresentation_OD ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 28,
    /** ? */
    OrthancPluginValueRepresentation_OL ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 29,
    /** ? */
    OrthancPluginValueRepresentation_UC ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 30,
    /** ? */
    OrthancPluginValueRepresentation_UR ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 31,
    /** ? */
    OrthancPluginValueRepresentation_OV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 32,
    /** ? */
    OrthancPluginValueRepresentation_SV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 33,
    /** ? */
    OrthancPluginValueRepresentation_UV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 34,
    _OrthancPluginValueRepresentation_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginValueRepresentation;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginDicomToJsonFormat_Full ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginDicomToJsonFormat_Short ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** ? */
    OrthancPluginDicomToJsonFormat_Human ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    _OrthancPluginDicomToJsonFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFormat;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginDicomToJsonFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** ? */
    OrthancPluginDicomToJsonFlags_IncludeBinary ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginDicomToJsonFlags_IncludePrivateTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** ? */
    OrthancPluginDicomToJsonFlags_IncludeUnknownTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** ? */
    OrthancPluginDicomToJsonFlags_IncludePixelData ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** ? */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToAscii ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** ? */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToNull ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** ? */
    OrthancPluginDicomToJsonFlags_StopAfterPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 64,
    /** ? */
    OrthancPluginDicomToJsonFlags_SkipGroupLengths ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 128,
    _OrthancPluginDicomToJsonFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFlags;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginCreateDicomFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** ? */
    OrthancPluginCreateDicomFlags_DecodeDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginCreateDicomFlags_GenerateIdentifiers ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginCreateDicomFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginCreateDicomFlags;

  /**
   * @brief ?
   * @deprecated ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginIdentifierConstraint_Equal ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginIdentifierConstraint_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** ? */
    OrthancPluginIdentifierConstraint_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** ? */
    OrthancPluginIdentifierConstraint_Wildcard ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginIdentifierConstraint_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginIdentifierConstraint;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.2")
  {
    /** ? */
    OrthancPluginConstraintType_Equal ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 1,
    /** ? */
    OrthancPluginConstraintType_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 2,
    /** ? */
    OrthancPluginConstraintType_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 3,
    /** ? */
    OrthancPluginConstraintType_Wildcard ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 4,
    /** ? */
    OrthancPluginConstraintType_List ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 5,
    _OrthancPluginConstraintType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 0x7fffffff
  } OrthancPluginConstraintType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** ? */
    OrthancPluginInstanceOrigin_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** ? */
    OrthancPluginInstanceOrigin_DicomProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** ? */
    OrthancPluginInstanceOrigin_RestApi ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** ? */
    OrthancPluginInstanceOrigin_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** ? */
    OrthancPluginInstanceOrigin_Lua ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** ? */
    OrthancPluginInstanceOrigin_WebDav ORTHANC_PLUGIN_SINCE_SDK("1.8.0") = 6,
    _OrthancPluginInstanceOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginInstanceOrigin;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** ? */
    OrthancPluginJobStepStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** ? */
    OrthancPluginJobStepStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** ? */
    OrthancPluginJobStepStatus_Continue ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3
  } OrthancPluginJobStepStatus;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** ? */
    OrthancPluginJobStopReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** ? */
    OrthancPluginJobStopReason_Paused ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** ? */
    OrthancPluginJobStopReason_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3,
    /** ? */
    OrthancPluginJobStopReason_Canceled ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 4
  } OrthancPluginJobStopReason;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** ? */
    OrthancPluginMetricsType_Default ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** ? */
    OrthancPluginMetricsType_Timer ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1
  } OrthancPluginMetricsType;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** ? */
    OrthancPluginDicomWebBinaryMode_Ignore ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** ? */
    OrthancPluginDicomWebBinaryMode_InlineBinary ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1,
    /** ? */
    OrthancPluginDicomWebBinaryMode_BulkDataUri ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 2,
    /** ? */
    OrthancPluginDicomWebBinaryMode_ArrayOfValues ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 3
  } OrthancPluginDicomWebBinaryMode;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  {
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 0,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_ProcessingFailure ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 1,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_NoSuchObjectInstance ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_ResourceLimitation ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 3,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_ReferencedSOPClassNotSupported ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 4,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_ClassInstanceConflict ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 5,
    /** ? */
    OrthancPluginStorageCommitmentFailureReason_DuplicateTransactionUID ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 6
  } OrthancPluginStorageCommitmentFailureReason;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  {
    /** ? */
    OrthancPluginReceivedInstanceAction_KeepAsIs ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 1,
    /** ? */
    OrthancPluginReceivedInstanceAction_Modify ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 2,
    /** ? */
    OrthancPluginReceivedInstanceAction_Discard ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 3,
    _OrthancPluginReceivedInstanceAction_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 0x7fffffff
  } OrthancPluginReceivedInstanceAction;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  {
    /** ? */
    OrthancPluginLoadDicomInstanceMode_WholeDicom ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 1,
    /** ? */
    OrthancPluginLoadDicomInstanceMode_UntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 2,
    /** ? */
    OrthancPluginLoadDicomInstanceMode_EmptyPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 3,
    _OrthancPluginLoadDicomInstanceMode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 0x7fffffff
  } OrthancPluginLoadDicomInstanceMode;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** ? */
    OrthancPluginLogLevel_Error ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0,
    /** ? */
    OrthancPluginLogLevel_Warning ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** ? */
    OrthancPluginLogLevel_Info ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** ? */
    OrthancPluginLogLevel_Trace ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 3,
    _OrthancPluginLogLevel_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogLevel;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** ? */
    OrthancPluginLogCategory_Generic ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** ? */
    OrthancPluginLogCategory_Plugins ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** ? */
    OrthancPluginLogCategory_Http ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 4,
    /** ? */
    OrthancPluginLogCategory_Sqlite ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 8,
    /** ? */
    OrthancPluginLogCategory_Dicom ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 16,
    /** ? */
    OrthancPluginLogCategory_Jobs ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 32,
    /** ? */
    OrthancPluginLogCategory_Lua ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 64,
    _OrthancPluginLogCategory_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogCategory;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** ? */
    OrthancPluginStoreStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** ? */
    OrthancPluginStoreStatus_AlreadyStored ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    /** ? */
    OrthancPluginStoreStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 2,
    /** ? */
    OrthancPluginStoreStatus_FilteredOut ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 3,
    /** ? */
    OrthancPluginStoreStatus_StorageFull ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginStoreStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginStoreStatus;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** ? */
    OrthancPluginQueueOrigin_Front ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** ? */
    OrthancPluginQueueOrigin_Back ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    _OrthancPluginQueueOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginQueueOrigin;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** ? */
    OrthancPluginStableStatus_Stable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** ? */
    OrthancPluginStableStatus_Unstable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    _OrthancPluginStableStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginStableStatus;

  /**
   * @brief ?
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** ? */
    OrthancPluginHttpAuthenticationStatus_Granted ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** ? */
    OrthancPluginHttpAuthenticationStatus_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    /** ? */
    OrthancPluginHttpAuthenticationStatus_Forbidden ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 2,
    /** ? */
    OrthancPluginHttpAuthenticationStatus_Redirect ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 3,
    _OrthancPluginHttpAuthenticationStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginHttpAuthenticationStatus;

  /* ====================================================================================================
     Handles: objects of the core, of which a plugin only ever holds pointers.
     ==================================================================================================== */

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
    _OrthancPluginRestOutput_t OrthancPluginRestOutput;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
    _OrthancPluginDicomInstance_t OrthancPluginDicomInstance;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginImage_t OrthancPluginImage;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginStorageArea_t OrthancPluginStorageArea;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistQuery_t OrthancPluginWorklistQuery;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistAnswers_t OrthancPluginWorklistAnswers;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindQuery_t OrthancPluginFindQuery;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindAnswers_t OrthancPluginFindAnswers;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
    _OrthancPluginFindMatcher_t OrthancPluginFindMatcher;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginPeers_t OrthancPluginPeers;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginJob_t OrthancPluginJob;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
    _OrthancPluginDicomWebNode_t OrthancPluginDicomWebNode;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
    _OrthancPluginDicomConnection_t OrthancPluginDicomConnection;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
    _OrthancPluginServerChunkedRequestReader_t OrthancPluginServerChunkedRequestReader;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
    _OrthancPluginWebDavCollection_t OrthancPluginWebDavCollection;

  /**
   * @brief ?
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
    _OrthancPluginKeysValuesIterator_t OrthancPluginKeysValuesIterator;

  /* ====================================================================================================
     Structs: what the core and its plugins show to each other.
     ==================================================================================================== */

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** ? */
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    uint32_t groupsCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const char* const* groups ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    uint32_t getCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const char* const* getKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const char* const* getValues ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** ? */
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** ? */
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** ? */
    const void* authenticationPayload ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    /** ? */
    uint32_t authenticationPayloadSize ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } OrthancPluginHttpRequest;

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** ? */
    void* data ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginMemoryBuffer;

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    /** ? */
    void* data ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    /** ? */
    uint64_t size ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } OrthancPluginMemoryBuffer64;

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    /** ? */
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** ? */
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** ? */
    OrthancPluginValueRepresentation vr ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** ? */
    uint32_t minMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** ? */
    uint32_t maxMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } OrthancPluginDictionaryEntry;

  /* ====================================================================================================
     Callbacks, Callbacks: functions of a plugin or of the core that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param output ?
   * @param uri ?
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef OrthancPluginErrorCode (*OrthancPluginRestCallback)(
    OrthancPluginRestOutput* output,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param instance ?
   * @param instanceId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef OrthancPluginErrorCode (*OrthancPluginOnStoredInstanceCallback)(
    const OrthancPluginDicomInstance* instance,
    const char* instanceId);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param changeType ?
   * @param resourceType ?
   * @param resourceId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  typedef OrthancPluginErrorCode (*OrthancPluginOnChangeCallback)(
    OrthancPluginChangeType changeType,
    OrthancPluginResourceType resourceType,
    const char* resourceId);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param target ?
   * @param dicom ?
   * @param size ?
   * @param frameIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginDecodeImageCallback)(
    OrthancPluginImage** target,
    const void* dicom,
    uint32_t size,
    uint32_t frameIndex);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param buffer ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef void (*OrthancPluginFree)(
    void* buffer);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param node ?
   * @param mode ?
   * @param bulkDataUri ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginDicomWebSetBinaryNode)(
    OrthancPluginDicomWebNode* node,
    OrthancPluginDicomWebBinaryMode mode,
    const char* bulkDataUri);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param uuid ?
   * @param content ?
   * @param size ?
   * @param type ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCreate)(
    const char* uuid,
    const void* content,
    int64_t size,
    OrthancPluginContentType type);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param content ?
   * @param size ?
   * @param uuid ?
   * @param type ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRead)(
    void** content,
    int64_t* size,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param target ?
   * @param uuid ?
   * @param type ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadWhole)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param target ?
   * @param uuid ?
   * @param type ?
   * @param rangeStart ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadRange)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type,
    uint64_t rangeStart);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param uuid ?
   * @param type ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove)(
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param customData ?
   * @param uuid ?
   * @param content ?
   * @param size ?
   * @param type ?
   * @param compressionType ?
   * @param dicomInstance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCreate2)(
    OrthancPluginMemoryBuffer* customData,
    const char* uuid,
    const void* content,
    uint64_t size,
    OrthancPluginContentType type,
    OrthancPluginCompressionType compressionType,
    const OrthancPluginDicomInstance* dicomInstance);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param target ?
   * @param uuid ?
   * @param type ?
   * @param rangeStart ?
   * @param customData ?
   * @param customDataSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadRange2)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type,
    uint64_t rangeStart,
    const void* customData,
    uint32_t customDataSize);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param uuid ?
   * @param type ?
   * @param customData ?
   * @param customDataSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove2)(
    const char* uuid,
    OrthancPluginContentType type,
    const void* customData,
    uint32_t customDataSize);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param method ?
   * @param uri ?
   * @param ip ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef int32_t (*OrthancPluginIncomingHttpRequestFilter)(
    OrthancPluginHttpMethod method,
    const char* uri,
    const char* ip,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param method ?
   * @param uri ?
   * @param ip ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param getArgumentsCount ?
   * @param getArgumentsKeys ?
   * @param getArgumentsValues ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.3.0")
  typedef int32_t (*OrthancPluginIncomingHttpRequestFilter2)(
    OrthancPluginHttpMethod method,
    const char* uri,
    const char* ip,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    uint32_t getArgumentsCount,
    const char* const* getArgumentsKeys,
    const char* const* getArgumentsValues);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param target ?
   * @param job ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef int32_t (*OrthancPluginJobGetSerialized2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param jobType ?
   * @param serialized ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJob* (*OrthancPluginJobsUnserializer)(
    const char* jobType,
    const char* serialized);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginRefreshMetricsCallback)(void);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param node ?
   * @param setter ?
   * @param levelDepth ?
   * @param levelTagGroup ?
   * @param levelTagElement ?
   * @param levelIndex ?
   * @param tagGroup ?
   * @param tagElement ?
   * @param vr ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginDicomWebBinaryCallback)(
    OrthancPluginDicomWebNode* node,
    OrthancPluginDicomWebSetBinaryNode setter,
    uint32_t levelDepth,
    const uint16_t* levelTagGroup,
    const uint16_t* levelTagElement,
    const uint32_t* levelIndex,
    uint16_t tagGroup,
    uint16_t tagElement,
    OrthancPluginValueRepresentation vr);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param node ?
   * @param setter ?
   * @param levelDepth ?
   * @param levelTagGroup ?
   * @param levelTagElement ?
   * @param levelIndex ?
   * @param tagGroup ?
   * @param tagElement ?
   * @param vr ?
   * @param payload ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef void (*OrthancPluginDicomWebBinaryCallback2)(
    OrthancPluginDicomWebNode* node,
    OrthancPluginDicomWebSetBinaryNode setter,
    uint32_t levelDepth,
    const uint16_t* levelTagGroup,
    const uint16_t* levelTagElement,
    const uint32_t* levelIndex,
    uint16_t tagGroup,
    uint16_t tagElement,
    OrthancPluginValueRepresentation vr,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param reader ?
   * @param uri ?
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderFactory)(
    OrthancPluginServerChunkedRequestReader** reader,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param reader ?
   * @param data ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderAddChunk)(
    OrthancPluginServerChunkedRequestReader* reader,
    const void* data,
    uint32_t size);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param reader ?
   * @param output ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderExecute)(
    OrthancPluginServerChunkedRequestReader* reader,
    OrthancPluginRestOutput* output);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param reader ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef void (*OrthancPluginServerChunkedRequestReaderFinalize)(
    OrthancPluginServerChunkedRequestReader* reader);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  typedef int32_t (*OrthancPluginIncomingDicomInstanceFilter)(
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param dimseStatus ?
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef int32_t (*OrthancPluginIncomingCStoreInstanceFilter)(
    uint16_t* dimseStatus,
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param modifiedDicomBuffer ?
   * @param receivedDicomBuffer ?
   * @param receivedDicomBufferSize ?
   * @param origin ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef OrthancPluginReceivedInstanceAction (*OrthancPluginReceivedInstanceCallback)(
    OrthancPluginMemoryBuffer64* modifiedDicomBuffer,
    const void* receivedDicomBuffer,
    uint64_t receivedDicomBufferSize,
    OrthancPluginInstanceOrigin origin);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param transcoded ?
   * @param buffer ?
   * @param size ?
   * @param allowedSyntaxes ?
   * @param countSyntaxes ?
   * @param allowNewSopInstanceUid ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef OrthancPluginErrorCode (*OrthancPluginTranscoderCallback)(
    OrthancPluginMemoryBuffer* transcoded,
    const void* buffer,
    uint64_t size,
    const char* const* allowedSyntaxes,
    uint32_t countSyntaxes,
    uint8_t allowNewSopInstanceUid);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param collection ?
   * @param name ?
   * @param size ?
   * @param mimeType ?
   * @param dateTime ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFile)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    uint64_t size,
    const char* mimeType,
    const char* dateTime);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param collection ?
   * @param name ?
   * @param dateTime ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFolder)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    const char* dateTime);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param collection ?
   * @param data ?
   * @param size ?
   * @param mimeType ?
   * @param dateTime ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavRetrieveFile)(
    OrthancPluginWebDavCollection* collection,
    const void* data,
    uint64_t size,
    const char* mimeType,
    const char* dateTime);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param isExisting ?
   * @param pathSize ?
   * @param pathItems ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavIsExistingFolderCallback)(
    uint8_t* isExisting,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param isExisting ?
   * @param collection ?
   * @param addFile ?
   * @param addFolder ?
   * @param pathSize ?
   * @param pathItems ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavListFolderCallback)(
    uint8_t* isExisting,
    OrthancPluginWebDavCollection* collection,
    OrthancPluginWebDavAddFile addFile,
    OrthancPluginWebDavAddFolder addFolder,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param collection ?
   * @param retrieveFile ?
   * @param pathSize ?
   * @param pathItems ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavRetrieveFileCallback)(
    OrthancPluginWebDavCollection* collection,
    OrthancPluginWebDavRetrieveFile retrieveFile,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param isReadOnly ?
   * @param pathSize ?
   * @param pathItems ?
   * @param data ?
   * @param size ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavStoreFileCallback)(
    uint8_t* isReadOnly,
    uint32_t pathSize,
    const char* const* pathItems,
    const void* data,
    uint64_t size,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param isReadOnly ?
   * @param pathSize ?
   * @param pathItems ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavCreateFolderCallback)(
    uint8_t* isReadOnly,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param isReadOnly ?
   * @param pathSize ?
   * @param pathItems ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavDeleteItemCallback)(
    uint8_t* isReadOnly,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param response ?
   * @param backend ?
   * @param request ?
   * @param requestSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef OrthancPluginErrorCode (*OrthancPluginCallDatabaseBackendV4)(
    OrthancPluginMemoryBuffer64* response,
    void* backend,
    const void* request,
    uint64_t requestSize);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param backend ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef void (*OrthancPluginFinalizeDatabaseBackendV4)(
    void* backend);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param status ?
   * @param customPayload ?
   * @param redirection ?
   * @param uri ?
   * @param ip ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param getCount ?
   * @param getKeys ?
   * @param getValues ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef OrthancPluginErrorCode (*OrthancPluginHttpAuthentication)(
    OrthancPluginHttpAuthenticationStatus* status,
    OrthancPluginMemoryBuffer* customPayload,
    OrthancPluginMemoryBuffer* redirection,
    const char* uri,
    const char* ip,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    uint32_t getCount,
    const char* const* getKeys,
    const char* const* getValues);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param sourcePlugin ?
   * @param userId ?
   * @param resourceType ?
   * @param resourceId ?
   * @param action ?
   * @param logData ?
   * @param logDataSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef OrthancPluginErrorCode (*OrthancPluginAuditLogHandler)(
    const char* sourcePlugin,
    const char* userId,
    OrthancPluginResourceType resourceType,
    const char* resourceId,
    const char* action,
    const void* logData,
    uint32_t logDataSize);

  /* ====================================================================================================
     Callbacks, DicomCallbacks: functions of a plugin or of the core that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param answers ?
   * @param query ?
   * @param issuerAet ?
   * @param calledAet ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param answers ?
   * @param query ?
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback2)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param answers ?
   * @param query ?
   * @param issuerAet ?
   * @param calledAet ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param answers ?
   * @param query ?
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback2)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param resourceType ?
   * @param patientId ?
   * @param accessionNumber ?
   * @param studyInstanceUid ?
   * @param seriesInstanceUid ?
   * @param sopInstanceUid ?
   * @param originatorAet ?
   * @param sourceAet ?
   * @param targetAet ?
   * @param originatorId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef void* (*OrthancPluginMoveCallback)(
    OrthancPluginResourceType resourceType,
    const char* patientId,
    const char* accessionNumber,
    const char* studyInstanceUid,
    const char* seriesInstanceUid,
    const char* sopInstanceUid,
    const char* originatorAet,
    const char* sourceAet,
    const char* targetAet,
    uint16_t originatorId);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param resourceType ?
   * @param patientId ?
   * @param accessionNumber ?
   * @param studyInstanceUid ?
   * @param seriesInstanceUid ?
   * @param sopInstanceUid ?
   * @param connection ?
   * @param targetAet ?
   * @param originatorId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef void* (*OrthancPluginMoveCallback2)(
    OrthancPluginResourceType resourceType,
    const char* patientId,
    const char* accessionNumber,
    const char* studyInstanceUid,
    const char* seriesInstanceUid,
    const char* sopInstanceUid,
    const OrthancPluginDicomConnection* connection,
    const char* targetAet,
    uint16_t originatorId);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param moveDriver ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef uint32_t (*OrthancPluginGetMoveSize)(
    void* moveDriver);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param moveDriver ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginApplyMove)(
    void* moveDriver);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param moveDriver ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef void (*OrthancPluginFreeMove)(
    void* moveDriver);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param handler ?
   * @param jobId ?
   * @param transactionUid ?
   * @param sopClassUids ?
   * @param sopInstanceUids ?
   * @param countInstances ?
   * @param remoteAet ?
   * @param calledAet ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCommitmentFactory)(
    void** handler,
    const char* jobId,
    const char* transactionUid,
    const char* const* sopClassUids,
    const char* const* sopInstanceUids,
    uint32_t countInstances,
    const char* remoteAet,
    const char* calledAet);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param handler ?
   * @param jobId ?
   * @param transactionUid ?
   * @param sopClassUids ?
   * @param sopInstanceUids ?
   * @param countInstances ?
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCommitmentFactory2)(
    void** handler,
    const char* jobId,
    const char* transactionUid,
    const char* const* sopClassUids,
    const char* const* sopInstanceUids,
    uint32_t countInstances,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param handler ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef void (*OrthancPluginStorageCommitmentDestructor)(
    void* handler);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param target ?
   * @param handler ?
   * @param sopClassUid ?
   * @param sopInstanceUid ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCommitmentLookup)(
    OrthancPluginStorageCommitmentFailureReason* target,
    void* handler,
    const char* sopClassUid,
    const char* sopInstanceUid);

  /* ====================================================================================================
     Callbacks, Toolbox: functions of a plugin or of the core that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef void (*OrthancPluginJobFinalize)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef float (*OrthancPluginJobGetProgress)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetContent)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param target ?
   * @param job ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef OrthancPluginErrorCode (*OrthancPluginJobGetContent2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetSerialized)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJobStepStatus (*OrthancPluginJobStep)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @param reason ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobStop)(
    void* job,
    OrthancPluginJobStopReason reason);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param job ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobReset)(
    void* job);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param answer ?
   * @param key ?
   * @param value ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddHeader)(
    void* answer,
    const char* key,
    const char* value);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param answer ?
   * @param data ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddChunk)(
    void* answer,
    const void* data,
    uint32_t size);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef uint8_t (*OrthancPluginChunkedClientRequestIsDone)(
    void* request);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientRequestNext)(
    void* request);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef const void* (*OrthancPluginChunkedClientRequestGetChunkData)(
    void* request);

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param request ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef uint32_t (*OrthancPluginChunkedClientRequestGetChunkSize)(
    void* request);

  /* ====================================================================================================
     Services: the numbers by which the functions below tell the core what they ask for.
     ==================================================================================================== */

  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    _OrthancPluginService_LogInfo ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    _OrthancPluginService_LogWarning ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    _OrthancPluginService_LogError ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    _OrthancPluginService_GetOrthancPath ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 4,
    _OrthancPluginService_GetOrthancDirectory ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 5,
    _OrthancPluginService_GetConfigurationPath ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 6,
    _OrthancPluginService_SetPluginProperty ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 7,
    _OrthancPluginService_GetGlobalProperty ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 8,
    _OrthancPluginService_SetGlobalProperty ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 9,
    _OrthancPluginService_GetCommandLineArgumentsCount ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 10,
    _OrthancPluginService_GetCommandLineArgument ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 11,
    _OrthancPluginService_GetExpectedDatabaseVersion ORTHANC_PLUGIN_SINCE_SDK("0.9.0") = 12,
    _OrthancPluginService_GetConfiguration ORTHANC_PLUGIN_SINCE_SDK("0.9.1") = 13,
    _OrthancPluginService_BufferCompression ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 14,
    _OrthancPluginService_ReadFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 15,
    _OrthancPluginService_WriteFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 16,
    _OrthancPluginService_GetErrorDescription ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 17,
    _OrthancPluginService_CallHttpClient ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 18,
    _OrthancPluginService_RegisterErrorCode ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 19,
    _OrthancPluginService_RegisterDictionaryTag ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 20,
    _OrthancPluginService_DicomBufferToJson ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 21,
    _OrthancPluginService_DicomInstanceToJson ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 22,
    _OrthancPluginService_CreateDicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 23,
    _OrthancPluginService_ComputeMd5 ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 24,
    _OrthancPluginService_ComputeSha1 ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 25,
    _OrthancPluginService_LookupDictionary ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 26,
    _OrthancPluginService_CallHttpClient2 ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 27,
    _OrthancPluginService_GenerateUuid ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 28,
    _OrthancPluginService_RegisterPrivateDictionaryTag ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 29,
    _OrthancPluginService_AutodetectMimeType ORTHANC_PLUGIN_SINCE_SDK("1.5.0") = 30,
    _OrthancPluginService_SetMetricsValue ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 31,
    _OrthancPluginService_EncodeDicomWebJson ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 32,
    _OrthancPluginService_EncodeDicomWebXml ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 33,
    _OrthancPluginService_ChunkedHttpClient ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 34,
    _OrthancPluginService_GetTagName ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 35,
    _OrthancPluginService_EncodeDicomWebJson2 ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 36,
    _OrthancPluginService_EncodeDicomWebXml2 ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 37,
    _OrthancPluginService_CreateMemoryBuffer ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 38,
    _OrthancPluginService_GenerateRestApiAuthorizationToken ORTHANC_PLUGIN_SINCE_SDK("1.8.1") = 39,
    _OrthancPluginService_CreateMemoryBuffer64 ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 40,
    _OrthancPluginService_CreateDicom2 ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 41,
    _OrthancPluginService_GetDatabaseServerIdentifier ORTHANC_PLUGIN_SINCE_SDK("1.11.1") = 42,
    _OrthancPluginService_SetMetricsIntegerValue ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 43,
    _OrthancPluginService_SetCurrentThreadName ORTHANC_PLUGIN_SINCE_SDK("1.12.2") = 44,
    _OrthancPluginService_LogMessage ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 45,
    _OrthancPluginService_AdoptDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 46,
    _OrthancPluginService_GetAttachmentCustomData ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 47,
    _OrthancPluginService_SetAttachmentCustomData ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 48,
    _OrthancPluginService_StoreKeyValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 49,
    _OrthancPluginService_DeleteKeyValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 50,
    _OrthancPluginService_GetKeyValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 51,
    _OrthancPluginService_CreateKeysValuesIterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 52,
    _OrthancPluginService_FreeKeysValuesIterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 53,
    _OrthancPluginService_KeysValuesIteratorNext ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 54,
    _OrthancPluginService_KeysValuesIteratorGetKey ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 55,
    _OrthancPluginService_KeysValuesIteratorGetValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 56,
    _OrthancPluginService_EnqueueValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 57,
    _OrthancPluginService_DequeueValue ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 58,
    _OrthancPluginService_GetQueueSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 59,
    _OrthancPluginService_SetStableStatus ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 60,
    _OrthancPluginService_EmitAuditLog ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 61,
    _OrthancPluginService_ReserveQueueValue ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 62,
    _OrthancPluginService_AcknowledgeQueueValue ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 63,
    _OrthancPluginService_ClearCurrentThreadName ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 64,
    _OrthancPluginService_RegisterRestCallback ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1000,
    _OrthancPluginService_RegisterOnStoredInstanceCallback ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 1001,
    _OrthancPluginService_RegisterStorageArea ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 1002,
    _OrthancPluginService_RegisterOnChangeCallback ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1003,
    _OrthancPluginService_RegisterRestCallbackNoLock ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1004,
    _OrthancPluginService_RegisterWorklistCallback ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1005,
    _OrthancPluginService_RegisterDecodeImageCallback ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1006,
    _OrthancPluginService_RegisterIncomingHttpRequestFilter ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 1007,
    _OrthancPluginService_RegisterFindCallback ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 1008,
    _OrthancPluginService_RegisterMoveCallback ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 1009,
    _OrthancPluginService_RegisterIncomingHttpRequestFilter2 ORTHANC_PLUGIN_SINCE_SDK("1.3.0") = 1010,
    _OrthancPluginService_RegisterRefreshMetricsCallback ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1011,
    _OrthancPluginService_RegisterChunkedRestCallback ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 1012,
    _OrthancPluginService_RegisterStorageCommitmentScpCallback ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 1013,
    _OrthancPluginService_RegisterIncomingDicomInstanceFilter ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 1014,
    _OrthancPluginService_RegisterTranscoderCallback ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 1015,
    _OrthancPluginService_RegisterStorageArea2 ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 1016,
    _OrthancPluginService_RegisterIncomingCStoreInstanceFilter ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 1017,
    _OrthancPluginService_RegisterReceivedInstanceCallback ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 1018,
    _OrthancPluginService_RegisterWebDavCollection ORTHANC_PLUGIN_SINCE_SDK("1.10.1") = 1019,
    _OrthancPluginService_RegisterStorageArea3 ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1020,
    _OrthancPluginService_RegisterHttpAuthentication ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1021,
    _OrthancPluginService_RegisterAuditLogHandler ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1022,
    _OrthancPluginService_RegisterFindCallback2 ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 1023,
    _OrthancPluginService_RegisterMoveCallback2 ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 1024,
    _OrthancPluginService_RegisterWorklistCallback2 ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 1025,
    _OrthancPluginService_RegisterStorageCommitmentScpCallback2 ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 1026,
    _OrthancPluginService_AnswerBuffer ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2000,
    _OrthancPluginService_CompressAndAnswerPngImage ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2001,
    _OrthancPluginService_Redirect ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2002,
    _OrthancPluginService_SendHttpStatusCode ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 2003,
    _OrthancPluginService_SendUnauthorized ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 2004,
    _OrthancPluginService_SendMethodNotAllowed ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 2005,
    _OrthancPluginService_SetCookie ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 2006,
    _OrthancPluginService_SetHttpHeader ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 2007,
    _OrthancPluginService_StartMultipartAnswer ORTHANC_PLUGIN_SINCE_SDK("0.9.1") = 2008,
    _OrthancPluginService_SendMultipartItem ORTHANC_PLUGIN_SINCE_SDK("0.9.1") = 2009,
    _OrthancPluginService_SendHttpStatus ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2010,
    _OrthancPluginService_CompressAndAnswerImage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2011,
    _OrthancPluginService_SendMultipartItem2 ORTHANC_PLUGIN_SINCE_SDK("1.0.0") = 2012,
    _OrthancPluginService_SetHttpErrorDetails ORTHANC_PLUGIN_SINCE_SDK("1.5.0") = 2013,
    _OrthancPluginService_StartStreamAnswer ORTHANC_PLUGIN_SINCE_SDK("1.12.6") = 2014,
    _OrthancPluginService_SendStreamChunk ORTHANC_PLUGIN_SINCE_SDK("1.12.6") = 2015,
    _OrthancPluginService_GetDicomForInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3000,
    _OrthancPluginService_RestApiGet ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3001,
    _OrthancPluginService_RestApiPost ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3002,
    _OrthancPluginService_RestApiDelete ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3003,
    _OrthancPluginService_RestApiPut ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3004,
    _OrthancPluginService_LookupPatient ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 3005,
    _OrthancPluginService_LookupStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 3006,
    _OrthancPluginService_LookupSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 3007,
    _OrthancPluginService_LookupInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 3008,
    _OrthancPluginService_LookupStudyWithAccessionNumber ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 3009,
    _OrthancPluginService_RestApiGetAfterPlugins ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 3010,
    _OrthancPluginService_RestApiPostAfterPlugins ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 3011,
    _OrthancPluginService_RestApiDeleteAfterPlugins ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 3012,
    _OrthancPluginService_RestApiPutAfterPlugins ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 3013,
    _OrthancPluginService_ReconstructMainDicomTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3014,
    _OrthancPluginService_RestApiGet2 ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3015,
    _OrthancPluginService_CallRestApi ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 3016,
    _OrthancPluginService_GetInstanceRemoteAet ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4000,
    _OrthancPluginService_GetInstanceSize ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4001,
    _OrthancPluginService_GetInstanceData ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4002,
    _OrthancPluginService_GetInstanceJson ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4003,
    _OrthancPluginService_GetInstanceSimplifiedJson ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4004,
    _OrthancPluginService_HasInstanceMetadata ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4005,
    _OrthancPluginService_GetInstanceMetadata ORTHANC_PLUGIN_SINCE_SDK("0.8.1") = 4006,
    _OrthancPluginService_GetInstanceOrigin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4007,
    _OrthancPluginService_GetInstanceTransferSyntaxUid ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 4008,
    _OrthancPluginService_HasInstancePixelData ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 4009,
    _OrthancPluginService_CreateDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4010,
    _OrthancPluginService_FreeDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4011,
    _OrthancPluginService_GetInstanceFramesCount ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4012,
    _OrthancPluginService_GetInstanceRawFrame ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4013,
    _OrthancPluginService_GetInstanceDecodedFrame ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4014,
    _OrthancPluginService_TranscodeDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4015,
    _OrthancPluginService_SerializeDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4016,
    _OrthancPluginService_GetInstanceAdvancedJson ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4017,
    _OrthancPluginService_GetInstanceDicomWebJson ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4018,
    _OrthancPluginService_GetInstanceDicomWebXml ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 4019,
    _OrthancPluginService_LoadDicomInstance ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 4020,
    _OrthancPluginService_RegisterDatabaseBackend ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 5000,
    _OrthancPluginService_DatabaseAnswer ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 5001,
    _OrthancPluginService_RegisterDatabaseBackendV2 ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5002,
    _OrthancPluginService_StorageAreaCreate ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5003,
    _OrthancPluginService_StorageAreaRead ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5004,
    _OrthancPluginService_StorageAreaRemove ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5005,
    _OrthancPluginService_RegisterDatabaseBackendV3 ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 5006,
    _OrthancPluginService_RegisterDatabaseBackendV4 ORTHANC_PLUGIN_SINCE_SDK("1.12.0") = 5007,
    _OrthancPluginService_GetImagePixelFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6000,
    _OrthancPluginService_GetImageWidth ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6001,
    _OrthancPluginService_GetImageHeight ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6002,
    _OrthancPluginService_GetImagePitch ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6003,
    _OrthancPluginService_GetImageBuffer ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6004,
    _OrthancPluginService_UncompressImage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6005,
    _OrthancPluginService_FreeImage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6006,
    _OrthancPluginService_CompressImage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6007,
    _OrthancPluginService_ConvertPixelFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6008,
    _OrthancPluginService_GetFontsCount ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6009,
    _OrthancPluginService_GetFontInfo ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6010,
    _OrthancPluginService_DrawText ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6011,
    _OrthancPluginService_CreateImage ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6012,
    _OrthancPluginService_CreateImageAccessor ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6013,
    _OrthancPluginService_DecodeDicomImage ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6014,
    _OrthancPluginService_WorklistAddAnswer ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7000,
    _OrthancPluginService_WorklistMarkIncomplete ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7001,
    _OrthancPluginService_WorklistIsMatch ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7002,
    _OrthancPluginService_WorklistGetDicomQuery ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7003,
    _OrthancPluginService_FindAddAnswer ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7004,
    _OrthancPluginService_FindMarkIncomplete ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7005,
    _OrthancPluginService_GetFindQuerySize ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7006,
    _OrthancPluginService_GetFindQueryTag ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7007,
    _OrthancPluginService_GetFindQueryTagName ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7008,
    _OrthancPluginService_GetFindQueryValue ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 7009,
    _OrthancPluginService_CreateFindMatcher ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 7010,
    _OrthancPluginService_FreeFindMatcher ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 7011,
    _OrthancPluginService_FindMatcherIsMatch ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 7012,
    _OrthancPluginService_GetPeers ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8000,
    _OrthancPluginService_FreePeers ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8001,
    _OrthancPluginService_GetPeersCount ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8003,
    _OrthancPluginService_GetPeerName ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8004,
    _OrthancPluginService_GetPeerUrl ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8005,
    _OrthancPluginService_CallPeerApi ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8006,
    _OrthancPluginService_GetPeerUserProperty ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 8007,
    _OrthancPluginService_CreateJob ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 9000,
    _OrthancPluginService_FreeJob ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 9001,
    _OrthancPluginService_SubmitJob ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 9002,
    _OrthancPluginService_RegisterJobsUnserializer ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 9003,
    _OrthancPluginService_CreateJob2 ORTHANC_PLUGIN_SINCE_SDK("1.11.3") = 9004,
    _OrthancPluginService_GetConnectionRemoteAet ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 10000,
    _OrthancPluginService_GetConnectionRemoteIp ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 10001,
    _OrthancPluginService_GetConnectionCalledAet ORTHANC_PLUGIN_SINCE_SDK("1.12.10") = 10002,
    _OrthancPluginService_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } _OrthancPluginService;

  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  {
    _OrthancPluginProperty_Description ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 1,
    _OrthancPluginProperty_RootUri ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 2,
    _OrthancPluginProperty_OrthancExplorer ORTHANC_PLUGIN_SINCE_SDK("0.8.6") = 3,
    _OrthancPluginProperty_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } _OrthancPluginProperty;

  /* ====================================================================================================
     Context: the way from a plugin to the core, and the four functions by which the core starts a plugin.
     ==================================================================================================== */

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct _OrthancPluginContext_t
  {
    /** ? */
    void* pluginsManager ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const char* orthancVersion ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    OrthancPluginFree Free ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    OrthancPluginErrorCode (*InvokeService)(struct _OrthancPluginContext_t* context,
                                            _OrthancPluginService service,
                                            const void* params) ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginContext;

  /**
   * @brief ?
   *
   * ?
   *
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGINS_API const char* OrthancPluginGetName(void);

  /* ====================================================================================================
     Functions, Images: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* source ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginCompressionType compression ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t uncompress ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginBufferCompression;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param source ?
   * @param size ?
   * @param compression ?
   * @param uncompress ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginBufferCompression(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const void* source,
    uint32_t size,
    OrthancPluginCompressionType compression,
    uint8_t uncompress)
  {
    _OrthancPluginBufferCompression params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.source = source;
    params.size = size;
    params.compression = compression;
    params.uncompress = uncompress;
    return context->InvokeService(context, _OrthancPluginService_BufferCompression, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    const OrthancPluginImage* image ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t* resultUint32 ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginPixelFormat* resultPixelFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    void** resultBuffer ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginGetImageInfo;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginPixelFormat OrthancPluginGetImagePixelFormat(
    OrthancPluginContext* context,
    const OrthancPluginImage* image)
  {
    OrthancPluginPixelFormat result = OrthancPluginPixelFormat_Unknown;
    _OrthancPluginGetImageInfo params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    params.resultPixelFormat = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetImagePixelFormat, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return OrthancPluginPixelFormat_Unknown;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetImageWidth(
    OrthancPluginContext* context,
    const OrthancPluginImage* image)
  {
    uint32_t result = 0;
    _OrthancPluginGetImageInfo params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetImageWidth, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetImageHeight(
    OrthancPluginContext* context,
    const OrthancPluginImage* image)
  {
    uint32_t result = 0;
    _OrthancPluginGetImageInfo params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetImageHeight, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetImagePitch(
    OrthancPluginContext* context,
    const OrthancPluginImage* image)
  {
    uint32_t result = 0;
    _OrthancPluginGetImageInfo params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetImagePitch, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void* OrthancPluginGetImageBuffer(
    OrthancPluginContext* context,
    const OrthancPluginImage* image)
  {
    void* result = NULL;
    _OrthancPluginGetImageInfo params;
    memset(&params, 0, sizeof(params));
    params.resultBuffer = &result;
    params.image = image;
    if (context->InvokeService(context, _OrthancPluginService_GetImageBuffer, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginImage** target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* data ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginImageFormat format ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginUncompressImage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param data ?
   * @param size ?
   * @param format ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginUncompressImage(
    OrthancPluginContext* context,
    const void* data,
    uint32_t size,
    OrthancPluginImageFormat format)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginUncompressImage params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.data = data;
    params.size = size;
    params.format = format;
    if (context->InvokeService(context, _OrthancPluginService_UncompressImage, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginImage* image ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginFreeImage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeImage(
    OrthancPluginContext* context,
    OrthancPluginImage* image)
  {
    _OrthancPluginFreeImage params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    context->InvokeService(context, _OrthancPluginService_FreeImage, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginImageFormat imageFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginPixelFormat pixelFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t width ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t height ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t pitch ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t quality ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginCompressImage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param format ?
   * @param width ?
   * @param height ?
   * @param pitch ?
   * @param buffer ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCompressPngImage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    const void* buffer)
  {
    _OrthancPluginCompressImage params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.imageFormat = OrthancPluginImageFormat_Png;
    params.pixelFormat = format;
    params.width = width;
    params.height = height;
    params.pitch = pitch;
    params.buffer = buffer;
    params.quality = 0;
    return context->InvokeService(context, _OrthancPluginService_CompressImage, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param format ?
   * @param width ?
   * @param height ?
   * @param pitch ?
   * @param buffer ?
   * @param quality ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCompressJpegImage(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    const void* buffer,
    uint8_t quality)
  {
    _OrthancPluginCompressImage params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.imageFormat = OrthancPluginImageFormat_Jpeg;
    params.pixelFormat = format;
    params.width = width;
    params.height = height;
    params.pitch = pitch;
    params.buffer = buffer;
    params.quality = quality;
    return context->InvokeService(context, _OrthancPluginService_CompressImage, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginImage** target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const OrthancPluginImage* source ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginPixelFormat targetFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginConvertPixelFormat;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param source ?
   * @param targetFormat ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginConvertPixelFormat(
    OrthancPluginContext* context,
    const OrthancPluginImage* source,
    OrthancPluginPixelFormat targetFormat)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginConvertPixelFormat params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.source = source;
    params.targetFormat = targetFormat;
    if (context->InvokeService(context, _OrthancPluginService_ConvertPixelFormat, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  typedef struct
  {
    int32_t* resultInt32 ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    uint32_t* resultUint32 ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    int64_t* resultInt64 ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    uint64_t* resultUint64 ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
  } _OrthancPluginReturnSingleValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetFontsCount(
    OrthancPluginContext* context)
  {
    uint32_t result = 0;
    _OrthancPluginReturnSingleValue params;
    memset(&params, 0, sizeof(params));
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetFontsCount, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    uint32_t fontIndex ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char** name ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t* size ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginGetFontInfo;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param fontIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetFontName(
    OrthancPluginContext* context,
    uint32_t fontIndex)
  {
    const char* result = NULL;
    _OrthancPluginGetFontInfo params;
    memset(&params, 0, sizeof(params));
    params.name = &result;
    params.fontIndex = fontIndex;
    if (context->InvokeService(context, _OrthancPluginService_GetFontInfo, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param fontIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetFontSize(
    OrthancPluginContext* context,
    uint32_t fontIndex)
  {
    uint32_t result = 0;
    _OrthancPluginGetFontInfo params;
    memset(&params, 0, sizeof(params));
    params.size = &result;
    params.fontIndex = fontIndex;
    if (context->InvokeService(context, _OrthancPluginService_GetFontInfo, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginImage* image ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t fontIndex ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* utf8Text ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    int32_t x ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    int32_t y ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t r ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t g ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t b ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginDrawText;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image ?
   * @param fontIndex ?
   * @param utf8Text ?
   * @param x ?
   * @param y ?
   * @param r ?
   * @param g ?
   * @param b ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDrawText(
    OrthancPluginContext* context,
    OrthancPluginImage* image,
    uint32_t fontIndex,
    const char* utf8Text,
    int32_t x,
    int32_t y,
    uint8_t r,
    uint8_t g,
    uint8_t b)
  {
    _OrthancPluginDrawText params;
    memset(&params, 0, sizeof(params));
    params.image = image;
    params.fontIndex = fontIndex;
    params.utf8Text = utf8Text;
    params.x = x;
    params.y = y;
    params.r = r;
    params.g = g;
    params.b = b;
    return context->InvokeService(context, _OrthancPluginService_DrawText, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginImage** target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginPixelFormat format ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t width ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t height ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t pitch ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const void* constBuffer ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t bufferSize ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t frameIndex ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginCreateImage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param format ?
   * @param width ?
   * @param height ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginCreateImage(
    OrthancPluginContext* context,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginCreateImage params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.format = format;
    params.width = width;
    params.height = height;
    if (context->InvokeService(context, _OrthancPluginService_CreateImage, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param format ?
   * @param width ?
   * @param height ?
   * @param pitch ?
   * @param buffer ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginCreateImageAccessor(
    OrthancPluginContext* context,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    void* buffer)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginCreateImage params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.format = format;
    params.width = width;
    params.height = height;
    params.pitch = pitch;
    params.buffer = buffer;
    if (context->InvokeService(context, _OrthancPluginService_CreateImageAccessor, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param bufferSize ?
   * @param frameIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginDecodeDicomImage(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t bufferSize,
    uint32_t frameIndex)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginCreateImage params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.constBuffer = buffer;
    params.bufferSize = bufferSize;
    params.frameIndex = frameIndex;
    if (context->InvokeService(context, _OrthancPluginService_DecodeDicomImage, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /* ====================================================================================================
     Functions, REST: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const void* answer ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    uint32_t answerSize ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const char* mimeType ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginAnswerBuffer;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param answer ?
   * @param answerSize ?
   * @param mimeType ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginAnswerBuffer(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const void* answer,
    uint32_t answerSize,
    const char* mimeType)
  {
    _OrthancPluginAnswerBuffer params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.answer = answer;
    params.answerSize = answerSize;
    params.mimeType = mimeType;
    context->InvokeService(context, _OrthancPluginService_AnswerBuffer, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginImageFormat imageFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginPixelFormat pixelFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t width ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t height ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t pitch ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint8_t quality ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginCompressAndAnswerImage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param format ?
   * @param width ?
   * @param height ?
   * @param pitch ?
   * @param buffer ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginCompressAndAnswerPngImage(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    const void* buffer)
  {
    _OrthancPluginCompressAndAnswerImage params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.imageFormat = OrthancPluginImageFormat_Png;
    params.pixelFormat = format;
    params.width = width;
    params.height = height;
    params.pitch = pitch;
    params.buffer = buffer;
    params.quality = 0;
    context->InvokeService(context, _OrthancPluginService_CompressAndAnswerImage, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    const char* argument ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
  } _OrthancPluginOutputPlusArgument;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param redirection ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRedirect(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* redirection)
  {
    _OrthancPluginOutputPlusArgument params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.argument = redirection;
    context->InvokeService(context, _OrthancPluginService_Redirect, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    uint16_t status ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
  } _OrthancPluginSendHttpStatusCode;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param status ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendHttpStatusCode(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    uint16_t status)
  {
    _OrthancPluginSendHttpStatusCode params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.status = status;
    context->InvokeService(context, _OrthancPluginService_SendHttpStatusCode, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param realm ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendUnauthorized(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* realm)
  {
    _OrthancPluginOutputPlusArgument params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.argument = realm;
    context->InvokeService(context, _OrthancPluginService_SendUnauthorized, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param allowedMethods ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendMethodNotAllowed(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* allowedMethods)
  {
    _OrthancPluginOutputPlusArgument params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.argument = allowedMethods;
    context->InvokeService(context, _OrthancPluginService_SendMethodNotAllowed, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.8.3");
    const char* key ORTHANC_PLUGIN_SINCE_SDK("0.8.3");
    const char* value ORTHANC_PLUGIN_SINCE_SDK("0.8.3");
  } _OrthancPluginSetHttpHeader;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param cookie ?
   * @param value ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetCookie(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* cookie,
    const char* value)
  {
    _OrthancPluginSetHttpHeader params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.key = cookie;
    params.value = value;
    context->InvokeService(context, _OrthancPluginService_SetCookie, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param key ?
   * @param value ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetHttpHeader(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* key,
    const char* value)
  {
    _OrthancPluginSetHttpHeader params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.key = key;
    params.value = value;
    context->InvokeService(context, _OrthancPluginService_SetHttpHeader, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.1")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.9.1");
    const char* subType ORTHANC_PLUGIN_SINCE_SDK("0.9.1");
    const char* contentType ORTHANC_PLUGIN_SINCE_SDK("0.9.1");
  } _OrthancPluginStartMultipartAnswer;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param subType ?
   * @param contentType ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.1")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStartMultipartAnswer(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* subType,
    const char* contentType)
  {
    _OrthancPluginStartMultipartAnswer params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.subType = subType;
    params.contentType = contentType;
    return context->InvokeService(context, _OrthancPluginService_StartMultipartAnswer, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param answer ?
   * @param answerSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.1")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSendMultipartItem(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const void* answer,
    uint32_t answerSize)
  {
    _OrthancPluginAnswerBuffer params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.answer = answer;
    params.answerSize = answerSize;
    params.mimeType = NULL;
    return context->InvokeService(context, _OrthancPluginService_SendMultipartItem, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint16_t status ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginSendHttpStatus;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param status ?
   * @param body ?
   * @param bodySize ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendHttpStatus(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    uint16_t status,
    const void* body,
    uint32_t bodySize)
  {
    _OrthancPluginSendHttpStatus params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.status = status;
    params.body = body;
    params.bodySize = bodySize;
    context->InvokeService(context, _OrthancPluginService_SendHttpStatus, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param format ?
   * @param width ?
   * @param height ?
   * @param pitch ?
   * @param buffer ?
   * @param quality ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginCompressAndAnswerJpegImage(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    OrthancPluginPixelFormat format,
    uint32_t width,
    uint32_t height,
    uint32_t pitch,
    const void* buffer,
    uint8_t quality)
  {
    _OrthancPluginCompressAndAnswerImage params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.imageFormat = OrthancPluginImageFormat_Jpeg;
    params.pixelFormat = format;
    params.width = width;
    params.height = height;
    params.pitch = pitch;
    params.buffer = buffer;
    params.quality = quality;
    context->InvokeService(context, _OrthancPluginService_CompressAndAnswerImage, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.0.0")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
    const void* answer ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
    uint32_t answerSize ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("1.0.0");
  } _OrthancPluginSendMultipartItem2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param answer ?
   * @param answerSize ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.0.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSendMultipartItem2(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const void* answer,
    uint32_t answerSize,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues)
  {
    _OrthancPluginSendMultipartItem2 params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.answer = answer;
    params.answerSize = answerSize;
    params.headersCount = headersCount;
    params.headersKeys = headersKeys;
    params.headersValues = headersValues;
    return context->InvokeService(context, _OrthancPluginService_SendMultipartItem2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.0")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("1.5.0");
    const char* details ORTHANC_PLUGIN_SINCE_SDK("1.5.0");
    uint8_t log ORTHANC_PLUGIN_SINCE_SDK("1.5.0");
  } _OrthancPluginSetHttpErrorDetails;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param details ?
   * @param log ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetHttpErrorDetails(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* details,
    uint8_t log)
  {
    _OrthancPluginSetHttpErrorDetails params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.details = details;
    params.log = log;
    context->InvokeService(context, _OrthancPluginService_SetHttpErrorDetails, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.6")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("1.12.6");
    const char* contentType ORTHANC_PLUGIN_SINCE_SDK("1.12.6");
  } _OrthancPluginStartStreamAnswer;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param contentType ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStartStreamAnswer(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* contentType)
  {
    _OrthancPluginStartStreamAnswer params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.contentType = contentType;
    return context->InvokeService(context, _OrthancPluginService_StartStreamAnswer, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output ?
   * @param answer ?
   * @param answerSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSendStreamChunk(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const void* answer,
    uint32_t answerSize)
  {
    _OrthancPluginAnswerBuffer params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.answer = answer;
    params.answerSize = answerSize;
    params.mimeType = NULL;
    return context->InvokeService(context, _OrthancPluginService_SendStreamChunk, &params);
  }

  /* ====================================================================================================
     Functions, Callbacks: ?
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param expectedMajor ?
   * @param expectedMinor ?
   * @param expectedRevision ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.0")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginCheckVersionAdvanced(
    const OrthancPluginContext* context,
    int32_t expectedMajor,
    int32_t expectedMinor,
    int32_t expectedRevision)
  {
    /* The core takes each of these for 32 bits wide, whatever the compiler of the plugin makes of it. */
    const size_t widths[] = {
      sizeof(int),
      sizeof(OrthancPluginErrorCode),
      sizeof(OrthancPluginHttpMethod),
      sizeof(_OrthancPluginService),
      sizeof(_OrthancPluginProperty),
      sizeof(OrthancPluginPixelFormat),
      sizeof(OrthancPluginContentType),
      sizeof(OrthancPluginResourceType),
      sizeof(OrthancPluginChangeType),
      sizeof(OrthancPluginCompressionType),
      sizeof(OrthancPluginImageFormat),
      sizeof(OrthancPluginValueRepresentation),
      sizeof(OrthancPluginDicomToJsonFormat),
      sizeof(OrthancPluginDicomToJsonFlags),
      sizeof(OrthancPluginCreateDicomFlags),
      sizeof(OrthancPluginIdentifierConstraint),
      sizeof(OrthancPluginConstraintType),
      sizeof(OrthancPluginInstanceOrigin),
      sizeof(OrthancPluginJobStepStatus),
      sizeof(OrthancPluginJobStopReason),
      sizeof(OrthancPluginMetricsType),
      sizeof(OrthancPluginDicomWebBinaryMode),
      sizeof(OrthancPluginStorageCommitmentFailureReason),
      sizeof(OrthancPluginReceivedInstanceAction),
      sizeof(OrthancPluginLoadDicomInstanceMode),
      sizeof(OrthancPluginLogLevel),
      sizeof(OrthancPluginLogCategory),
      sizeof(OrthancPluginStoreStatus),
      sizeof(OrthancPluginQueueOrigin),
      sizeof(OrthancPluginStableStatus),
      sizeof(OrthancPluginHttpAuthenticationStatus)
    };
    int32_t major = 0;
    int32_t minor = 0;
    int32_t revision = 0;
    size_t i;

    for (i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
    {
      if (widths[i] != sizeof(int32_t))
      {
        return 0;
      }
    }

    /* A server built from the development branch has whatever there is. */
    if (strcmp(context->orthancVersion, "mainline") == 0)
    {
      return 1;
    }

#ifdef _MSC_VER
    if (sscanf_s(context->orthancVersion, "%4d.%4d.%4d", &major, &minor, &revision) != 3)
#else
    if (sscanf(context->orthancVersion, "%4d.%4d.%4d", &major, &minor, &revision) != 3)
#endif
    {
      return 0;
    }

    if (major != expectedMajor)
    {
      return major > expectedMajor;
    }
    if (minor != expectedMinor)
    {
      return minor > expectedMinor;
    }
    return revision >= expectedRevision;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginCheckVersion(
    const OrthancPluginContext* context)
  {
    return OrthancPluginCheckVersionAdvanced(context,
                                             ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER,
                                             ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER,
                                             ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    const char* pathRegularExpression ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    OrthancPluginRestCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginRestCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression ?
   * @param callback ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterRestCallback(
    OrthancPluginContext* context,
    const char* pathRegularExpression,
    OrthancPluginRestCallback callback)
  {
    _OrthancPluginRestCallback params;
    memset(&params, 0, sizeof(params));
    params.pathRegularExpression = pathRegularExpression;
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterRestCallback, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression ?
   * @param callback ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterRestCallbackNoLock(
    OrthancPluginContext* context,
    const char* pathRegularExpression,
    OrthancPluginRestCallback callback)
  {
    _OrthancPluginRestCallback params;
    memset(&params, 0, sizeof(params));
    params.pathRegularExpression = pathRegularExpression;
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterRestCallbackNoLock, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef struct
  {
    OrthancPluginOnStoredInstanceCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
  } _OrthancPluginOnStoredInstanceCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterOnStoredInstanceCallback(
    OrthancPluginContext* context,
    OrthancPluginOnStoredInstanceCallback callback)
  {
    _OrthancPluginOnStoredInstanceCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterOnStoredInstanceCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef struct
  {
    OrthancPluginStorageCreate create ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    OrthancPluginStorageRead read ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    OrthancPluginStorageRemove remove ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    OrthancPluginFree free ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
  } _OrthancPluginRegisterStorageArea;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create ?
   * @param read ?
   * @param remove ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterStorageArea(
    OrthancPluginContext* context,
    OrthancPluginStorageCreate create,
    OrthancPluginStorageRead read,
    OrthancPluginStorageRemove remove)
  {
    _OrthancPluginRegisterStorageArea params;
    memset(&params, 0, sizeof(params));
    params.create = create;
    params.read = read;
    params.remove = remove;
    params.free = free;
    context->InvokeService(context, _OrthancPluginService_RegisterStorageArea, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  typedef struct
  {
    OrthancPluginOnChangeCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.8.5");
  } _OrthancPluginOnChangeCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterOnChangeCallback(
    OrthancPluginContext* context,
    OrthancPluginOnChangeCallback callback)
  {
    _OrthancPluginOnChangeCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterOnChangeCallback, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.0")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetExpectedDatabaseVersion(
    OrthancPluginContext* context)
  {
    uint32_t result = 0;
    _OrthancPluginReturnSingleValue params;
    memset(&params, 0, sizeof(params));
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetExpectedDatabaseVersion, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginStorageArea* storageArea ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* uuid ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* content ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint64_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginContentType type ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginStorageAreaCreate;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea ?
   * @param uuid ?
   * @param content ?
   * @param size ?
   * @param type ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStorageAreaCreate(
    OrthancPluginContext* context,
    OrthancPluginStorageArea* storageArea,
    const char* uuid,
    const void* content,
    uint64_t size,
    OrthancPluginContentType type)
  {
    _OrthancPluginStorageAreaCreate params;
    memset(&params, 0, sizeof(params));
    params.storageArea = storageArea;
    params.uuid = uuid;
    params.content = content;
    params.size = size;
    params.type = type;
    return context->InvokeService(context, _OrthancPluginService_StorageAreaCreate, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginStorageArea* storageArea ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* uuid ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginContentType type ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginStorageAreaRead;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param storageArea ?
   * @param uuid ?
   * @param type ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStorageAreaRead(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    OrthancPluginStorageArea* storageArea,
    const char* uuid,
    OrthancPluginContentType type)
  {
    _OrthancPluginStorageAreaRead params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.storageArea = storageArea;
    params.uuid = uuid;
    params.type = type;
    return context->InvokeService(context, _OrthancPluginService_StorageAreaRead, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginStorageArea* storageArea ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* uuid ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginContentType type ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginStorageAreaRemove;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea ?
   * @param uuid ?
   * @param type ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStorageAreaRemove(
    OrthancPluginContext* context,
    OrthancPluginStorageArea* storageArea,
    const char* uuid,
    OrthancPluginContentType type)
  {
    _OrthancPluginStorageAreaRemove params;
    memset(&params, 0, sizeof(params));
    params.storageArea = storageArea;
    params.uuid = uuid;
    params.type = type;
    return context->InvokeService(context, _OrthancPluginService_StorageAreaRemove, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginStorageArea* storageArea ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginResourceType level ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginReconstructMainDicomTags;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea ?
   * @param level ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReconstructMainDicomTags(
    OrthancPluginContext* context,
    OrthancPluginStorageArea* storageArea,
    OrthancPluginResourceType level)
  {
    _OrthancPluginReconstructMainDicomTags params;
    memset(&params, 0, sizeof(params));
    params.level = level;
    params.storageArea = storageArea;
    return context->InvokeService(context, _OrthancPluginService_ReconstructMainDicomTags, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginDecodeImageCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginDecodeImageCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterDecodeImageCallback(
    OrthancPluginContext* context,
    OrthancPluginDecodeImageCallback callback)
  {
    _OrthancPluginDecodeImageCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterDecodeImageCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef struct
  {
    OrthancPluginIncomingHttpRequestFilter callback ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
  } _OrthancPluginIncomingHttpRequestFilter;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterIncomingHttpRequestFilter(
    OrthancPluginContext* context,
    OrthancPluginIncomingHttpRequestFilter callback)
  {
    _OrthancPluginIncomingHttpRequestFilter params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterIncomingHttpRequestFilter, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.3.0")
  typedef struct
  {
    OrthancPluginIncomingHttpRequestFilter2 callback ORTHANC_PLUGIN_SINCE_SDK("1.3.0");
  } _OrthancPluginIncomingHttpRequestFilter2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.3.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterIncomingHttpRequestFilter2(
    OrthancPluginContext* context,
    OrthancPluginIncomingHttpRequestFilter2 callback)
  {
    _OrthancPluginIncomingHttpRequestFilter2 params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterIncomingHttpRequestFilter2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginJobsUnserializer unserializer ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginJobsUnserializer;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param unserializer ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterJobsUnserializer(
    OrthancPluginContext* context,
    OrthancPluginJobsUnserializer unserializer)
  {
    _OrthancPluginJobsUnserializer params;
    memset(&params, 0, sizeof(params));
    params.unserializer = unserializer;
    context->InvokeService(context, _OrthancPluginService_RegisterJobsUnserializer, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef struct
  {
    OrthancPluginRefreshMetricsCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
  } _OrthancPluginRegisterRefreshMetricsCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterRefreshMetricsCallback(
    OrthancPluginContext* context,
    OrthancPluginRefreshMetricsCallback callback)
  {
    _OrthancPluginRegisterRefreshMetricsCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    context->InvokeService(context, _OrthancPluginService_RegisterRefreshMetricsCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef struct
  {
    const char* pathRegularExpression ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginRestCallback getHandler ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginServerChunkedRequestReaderFactory postHandler ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginRestCallback deleteHandler ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginServerChunkedRequestReaderFactory putHandler ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginServerChunkedRequestReaderAddChunk addChunk ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginServerChunkedRequestReaderExecute execute ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginServerChunkedRequestReaderFinalize finalize ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
  } _OrthancPluginChunkedRestCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression ?
   * @param getHandler ?
   * @param postHandler ?
   * @param deleteHandler ?
   * @param putHandler ?
   * @param addChunk ?
   * @param execute ?
   * @param finalize ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterChunkedRestCallback(
    OrthancPluginContext* context,
    const char* pathRegularExpression,
    OrthancPluginRestCallback getHandler,
    OrthancPluginServerChunkedRequestReaderFactory postHandler,
    OrthancPluginRestCallback deleteHandler,
    OrthancPluginServerChunkedRequestReaderFactory putHandler,
    OrthancPluginServerChunkedRequestReaderAddChunk addChunk,
    OrthancPluginServerChunkedRequestReaderExecute execute,
    OrthancPluginServerChunkedRequestReaderFinalize finalize)
  {
    _OrthancPluginChunkedRestCallback params;
    memset(&params, 0, sizeof(params));
    params.pathRegularExpression = pathRegularExpression;
    params.getHandler = getHandler;
    params.postHandler = postHandler;
    params.deleteHandler = deleteHandler;
    params.putHandler = putHandler;
    params.addChunk = addChunk;
    params.execute = execute;
    params.finalize = finalize;
    context->InvokeService(context, _OrthancPluginService_RegisterChunkedRestCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  typedef struct
  {
    OrthancPluginIncomingDicomInstanceFilter callback ORTHANC_PLUGIN_SINCE_SDK("1.6.1");
  } _OrthancPluginIncomingDicomInstanceFilter;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterIncomingDicomInstanceFilter(
    OrthancPluginContext* context,
    OrthancPluginIncomingDicomInstanceFilter callback)
  {
    _OrthancPluginIncomingDicomInstanceFilter params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterIncomingDicomInstanceFilter, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef struct
  {
    OrthancPluginIncomingCStoreInstanceFilter callback ORTHANC_PLUGIN_SINCE_SDK("1.10.0");
  } _OrthancPluginIncomingCStoreInstanceFilter;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterIncomingCStoreInstanceFilter(
    OrthancPluginContext* context,
    OrthancPluginIncomingCStoreInstanceFilter callback)
  {
    _OrthancPluginIncomingCStoreInstanceFilter params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterIncomingCStoreInstanceFilter, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef struct
  {
    OrthancPluginReceivedInstanceCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.10.0");
  } _OrthancPluginReceivedInstanceCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterReceivedInstanceCallback(
    OrthancPluginContext* context,
    OrthancPluginReceivedInstanceCallback callback)
  {
    _OrthancPluginReceivedInstanceCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterReceivedInstanceCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    OrthancPluginTranscoderCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginTranscoderCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterTranscoderCallback(
    OrthancPluginContext* context,
    OrthancPluginTranscoderCallback callback)
  {
    _OrthancPluginTranscoderCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterTranscoderCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    OrthancPluginStorageCreate create ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    OrthancPluginStorageReadWhole readWhole ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    OrthancPluginStorageReadRange readRange ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    OrthancPluginStorageRemove remove ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } _OrthancPluginRegisterStorageArea2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create ?
   * @param readWhole ?
   * @param readRange ?
   * @param remove ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterStorageArea2(
    OrthancPluginContext* context,
    OrthancPluginStorageCreate create,
    OrthancPluginStorageReadWhole readWhole,
    OrthancPluginStorageReadRange readRange,
    OrthancPluginStorageRemove remove)
  {
    _OrthancPluginRegisterStorageArea2 params;
    memset(&params, 0, sizeof(params));
    params.create = create;
    params.readWhole = readWhole;
    params.readRange = readRange;
    params.remove = remove;
    context->InvokeService(context, _OrthancPluginService_RegisterStorageArea2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef struct
  {
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavIsExistingFolderCallback isExistingFolder ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavListFolderCallback listFolder ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavRetrieveFileCallback retrieveFile ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavStoreFileCallback storeFile ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavCreateFolderCallback createFolder ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    OrthancPluginWebDavDeleteItemCallback deleteItem ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
    void* payload ORTHANC_PLUGIN_SINCE_SDK("1.10.1");
  } _OrthancPluginRegisterWebDavCollection;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param uri ?
   * @param isExistingFolder ?
   * @param listFolder ?
   * @param retrieveFile ?
   * @param storeFile ?
   * @param createFolder ?
   * @param deleteItem ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterWebDavCollection(
    OrthancPluginContext* context,
    const char* uri,
    OrthancPluginWebDavIsExistingFolderCallback isExistingFolder,
    OrthancPluginWebDavListFolderCallback listFolder,
    OrthancPluginWebDavRetrieveFileCallback retrieveFile,
    OrthancPluginWebDavStoreFileCallback storeFile,
    OrthancPluginWebDavCreateFolderCallback createFolder,
    OrthancPluginWebDavDeleteItemCallback deleteItem,
    void* payload)
  {
    _OrthancPluginRegisterWebDavCollection params;
    memset(&params, 0, sizeof(params));
    params.uri = uri;
    params.isExistingFolder = isExistingFolder;
    params.listFolder = listFolder;
    params.retrieveFile = retrieveFile;
    params.storeFile = storeFile;
    params.createFolder = createFolder;
    params.deleteItem = deleteItem;
    params.payload = payload;
    return context->InvokeService(context, _OrthancPluginService_RegisterWebDavCollection, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginStorageCreate2 create ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginStorageReadRange2 readRange ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginStorageRemove2 remove ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginRegisterStorageArea3;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create ?
   * @param readRange ?
   * @param remove ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterStorageArea3(
    OrthancPluginContext* context,
    OrthancPluginStorageCreate2 create,
    OrthancPluginStorageReadRange2 readRange,
    OrthancPluginStorageRemove2 remove)
  {
    _OrthancPluginRegisterStorageArea3 params;
    memset(&params, 0, sizeof(params));
    params.create = create;
    params.readRange = readRange;
    params.remove = remove;
    context->InvokeService(context, _OrthancPluginService_RegisterStorageArea3, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef struct
  {
    void* backend ORTHANC_PLUGIN_SINCE_SDK("1.12.0");
    uint32_t maxDatabaseRetries ORTHANC_PLUGIN_SINCE_SDK("1.12.0");
    OrthancPluginCallDatabaseBackendV4 operations ORTHANC_PLUGIN_SINCE_SDK("1.12.0");
    OrthancPluginFinalizeDatabaseBackendV4 finalize ORTHANC_PLUGIN_SINCE_SDK("1.12.0");
  } _OrthancPluginRegisterDatabaseBackendV4;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param backend ?
   * @param maxDatabaseRetries ?
   * @param operations ?
   * @param finalize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterDatabaseBackendV4(
    OrthancPluginContext* context,
    void* backend,
    uint32_t maxDatabaseRetries,
    OrthancPluginCallDatabaseBackendV4 operations,
    OrthancPluginFinalizeDatabaseBackendV4 finalize)
  {
    _OrthancPluginRegisterDatabaseBackendV4 params;
    memset(&params, 0, sizeof(params));
    params.backend = backend;
    params.maxDatabaseRetries = maxDatabaseRetries;
    params.operations = operations;
    params.finalize = finalize;
    return context->InvokeService(context, _OrthancPluginService_RegisterDatabaseBackendV4, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef struct
  {
    OrthancPluginHttpAuthentication callback ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } _OrthancPluginHttpAuthentication;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterHttpAuthentication(
    OrthancPluginContext* context,
    OrthancPluginHttpAuthentication callback)
  {
    _OrthancPluginHttpAuthentication params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterHttpAuthentication, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef struct
  {
    OrthancPluginAuditLogHandler handler ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } _OrthancPluginAuditLogHandler;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param handler ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterAuditLogHandler(
    OrthancPluginContext* context,
    OrthancPluginAuditLogHandler handler)
  {
    _OrthancPluginAuditLogHandler params;
    memset(&params, 0, sizeof(params));
    params.handler = handler;
    return context->InvokeService(context, _OrthancPluginService_RegisterAuditLogHandler, &params);
  }

  /* ====================================================================================================
     Functions, DicomCallbacks: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginWorklistCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginWorklistCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterWorklistCallback(
    OrthancPluginContext* context,
    OrthancPluginWorklistCallback callback)
  {
    _OrthancPluginWorklistCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterWorklistCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginWorklistAnswers* answers ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const OrthancPluginWorklistQuery* query ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginWorklistAnswersOperation;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers ?
   * @param query ?
   * @param dicom ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWorklistAddAnswer(
    OrthancPluginContext* context,
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const void* dicom,
    uint32_t size)
  {
    _OrthancPluginWorklistAnswersOperation params;
    memset(&params, 0, sizeof(params));
    params.answers = answers;
    params.query = query;
    params.dicom = dicom;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_WorklistAddAnswer, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWorklistMarkIncomplete(
    OrthancPluginContext* context,
    OrthancPluginWorklistAnswers* answers)
  {
    _OrthancPluginWorklistAnswersOperation params;
    memset(&params, 0, sizeof(params));
    params.answers = answers;
    params.query = NULL;
    params.dicom = NULL;
    params.size = 0;
    return context->InvokeService(context, _OrthancPluginService_WorklistMarkIncomplete, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    const OrthancPluginWorklistQuery* query ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    int32_t* isMatch ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginWorklistQueryOperation;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query ?
   * @param dicom ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginWorklistIsMatch(
    OrthancPluginContext* context,
    const OrthancPluginWorklistQuery* query,
    const void* dicom,
    uint32_t size)
  {
    int32_t result = 0;
    _OrthancPluginWorklistQueryOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.dicom = dicom;
    params.size = size;
    params.isMatch = &result;
    params.target = NULL;
    if (context->InvokeService(context, _OrthancPluginService_WorklistIsMatch, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param query ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWorklistGetDicomQuery(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const OrthancPluginWorklistQuery* query)
  {
    _OrthancPluginWorklistQueryOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.dicom = NULL;
    params.size = 0;
    params.isMatch = NULL;
    params.target = target;
    return context->InvokeService(context, _OrthancPluginService_WorklistGetDicomQuery, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef struct
  {
    OrthancPluginFindCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
  } _OrthancPluginFindCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterFindCallback(
    OrthancPluginContext* context,
    OrthancPluginFindCallback callback)
  {
    _OrthancPluginFindCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterFindCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef struct
  {
    OrthancPluginFindAnswers* answers ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const OrthancPluginFindQuery* query ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t index ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t* resultUint32 ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint16_t* resultGroup ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint16_t* resultElement ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    char** resultString ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
  } _OrthancPluginFindOperation;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers ?
   * @param dicom ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginFindAddAnswer(
    OrthancPluginContext* context,
    OrthancPluginFindAnswers* answers,
    const void* dicom,
    uint32_t size)
  {
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.answers = answers;
    params.dicom = dicom;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_FindAddAnswer, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginFindMarkIncomplete(
    OrthancPluginContext* context,
    OrthancPluginFindAnswers* answers)
  {
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.answers = answers;
    return context->InvokeService(context, _OrthancPluginService_FindMarkIncomplete, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetFindQuerySize(
    OrthancPluginContext* context,
    const OrthancPluginFindQuery* query)
  {
    uint32_t result = 0;
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetFindQuerySize, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param group ?
   * @param element ?
   * @param query ?
   * @param index ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetFindQueryTag(
    OrthancPluginContext* context,
    uint16_t* group,
    uint16_t* element,
    const OrthancPluginFindQuery* query,
    uint32_t index)
  {
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.index = index;
    params.resultGroup = group;
    params.resultElement = element;
    return context->InvokeService(context, _OrthancPluginService_GetFindQueryTag, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query ?
   * @param index ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetFindQueryTagName(
    OrthancPluginContext* context,
    const OrthancPluginFindQuery* query,
    uint32_t index)
  {
    char* result = NULL;
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.index = index;
    params.resultString = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetFindQueryTagName, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query ?
   * @param index ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetFindQueryValue(
    OrthancPluginContext* context,
    const OrthancPluginFindQuery* query,
    uint32_t index)
  {
    char* result = NULL;
    _OrthancPluginFindOperation params;
    memset(&params, 0, sizeof(params));
    params.query = query;
    params.index = index;
    params.resultString = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetFindQueryValue, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef struct
  {
    OrthancPluginMoveCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    OrthancPluginGetMoveSize getMoveSize ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    OrthancPluginApplyMove applyMove ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    OrthancPluginFreeMove freeMove ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
  } _OrthancPluginMoveCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @param getMoveSize ?
   * @param applyMove ?
   * @param freeMove ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterMoveCallback(
    OrthancPluginContext* context,
    OrthancPluginMoveCallback callback,
    OrthancPluginGetMoveSize getMoveSize,
    OrthancPluginApplyMove applyMove,
    OrthancPluginFreeMove freeMove)
  {
    _OrthancPluginMoveCallback params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    params.getMoveSize = getMoveSize;
    params.applyMove = applyMove;
    params.freeMove = freeMove;
    return context->InvokeService(context, _OrthancPluginService_RegisterMoveCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef struct
  {
    OrthancPluginStorageCommitmentFactory factory ORTHANC_PLUGIN_SINCE_SDK("1.6.0");
    OrthancPluginStorageCommitmentDestructor destructor ORTHANC_PLUGIN_SINCE_SDK("1.6.0");
    OrthancPluginStorageCommitmentLookup lookup ORTHANC_PLUGIN_SINCE_SDK("1.6.0");
  } _OrthancPluginRegisterStorageCommitmentScpCallback;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param factory ?
   * @param destructor ?
   * @param lookup ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterStorageCommitmentScpCallback(
    OrthancPluginContext* context,
    OrthancPluginStorageCommitmentFactory factory,
    OrthancPluginStorageCommitmentDestructor destructor,
    OrthancPluginStorageCommitmentLookup lookup)
  {
    _OrthancPluginRegisterStorageCommitmentScpCallback params;
    memset(&params, 0, sizeof(params));
    params.factory = factory;
    params.destructor = destructor;
    params.lookup = lookup;
    return context->InvokeService(context, _OrthancPluginService_RegisterStorageCommitmentScpCallback, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    OrthancPluginWorklistCallback2 callback ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginWorklistCallback2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterWorklistCallback2(
    OrthancPluginContext* context,
    OrthancPluginWorklistCallback2 callback)
  {
    _OrthancPluginWorklistCallback2 params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterWorklistCallback2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    OrthancPluginFindCallback2 callback ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginFindCallback2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterFindCallback2(
    OrthancPluginContext* context,
    OrthancPluginFindCallback2 callback)
  {
    _OrthancPluginFindCallback2 params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    return context->InvokeService(context, _OrthancPluginService_RegisterFindCallback2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    OrthancPluginMoveCallback2 callback ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginGetMoveSize getMoveSize ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginApplyMove applyMove ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginFreeMove freeMove ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginMoveCallback2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback ?
   * @param getMoveSize ?
   * @param applyMove ?
   * @param freeMove ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterMoveCallback2(
    OrthancPluginContext* context,
    OrthancPluginMoveCallback2 callback,
    OrthancPluginGetMoveSize getMoveSize,
    OrthancPluginApplyMove applyMove,
    OrthancPluginFreeMove freeMove)
  {
    _OrthancPluginMoveCallback2 params;
    memset(&params, 0, sizeof(params));
    params.callback = callback;
    params.getMoveSize = getMoveSize;
    params.applyMove = applyMove;
    params.freeMove = freeMove;
    return context->InvokeService(context, _OrthancPluginService_RegisterMoveCallback2, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    OrthancPluginStorageCommitmentFactory2 factory ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginStorageCommitmentDestructor destructor ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginStorageCommitmentLookup lookup ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginRegisterStorageCommitmentScpCallback2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param factory ?
   * @param destructor ?
   * @param lookup ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterStorageCommitmentScpCallback2(
    OrthancPluginContext* context,
    OrthancPluginStorageCommitmentFactory2 factory,
    OrthancPluginStorageCommitmentDestructor destructor,
    OrthancPluginStorageCommitmentLookup lookup)
  {
    _OrthancPluginRegisterStorageCommitmentScpCallback2 params;
    memset(&params, 0, sizeof(params));
    params.factory = factory;
    params.destructor = destructor;
    params.lookup = lookup;
    return context->InvokeService(context, _OrthancPluginService_RegisterStorageCommitmentScpCallback2, &params);
  }

  /* ====================================================================================================
     Functions, Orthanc: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const char* instanceId ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginGetDicomForInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param instanceId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetDicomForInstance(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* instanceId)
  {
    _OrthancPluginGetDicomForInstance params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.instanceId = instanceId;
    return context->InvokeService(context, _OrthancPluginService_GetDicomForInstance, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginRestApiGet;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiGet(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri)
  {
    _OrthancPluginRestApiGet params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    return context->InvokeService(context, _OrthancPluginService_RestApiGet, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiGetAfterPlugins(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri)
  {
    _OrthancPluginRestApiGet params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    return context->InvokeService(context, _OrthancPluginService_RestApiGetAfterPlugins, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginRestApiPostPut;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @param body ?
   * @param bodySize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiPost(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    const void* body,
    uint32_t bodySize)
  {
    _OrthancPluginRestApiPostPut params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    params.body = body;
    params.bodySize = bodySize;
    return context->InvokeService(context, _OrthancPluginService_RestApiPost, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @param body ?
   * @param bodySize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiPostAfterPlugins(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    const void* body,
    uint32_t bodySize)
  {
    _OrthancPluginRestApiPostPut params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    params.body = body;
    params.bodySize = bodySize;
    return context->InvokeService(context, _OrthancPluginService_RestApiPostAfterPlugins, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param uri ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDelete(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDelete, uri);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param uri ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDeleteAfterPlugins(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDeleteAfterPlugins, uri);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @param body ?
   * @param bodySize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiPut(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    const void* body,
    uint32_t bodySize)
  {
    _OrthancPluginRestApiPostPut params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    params.body = body;
    params.bodySize = bodySize;
    return context->InvokeService(context, _OrthancPluginService_RestApiPut, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @param body ?
   * @param bodySize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiPutAfterPlugins(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    const void* body,
    uint32_t bodySize)
  {
    _OrthancPluginRestApiPostPut params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    params.body = body;
    params.bodySize = bodySize;
    return context->InvokeService(context, _OrthancPluginService_RestApiPutAfterPlugins, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef struct
  {
    char** result ORTHANC_PLUGIN_SINCE_SDK("0.8.3");
    const char* argument ORTHANC_PLUGIN_SINCE_SDK("0.8.3");
  } _OrthancPluginRetrieveDynamicString;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param patientID ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginLookupPatient(
    OrthancPluginContext* context,
    const char* patientID)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = patientID;
    if (context->InvokeService(context, _OrthancPluginService_LookupPatient, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param studyUID ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginLookupStudy(
    OrthancPluginContext* context,
    const char* studyUID)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = studyUID;
    if (context->InvokeService(context, _OrthancPluginService_LookupStudy, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param accessionNumber ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginLookupStudyWithAccessionNumber(
    OrthancPluginContext* context,
    const char* accessionNumber)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = accessionNumber;
    if (context->InvokeService(context, _OrthancPluginService_LookupStudyWithAccessionNumber, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param seriesUID ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginLookupSeries(
    OrthancPluginContext* context,
    const char* seriesUID)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = seriesUID;
    if (context->InvokeService(context, _OrthancPluginService_LookupSeries, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param sopInstanceUID ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginLookupInstance(
    OrthancPluginContext* context,
    const char* sopInstanceUID)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = sopInstanceUID;
    if (context->InvokeService(context, _OrthancPluginService_LookupInstance, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  typedef struct
  {
    char** result ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    int32_t property ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    const char* value ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
  } _OrthancPluginGlobalProperty;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param property ?
   * @param defaultValue ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetGlobalProperty(
    OrthancPluginContext* context,
    int32_t property,
    const char* defaultValue)
  {
    char* result = NULL;
    _OrthancPluginGlobalProperty params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.property = property;
    params.value = defaultValue;
    if (context->InvokeService(context, _OrthancPluginService_GetGlobalProperty, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param property ?
   * @param value ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetGlobalProperty(
    OrthancPluginContext* context,
    int32_t property,
    const char* value)
  {
    _OrthancPluginGlobalProperty params;
    memset(&params, 0, sizeof(params));
    params.result = NULL;
    params.property = property;
    params.value = value;
    return context->InvokeService(context, _OrthancPluginService_SetGlobalProperty, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    int32_t afterPlugins ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginRestApiGet2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param uri ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param afterPlugins ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiGet2(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    int32_t afterPlugins)
  {
    _OrthancPluginRestApiGet2 params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.uri = uri;
    params.headersCount = headersCount;
    params.headersKeys = headersKeys;
    params.headersValues = headersValues;
    params.afterPlugins = afterPlugins;
    return context->InvokeService(context, _OrthancPluginService_RestApiGet2, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGenerateRestApiAuthorizationToken(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GenerateRestApiAuthorizationToken, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.9.2")
  typedef struct
  {
    OrthancPluginMemoryBuffer* answerBody ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    OrthancPluginMemoryBuffer* answerHeaders ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    uint16_t* httpStatus ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
    uint8_t afterPlugins ORTHANC_PLUGIN_SINCE_SDK("1.9.2");
  } _OrthancPluginCallRestApi;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody ?
   * @param answerHeaders ?
   * @param httpStatus ?
   * @param method ?
   * @param uri ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param body ?
   * @param bodySize ?
   * @param afterPlugins ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCallRestApi(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus,
    OrthancPluginHttpMethod method,
    const char* uri,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize,
    uint8_t afterPlugins)
  {
    _OrthancPluginCallRestApi params;
    memset(&params, 0, sizeof(params));
    params.answerBody = answerBody;
    params.answerHeaders = answerHeaders;
    params.httpStatus = httpStatus;
    params.method = method;
    params.uri = uri;
    params.headersCount = headersCount;
    params.headersKeys = headersKeys;
    params.headersValues = headersValues;
    params.body = body;
    params.bodySize = bodySize;
    params.afterPlugins = afterPlugins;
    return context->InvokeService(context, _OrthancPluginService_CallRestApi, &params);
  }

  /* ====================================================================================================
     Functions, DicomInstance: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef struct
  {
    char** resultStringToFree ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    const char** resultString ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    int64_t* resultInt64 ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    const char* key ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    const OrthancPluginDicomInstance* instance ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    OrthancPluginInstanceOrigin* resultOrigin ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginAccessDicomInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetInstanceRemoteAet(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceRemoteAet, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE int64_t OrthancPluginGetInstanceSize(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    int64_t result = 0;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultInt64 = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceSize, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return -1;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE const void* OrthancPluginGetInstanceData(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceData, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceJson(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultStringToFree = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceSimplifiedJson(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultStringToFree = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceSimplifiedJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param metadata ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginHasInstanceMetadata(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    const char* metadata)
  {
    int64_t result = 0;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultInt64 = &result;
    params.instance = instance;
    params.key = metadata;
    if (context->InvokeService(context, _OrthancPluginService_HasInstanceMetadata, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return -1;
    }
    return result != 0;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param metadata ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetInstanceMetadata(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    const char* metadata)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.instance = instance;
    params.key = metadata;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceMetadata, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginInstanceOrigin OrthancPluginGetInstanceOrigin(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    OrthancPluginInstanceOrigin result = OrthancPluginInstanceOrigin_Unknown;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultOrigin = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceOrigin, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return OrthancPluginInstanceOrigin_Unknown;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceTransferSyntaxUid(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultStringToFree = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceTransferSyntaxUid, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginHasInstancePixelData(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    int64_t result = 0;
    _OrthancPluginAccessDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.resultInt64 = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_HasInstancePixelData, &params) !=
        OrthancPluginErrorCode_Success ||
        result < 0 ||
        result > 1)
    {
      return -1;
    }
    return result != 0;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    OrthancPluginDicomInstance** target ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    const char* transferSyntax ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginCreateDicomInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginDicomInstance* OrthancPluginCreateDicomInstance(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t size)
  {
    OrthancPluginDicomInstance* result = NULL;
    _OrthancPluginCreateDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.buffer = buffer;
    params.size = size;
    if (context->InvokeService(context, _OrthancPluginService_CreateDicomInstance, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    OrthancPluginDicomInstance* dicom ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginFreeDicomInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param dicom ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeDicomInstance(
    OrthancPluginContext* context,
    OrthancPluginDicomInstance* dicom)
  {
    _OrthancPluginFreeDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.dicom = dicom;
    context->InvokeService(context, _OrthancPluginService_FreeDicomInstance, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    uint32_t* targetUint32 ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginMemoryBuffer* targetBuffer ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginImage** targetImage ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    char** targetStringToFree ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    const OrthancPluginDicomInstance* instance ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    uint32_t frameIndex ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginDicomToJsonFormat format ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginDicomToJsonFlags flags ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    uint32_t maxStringLength ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginDicomWebBinaryCallback2 dicomWebCallback ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    void* dicomWebPayload ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginAccessDicomInstance2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetInstanceFramesCount(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance)
  {
    uint32_t result = 0;
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetUint32 = &result;
    params.instance = instance;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceFramesCount, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param instance ?
   * @param frameIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetInstanceRawFrame(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const OrthancPluginDicomInstance* instance,
    uint32_t frameIndex)
  {
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetBuffer = target;
    params.instance = instance;
    params.frameIndex = frameIndex;
    return context->InvokeService(context, _OrthancPluginService_GetInstanceRawFrame, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param frameIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginImage* OrthancPluginGetInstanceDecodedFrame(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    uint32_t frameIndex)
  {
    OrthancPluginImage* result = NULL;
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetImage = &result;
    params.instance = instance;
    params.frameIndex = frameIndex;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceDecodedFrame, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param size ?
   * @param transferSyntax ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginDicomInstance* OrthancPluginTranscodeDicomInstance(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t size,
    const char* transferSyntax)
  {
    OrthancPluginDicomInstance* result = NULL;
    _OrthancPluginCreateDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.buffer = buffer;
    params.size = size;
    params.transferSyntax = transferSyntax;
    if (context->InvokeService(context, _OrthancPluginService_TranscodeDicomInstance, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param instance ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSerializeDicomInstance(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const OrthancPluginDicomInstance* instance)
  {
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetBuffer = target;
    params.instance = instance;
    return context->InvokeService(context, _OrthancPluginService_SerializeDicomInstance, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param format ?
   * @param flags ?
   * @param maxStringLength ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceAdvancedJson(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    OrthancPluginDicomToJsonFormat format,
    OrthancPluginDicomToJsonFlags flags,
    uint32_t maxStringLength)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetStringToFree = &result;
    params.instance = instance;
    params.format = format;
    params.flags = flags;
    params.maxStringLength = maxStringLength;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceAdvancedJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param callback ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceDicomWebJson(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    OrthancPluginDicomWebBinaryCallback2 callback,
    void* payload)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetStringToFree = &result;
    params.instance = instance;
    params.dicomWebCallback = callback;
    params.dicomWebPayload = payload;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceDicomWebJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance ?
   * @param callback ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetInstanceDicomWebXml(
    OrthancPluginContext* context,
    const OrthancPluginDicomInstance* instance,
    OrthancPluginDicomWebBinaryCallback2 callback,
    void* payload)
  {
    char* result = NULL;
    _OrthancPluginAccessDicomInstance2 params;
    memset(&params, 0, sizeof(params));
    params.targetStringToFree = &result;
    params.instance = instance;
    params.dicomWebCallback = callback;
    params.dicomWebPayload = payload;
    if (context->InvokeService(context, _OrthancPluginService_GetInstanceDicomWebXml, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  typedef struct
  {
    OrthancPluginDicomInstance** target ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
    const char* instanceId ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
    OrthancPluginLoadDicomInstanceMode mode ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
  } _OrthancPluginLoadDicomInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId ?
   * @param mode ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  ORTHANC_PLUGIN_INLINE OrthancPluginDicomInstance* OrthancPluginLoadDicomInstance(
    OrthancPluginContext* context,
    const char* instanceId,
    OrthancPluginLoadDicomInstanceMode mode)
  {
    OrthancPluginDicomInstance* result = NULL;
    _OrthancPluginLoadDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.instanceId = instanceId;
    params.mode = mode;
    if (context->InvokeService(context, _OrthancPluginService_LoadDicomInstance, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /* ====================================================================================================
     Functions, DicomConnection: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    const OrthancPluginDicomConnection* connection ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    const char** resultString ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginAccessDicomConnection;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetConnectionRemoteAet(
    OrthancPluginContext* context,
    const OrthancPluginDicomConnection* connection)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomConnection params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.connection = connection;
    if (context->InvokeService(context, _OrthancPluginService_GetConnectionRemoteAet, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetConnectionRemoteIp(
    OrthancPluginContext* context,
    const OrthancPluginDicomConnection* connection)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomConnection params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.connection = connection;
    if (context->InvokeService(context, _OrthancPluginService_GetConnectionRemoteIp, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetConnectionCalledAet(
    OrthancPluginContext* context,
    const OrthancPluginDicomConnection* connection)
  {
    const char* result = NULL;
    _OrthancPluginAccessDicomConnection params;
    memset(&params, 0, sizeof(params));
    params.resultString = &result;
    params.connection = connection;
    if (context->InvokeService(context, _OrthancPluginService_GetConnectionCalledAet, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /* ====================================================================================================
     Functions, Toolbox: ?
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param str ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeString(
    OrthancPluginContext* context,
    char* str)
  {
    if (str != NULL)
    {
      context->Free(str);
    }
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer64(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogError(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogError, message);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogWarning(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogWarning, message);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogInfo(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogInfo, message);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* path ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginReadFile;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param path ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReadFile(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* path)
  {
    _OrthancPluginReadFile params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.path = path;
    return context->InvokeService(context, _OrthancPluginService_ReadFile, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    const char* path ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* data ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginWriteFile;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param path ?
   * @param data ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginWriteFile(
    OrthancPluginContext* context,
    const char* path,
    const void* data,
    uint32_t size)
  {
    _OrthancPluginWriteFile params;
    memset(&params, 0, sizeof(params));
    params.path = path;
    params.data = data;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_WriteFile, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    const char** target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginErrorCode error ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginGetErrorDescription;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param error ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetErrorDescription(
    OrthancPluginContext* context,
    OrthancPluginErrorCode error)
  {
    const char* result = NULL;
    _OrthancPluginGetErrorDescription params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.error = error;
    if (context->InvokeService(context, _OrthancPluginService_GetErrorDescription, &params) !=
        OrthancPluginErrorCode_Success ||
        result == NULL)
    {
      return "Unknown error code";
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* url ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* username ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const char* password ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.9.4");
  } _OrthancPluginCallHttpClient;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param url ?
   * @param username ?
   * @param password ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpGet(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const char* username,
    const char* password)
  {
    _OrthancPluginCallHttpClient params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.method = OrthancPluginHttpMethod_Get;
    params.url = url;
    params.username = username;
    params.password = password;
    return context->InvokeService(context, _OrthancPluginService_CallHttpClient, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param url ?
   * @param body ?
   * @param bodySize ?
   * @param username ?
   * @param password ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpPost(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const void* body,
    uint32_t bodySize,
    const char* username,
    const char* password)
  {
    _OrthancPluginCallHttpClient params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.method = OrthancPluginHttpMethod_Post;
    params.url = url;
    params.body = body;
    params.bodySize = bodySize;
    params.username = username;
    params.password = password;
    return context->InvokeService(context, _OrthancPluginService_CallHttpClient, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param url ?
   * @param body ?
   * @param bodySize ?
   * @param username ?
   * @param password ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpPut(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const void* body,
    uint32_t bodySize,
    const char* username,
    const char* password)
  {
    _OrthancPluginCallHttpClient params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.method = OrthancPluginHttpMethod_Put;
    params.url = url;
    params.body = body;
    params.bodySize = bodySize;
    params.username = username;
    params.password = password;
    return context->InvokeService(context, _OrthancPluginService_CallHttpClient, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param url ?
   * @param username ?
   * @param password ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpDelete(
    OrthancPluginContext* context,
    const char* url,
    const char* username,
    const char* password)
  {
    _OrthancPluginCallHttpClient params;
    memset(&params, 0, sizeof(params));
    params.method = OrthancPluginHttpMethod_Delete;
    params.url = url;
    params.username = username;
    params.password = password;
    return context->InvokeService(context, _OrthancPluginService_CallHttpClient, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginErrorCode* target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    int32_t code ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint16_t httpStatus ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* message ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginRegisterErrorCode;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param code ?
   * @param httpStatus ?
   * @param message ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterErrorCode(
    OrthancPluginContext* context,
    int32_t code,
    uint16_t httpStatus,
    const char* message)
  {
    OrthancPluginErrorCode result = OrthancPluginErrorCode_Plugin;
    _OrthancPluginRegisterErrorCode params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.code = code;
    params.httpStatus = httpStatus;
    params.message = message;
    if (context->InvokeService(context, _OrthancPluginService_RegisterErrorCode, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return OrthancPluginErrorCode_Plugin;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginValueRepresentation vr ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* name ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t minMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t maxMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginRegisterDictionaryTag;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group ?
   * @param element ?
   * @param vr ?
   * @param name ?
   * @param minMultiplicity ?
   * @param maxMultiplicity ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterDictionaryTag(
    OrthancPluginContext* context,
    uint16_t group,
    uint16_t element,
    OrthancPluginValueRepresentation vr,
    const char* name,
    uint32_t minMultiplicity,
    uint32_t maxMultiplicity)
  {
    _OrthancPluginRegisterDictionaryTag params;
    memset(&params, 0, sizeof(params));
    params.group = group;
    params.element = element;
    params.vr = vr;
    params.name = name;
    params.minMultiplicity = minMultiplicity;
    params.maxMultiplicity = maxMultiplicity;
    return context->InvokeService(context, _OrthancPluginService_RegisterDictionaryTag, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  typedef struct
  {
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    OrthancPluginValueRepresentation vr ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    const char* name ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    uint32_t minMultiplicity ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    uint32_t maxMultiplicity ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    const char* privateCreator ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
  } _OrthancPluginRegisterPrivateDictionaryTag;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group ?
   * @param element ?
   * @param vr ?
   * @param name ?
   * @param minMultiplicity ?
   * @param maxMultiplicity ?
   * @param privateCreator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterPrivateDictionaryTag(
    OrthancPluginContext* context,
    uint16_t group,
    uint16_t element,
    OrthancPluginValueRepresentation vr,
    const char* name,
    uint32_t minMultiplicity,
    uint32_t maxMultiplicity,
    const char* privateCreator)
  {
    _OrthancPluginRegisterPrivateDictionaryTag params;
    memset(&params, 0, sizeof(params));
    params.group = group;
    params.element = element;
    params.vr = vr;
    params.name = name;
    params.minMultiplicity = minMultiplicity;
    params.maxMultiplicity = maxMultiplicity;
    params.privateCreator = privateCreator;
    return context->InvokeService(context, _OrthancPluginService_RegisterPrivateDictionaryTag, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    char** result ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* instanceId ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginDicomToJsonFormat format ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginDicomToJsonFlags flags ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t maxStringLength ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginDicomToJson;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param size ?
   * @param format ?
   * @param flags ?
   * @param maxStringLength ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginDicomBufferToJson(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t size,
    OrthancPluginDicomToJsonFormat format,
    OrthancPluginDicomToJsonFlags flags,
    uint32_t maxStringLength)
  {
    char* result = NULL;
    _OrthancPluginDicomToJson params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.buffer = buffer;
    params.size = size;
    params.format = format;
    params.flags = flags;
    params.maxStringLength = maxStringLength;
    if (context->InvokeService(context, _OrthancPluginService_DicomBufferToJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId ?
   * @param format ?
   * @param flags ?
   * @param maxStringLength ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginDicomInstanceToJson(
    OrthancPluginContext* context,
    const char* instanceId,
    OrthancPluginDicomToJsonFormat format,
    OrthancPluginDicomToJsonFlags flags,
    uint32_t maxStringLength)
  {
    char* result = NULL;
    _OrthancPluginDicomToJson params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.instanceId = instanceId;
    params.format = format;
    params.flags = flags;
    params.maxStringLength = maxStringLength;
    if (context->InvokeService(context, _OrthancPluginService_DicomInstanceToJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* json ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const OrthancPluginImage* pixelData ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    OrthancPluginCreateDicomFlags flags ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginCreateDicom;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param json ?
   * @param pixelData ?
   * @param flags ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateDicom(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* json,
    const OrthancPluginImage* pixelData,
    OrthancPluginCreateDicomFlags flags)
  {
    _OrthancPluginCreateDicom params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.json = json;
    params.pixelData = pixelData;
    params.flags = flags;
    return context->InvokeService(context, _OrthancPluginService_CreateDicom, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    char** result ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginComputeHash;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginComputeMd5(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t size)
  {
    char* result = NULL;
    _OrthancPluginComputeHash params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.buffer = buffer;
    params.size = size;
    if (context->InvokeService(context, _OrthancPluginService_ComputeMd5, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginComputeSha1(
    OrthancPluginContext* context,
    const void* buffer,
    uint32_t size)
  {
    char* result = NULL;
    _OrthancPluginComputeHash params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.buffer = buffer;
    params.size = size;
    if (context->InvokeService(context, _OrthancPluginService_ComputeSha1, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginDictionaryEntry* target ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    const char* name ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginLookupDictionary;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param name ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginLookupDictionary(
    OrthancPluginContext* context,
    OrthancPluginDictionaryEntry* target,
    const char* name)
  {
    _OrthancPluginLookupDictionary params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.name = name;
    return context->InvokeService(context, _OrthancPluginService_LookupDictionary, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* answerBody ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    OrthancPluginMemoryBuffer* answerHeaders ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint16_t* httpStatus ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* url ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* username ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* password ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint32_t timeout ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* certificateFile ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* certificateKeyFile ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    const char* certificateKeyPassword ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
    uint8_t pkcs11 ORTHANC_PLUGIN_SINCE_SDK("1.1.0");
  } _OrthancPluginCallHttpClient2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody ?
   * @param answerHeaders ?
   * @param httpStatus ?
   * @param method ?
   * @param url ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param body ?
   * @param bodySize ?
   * @param username ?
   * @param password ?
   * @param timeout ?
   * @param certificateFile ?
   * @param certificateKeyFile ?
   * @param certificateKeyPassword ?
   * @param pkcs11 ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpClient(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus,
    OrthancPluginHttpMethod method,
    const char* url,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize,
    const char* username,
    const char* password,
    uint32_t timeout,
    const char* certificateFile,
    const char* certificateKeyFile,
    const char* certificateKeyPassword,
    uint8_t pkcs11)
  {
    _OrthancPluginCallHttpClient2 params;
    memset(&params, 0, sizeof(params));
    params.answerBody = answerBody;
    params.answerHeaders = answerHeaders;
    params.httpStatus = httpStatus;
    params.method = method;
    params.url = url;
    params.headersCount = headersCount;
    params.headersKeys = headersKeys;
    params.headersValues = headersValues;
    params.body = body;
    params.bodySize = bodySize;
    params.username = username;
    params.password = password;
    params.timeout = timeout;
    params.certificateFile = certificateFile;
    params.certificateKeyFile = certificateKeyFile;
    params.certificateKeyPassword = certificateKeyPassword;
    params.pkcs11 = pkcs11;
    return context->InvokeService(context, _OrthancPluginService_CallHttpClient2, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGenerateUuid(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GenerateUuid, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  typedef struct
  {
    OrthancPluginFindMatcher** target ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    const void* query ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
  } _OrthancPluginCreateFindMatcher;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param query ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginFindMatcher* OrthancPluginCreateFindMatcher(
    OrthancPluginContext* context,
    const void* query,
    uint32_t size)
  {
    OrthancPluginFindMatcher* result = NULL;
    _OrthancPluginCreateFindMatcher params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.query = query;
    params.size = size;
    if (context->InvokeService(context, _OrthancPluginService_CreateFindMatcher, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  typedef struct
  {
    OrthancPluginFindMatcher* matcher ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
  } _OrthancPluginFreeFindMatcher;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param matcher ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeFindMatcher(
    OrthancPluginContext* context,
    OrthancPluginFindMatcher* matcher)
  {
    _OrthancPluginFreeFindMatcher params;
    memset(&params, 0, sizeof(params));
    params.matcher = matcher;
    context->InvokeService(context, _OrthancPluginService_FreeFindMatcher, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  typedef struct
  {
    const OrthancPluginFindMatcher* matcher ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
    int32_t* isMatch ORTHANC_PLUGIN_SINCE_SDK("1.2.0");
  } _OrthancPluginFindMatcherIsMatch;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param matcher ?
   * @param dicom ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginFindMatcherIsMatch(
    OrthancPluginContext* context,
    const OrthancPluginFindMatcher* matcher,
    const void* dicom,
    uint32_t size)
  {
    int32_t result = 0;
    _OrthancPluginFindMatcherIsMatch params;
    memset(&params, 0, sizeof(params));
    params.matcher = matcher;
    params.dicom = dicom;
    params.size = size;
    params.isMatch = &result;
    if (context->InvokeService(context, _OrthancPluginService_FindMatcherIsMatch, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginPeers** peers ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginGetPeers;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginPeers* OrthancPluginGetPeers(
    OrthancPluginContext* context)
  {
    OrthancPluginPeers* result = NULL;
    _OrthancPluginGetPeers params;
    memset(&params, 0, sizeof(params));
    params.peers = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetPeers, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginPeers* peers ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginFreePeers;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreePeers(
    OrthancPluginContext* context,
    OrthancPluginPeers* peers)
  {
    _OrthancPluginFreePeers params;
    memset(&params, 0, sizeof(params));
    params.peers = peers;
    context->InvokeService(context, _OrthancPluginService_FreePeers, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    uint32_t* target ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const OrthancPluginPeers* peers ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginGetPeersCount;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetPeersCount(
    OrthancPluginContext* context,
    const OrthancPluginPeers* peers)
  {
    uint32_t result = 0;
    _OrthancPluginGetPeersCount params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.peers = peers;
    if (context->InvokeService(context, _OrthancPluginService_GetPeersCount, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    const char** target ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const OrthancPluginPeers* peers ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint32_t peerIndex ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const char* userProperty ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginGetPeerProperty;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers ?
   * @param peerIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetPeerName(
    OrthancPluginContext* context,
    const OrthancPluginPeers* peers,
    uint32_t peerIndex)
  {
    const char* result = NULL;
    _OrthancPluginGetPeerProperty params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.peers = peers;
    params.peerIndex = peerIndex;
    params.userProperty = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetPeerName, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers ?
   * @param peerIndex ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetPeerUrl(
    OrthancPluginContext* context,
    const OrthancPluginPeers* peers,
    uint32_t peerIndex)
  {
    const char* result = NULL;
    _OrthancPluginGetPeerProperty params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.peers = peers;
    params.peerIndex = peerIndex;
    params.userProperty = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetPeerUrl, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers ?
   * @param peerIndex ?
   * @param userProperty ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetPeerUserProperty(
    OrthancPluginContext* context,
    const OrthancPluginPeers* peers,
    uint32_t peerIndex,
    const char* userProperty)
  {
    const char* result = NULL;
    _OrthancPluginGetPeerProperty params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.peers = peers;
    params.peerIndex = peerIndex;
    params.userProperty = userProperty;
    if (context->InvokeService(context, _OrthancPluginService_GetPeerUserProperty, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginMemoryBuffer* answerBody ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginMemoryBuffer* answerHeaders ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint16_t* httpStatus ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const OrthancPluginPeers* peers ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint32_t peerIndex ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const char* uri ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint32_t additionalHeadersCount ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const char* const* additionalHeadersKeys ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const char* const* additionalHeadersValues ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const void* body ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    uint32_t timeout ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginCallPeerApi;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody ?
   * @param answerHeaders ?
   * @param httpStatus ?
   * @param peers ?
   * @param peerIndex ?
   * @param method ?
   * @param uri ?
   * @param additionalHeadersCount ?
   * @param additionalHeadersKeys ?
   * @param additionalHeadersValues ?
   * @param body ?
   * @param bodySize ?
   * @param timeout ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCallPeerApi(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus,
    const OrthancPluginPeers* peers,
    uint32_t peerIndex,
    OrthancPluginHttpMethod method,
    const char* uri,
    uint32_t additionalHeadersCount,
    const char* const* additionalHeadersKeys,
    const char* const* additionalHeadersValues,
    const void* body,
    uint32_t bodySize,
    uint32_t timeout)
  {
    _OrthancPluginCallPeerApi params;
    memset(&params, 0, sizeof(params));
    params.answerBody = answerBody;
    params.answerHeaders = answerHeaders;
    params.httpStatus = httpStatus;
    params.peers = peers;
    params.peerIndex = peerIndex;
    params.method = method;
    params.uri = uri;
    params.additionalHeadersCount = additionalHeadersCount;
    params.additionalHeadersKeys = additionalHeadersKeys;
    params.additionalHeadersValues = additionalHeadersValues;
    params.body = body;
    params.bodySize = bodySize;
    params.timeout = timeout;
    return context->InvokeService(context, _OrthancPluginService_CallPeerApi, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginJob** target ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    void* job ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobFinalize finalize ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    const char* type ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobGetProgress getProgress ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobGetContent getContent ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobGetSerialized getSerialized ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobStep step ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobStop stop ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJobReset reset ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginCreateJob;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job ?
   * @param finalize ?
   * @param type ?
   * @param getProgress ?
   * @param getContent ?
   * @param getSerialized ?
   * @param step ?
   * @param stop ?
   * @param reset ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginJob* OrthancPluginCreateJob(
    OrthancPluginContext* context,
    void* job,
    OrthancPluginJobFinalize finalize,
    const char* type,
    OrthancPluginJobGetProgress getProgress,
    OrthancPluginJobGetContent getContent,
    OrthancPluginJobGetSerialized getSerialized,
    OrthancPluginJobStep step,
    OrthancPluginJobStop stop,
    OrthancPluginJobReset reset)
  {
    OrthancPluginJob* result = NULL;
    _OrthancPluginCreateJob params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.job = job;
    params.finalize = finalize;
    params.type = type;
    params.getProgress = getProgress;
    params.getContent = getContent;
    params.getSerialized = getSerialized;
    params.step = step;
    params.stop = stop;
    params.reset = reset;
    if (context->InvokeService(context, _OrthancPluginService_CreateJob, &params) !=
        OrthancPluginErrorCode_Success ||
        result == NULL)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef struct
  {
    OrthancPluginJob** target ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    void* job ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobFinalize finalize ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    const char* type ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobGetProgress getProgress ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobGetContent2 getContent ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobGetSerialized2 getSerialized ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobStep step ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobStop stop ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
    OrthancPluginJobReset reset ORTHANC_PLUGIN_SINCE_SDK("1.11.3");
  } _OrthancPluginCreateJob2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job ?
   * @param finalize ?
   * @param type ?
   * @param getProgress ?
   * @param getContent ?
   * @param getSerialized ?
   * @param step ?
   * @param stop ?
   * @param reset ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  ORTHANC_PLUGIN_INLINE OrthancPluginJob* OrthancPluginCreateJob2(
    OrthancPluginContext* context,
    void* job,
    OrthancPluginJobFinalize finalize,
    const char* type,
    OrthancPluginJobGetProgress getProgress,
    OrthancPluginJobGetContent2 getContent,
    OrthancPluginJobGetSerialized2 getSerialized,
    OrthancPluginJobStep step,
    OrthancPluginJobStop stop,
    OrthancPluginJobReset reset)
  {
    OrthancPluginJob* result = NULL;
    _OrthancPluginCreateJob2 params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.job = job;
    params.finalize = finalize;
    params.type = type;
    params.getProgress = getProgress;
    params.getContent = getContent;
    params.getSerialized = getSerialized;
    params.step = step;
    params.stop = stop;
    params.reset = reset;
    if (context->InvokeService(context, _OrthancPluginService_CreateJob2, &params) !=
        OrthancPluginErrorCode_Success ||
        result == NULL)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    OrthancPluginJob* job ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginFreeJob;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeJob(
    OrthancPluginContext* context,
    OrthancPluginJob* job)
  {
    _OrthancPluginFreeJob params;
    memset(&params, 0, sizeof(params));
    params.job = job;
    context->InvokeService(context, _OrthancPluginService_FreeJob, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef struct
  {
    char** resultId ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    OrthancPluginJob* job ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
    int32_t priority ORTHANC_PLUGIN_SINCE_SDK("1.4.2");
  } _OrthancPluginSubmitJob;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job ?
   * @param priority ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginSubmitJob(
    OrthancPluginContext* context,
    OrthancPluginJob* job,
    int32_t priority)
  {
    char* result = NULL;
    _OrthancPluginSubmitJob params;
    memset(&params, 0, sizeof(params));
    params.resultId = &result;
    params.job = job;
    params.priority = priority;
    if (context->InvokeService(context, _OrthancPluginService_SubmitJob, &params) !=
        OrthancPluginErrorCode_Success ||
        result == NULL)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.0")
  typedef struct
  {
    const char** result ORTHANC_PLUGIN_SINCE_SDK("1.5.0");
    const char* argument ORTHANC_PLUGIN_SINCE_SDK("1.5.0");
  } _OrthancPluginRetrieveStaticString;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param path ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.0")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginAutodetectMimeType(
    OrthancPluginContext* context,
    const char* path)
  {
    const char* result = NULL;
    _OrthancPluginRetrieveStaticString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = path;
    if (context->InvokeService(context, _OrthancPluginService_AutodetectMimeType, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef struct
  {
    const char* name ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
    float value ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
    OrthancPluginMetricsType type ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
  } _OrthancPluginSetMetricsValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param name ?
   * @param value ?
   * @param type ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetMetricsValue(
    OrthancPluginContext* context,
    const char* name,
    float value,
    OrthancPluginMetricsType type)
  {
    _OrthancPluginSetMetricsValue params;
    memset(&params, 0, sizeof(params));
    params.name = name;
    params.value = value;
    params.type = type;
    context->InvokeService(context, _OrthancPluginService_SetMetricsValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef struct
  {
    char** target ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
    uint32_t dicomSize ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
    OrthancPluginDicomWebBinaryCallback callback ORTHANC_PLUGIN_SINCE_SDK("1.5.4");
  } _OrthancPluginEncodeDicomWeb;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom ?
   * @param dicomSize ?
   * @param callback ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE char* OrthancPluginEncodeDicomWebJson(
    OrthancPluginContext* context,
    const void* dicom,
    uint32_t dicomSize,
    OrthancPluginDicomWebBinaryCallback callback)
  {
    char* result = NULL;
    _OrthancPluginEncodeDicomWeb params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.dicom = dicom;
    params.dicomSize = dicomSize;
    params.callback = callback;
    if (context->InvokeService(context, _OrthancPluginService_EncodeDicomWebJson, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom ?
   * @param dicomSize ?
   * @param callback ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE char* OrthancPluginEncodeDicomWebXml(
    OrthancPluginContext* context,
    const void* dicom,
    uint32_t dicomSize,
    OrthancPluginDicomWebBinaryCallback callback)
  {
    char* result = NULL;
    _OrthancPluginEncodeDicomWeb params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.dicom = dicom;
    params.dicomSize = dicomSize;
    params.callback = callback;
    if (context->InvokeService(context, _OrthancPluginService_EncodeDicomWebXml, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    char** target ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    uint32_t dicomSize ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    OrthancPluginDicomWebBinaryCallback2 callback ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    void* payload ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginEncodeDicomWeb2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom ?
   * @param dicomSize ?
   * @param callback ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginEncodeDicomWebJson2(
    OrthancPluginContext* context,
    const void* dicom,
    uint32_t dicomSize,
    OrthancPluginDicomWebBinaryCallback2 callback,
    void* payload)
  {
    char* result = NULL;
    _OrthancPluginEncodeDicomWeb2 params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.dicom = dicom;
    params.dicomSize = dicomSize;
    params.callback = callback;
    params.payload = payload;
    if (context->InvokeService(context, _OrthancPluginService_EncodeDicomWebJson2, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom ?
   * @param dicomSize ?
   * @param callback ?
   * @param payload ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginEncodeDicomWebXml2(
    OrthancPluginContext* context,
    const void* dicom,
    uint32_t dicomSize,
    OrthancPluginDicomWebBinaryCallback2 callback,
    void* payload)
  {
    char* result = NULL;
    _OrthancPluginEncodeDicomWeb2 params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.dicom = dicom;
    params.dicomSize = dicomSize;
    params.callback = callback;
    params.payload = payload;
    if (context->InvokeService(context, _OrthancPluginService_EncodeDicomWebXml2, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef struct
  {
    void* answer ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientAnswerAddChunk answerAddChunk ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientAnswerAddHeader answerAddHeader ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint16_t* httpStatus ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* url ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    void* request ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientRequestIsDone requestIsDone ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientRequestGetChunkData requestChunkData ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientRequestGetChunkSize requestChunkSize ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    OrthancPluginChunkedClientRequestNext requestNext ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* username ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* password ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint32_t timeout ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* certificateFile ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* certificateKeyFile ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* certificateKeyPassword ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint8_t pkcs11 ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
  } _OrthancPluginChunkedHttpClient;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answer ?
   * @param answerAddChunk ?
   * @param answerAddHeader ?
   * @param httpStatus ?
   * @param method ?
   * @param url ?
   * @param headersCount ?
   * @param headersKeys ?
   * @param headersValues ?
   * @param request ?
   * @param requestIsDone ?
   * @param requestChunkData ?
   * @param requestChunkSize ?
   * @param requestNext ?
   * @param username ?
   * @param password ?
   * @param timeout ?
   * @param certificateFile ?
   * @param certificateKeyFile ?
   * @param certificateKeyPassword ?
   * @param pkcs11 ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginChunkedHttpClient(
    OrthancPluginContext* context,
    void* answer,
    OrthancPluginChunkedClientAnswerAddChunk answerAddChunk,
    OrthancPluginChunkedClientAnswerAddHeader answerAddHeader,
    uint16_t* httpStatus,
    OrthancPluginHttpMethod method,
    const char* url,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    void* request,
    OrthancPluginChunkedClientRequestIsDone requestIsDone,
    OrthancPluginChunkedClientRequestGetChunkData requestChunkData,
    OrthancPluginChunkedClientRequestGetChunkSize requestChunkSize,
    OrthancPluginChunkedClientRequestNext requestNext,
    const char* username,
    const char* password,
    uint32_t timeout,
    const char* certificateFile,
    const char* certificateKeyFile,
    const char* certificateKeyPassword,
    uint8_t pkcs11)
  {
    _OrthancPluginChunkedHttpClient params;
    memset(&params, 0, sizeof(params));
    params.httpStatus = httpStatus;
    params.method = method;
    params.url = url;
    params.headersCount = headersCount;
    params.headersKeys = headersKeys;
    params.headersValues = headersValues;
    params.username = username;
    params.password = password;
    params.timeout = timeout;
    params.certificateFile = certificateFile;
    params.certificateKeyFile = certificateKeyFile;
    params.certificateKeyPassword = certificateKeyPassword;
    params.pkcs11 = pkcs11;
    params.answer = answer;
    params.answerAddChunk = answerAddChunk;
    params.answerAddHeader = answerAddHeader;
    params.request = request;
    params.requestIsDone = requestIsDone;
    params.requestChunkData = requestChunkData;
    params.requestChunkSize = requestChunkSize;
    params.requestNext = requestNext;
    return context->InvokeService(context, _OrthancPluginService_ChunkedHttpClient, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef struct
  {
    char** result ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
    const char* privateCreator ORTHANC_PLUGIN_SINCE_SDK("1.5.7");
  } _OrthancPluginGetTagName;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group ?
   * @param element ?
   * @param privateCreator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetTagName(
    OrthancPluginContext* context,
    uint16_t group,
    uint16_t element,
    const char* privateCreator)
  {
    char* result = NULL;
    _OrthancPluginGetTagName params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.group = group;
    params.element = element;
    params.privateCreator = privateCreator;
    if (context->InvokeService(context, _OrthancPluginService_GetTagName, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("1.7.0");
  } _OrthancPluginCreateMemoryBuffer;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    uint32_t size)
  {
    _OrthancPluginCreateMemoryBuffer params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_CreateMemoryBuffer, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer64* target ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    uint64_t size ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } _OrthancPluginCreateMemoryBuffer64;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateMemoryBuffer64(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* target,
    uint64_t size)
  {
    _OrthancPluginCreateMemoryBuffer64 params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_CreateMemoryBuffer64, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    _OrthancPluginCreateDicom createDicom ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    const char* privateCreator ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } _OrthancPluginCreateDicom2;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param json ?
   * @param pixelData ?
   * @param flags ?
   * @param privateCreator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateDicom2(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* json,
    const OrthancPluginImage* pixelData,
    OrthancPluginCreateDicomFlags flags,
    const char* privateCreator)
  {
    _OrthancPluginCreateDicom2 params;
    memset(&params, 0, sizeof(params));
    params.createDicom.target = target;
    params.createDicom.json = json;
    params.createDicom.pixelData = pixelData;
    params.createDicom.flags = flags;
    params.privateCreator = privateCreator;
    return context->InvokeService(context, _OrthancPluginService_CreateDicom2, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.1")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginGetDatabaseServerIdentifier(
    OrthancPluginContext* context)
  {
    const char* result = NULL;
    _OrthancPluginRetrieveStaticString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetDatabaseServerIdentifier, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  typedef struct
  {
    const char* name ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
    int64_t value ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
    OrthancPluginMetricsType type ORTHANC_PLUGIN_SINCE_SDK("1.12.1");
  } _OrthancPluginSetMetricsIntegerValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param name ?
   * @param value ?
   * @param type ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetMetricsIntegerValue(
    OrthancPluginContext* context,
    const char* name,
    int64_t value,
    OrthancPluginMetricsType type)
  {
    _OrthancPluginSetMetricsIntegerValue params;
    memset(&params, 0, sizeof(params));
    params.name = name;
    params.value = value;
    params.type = type;
    context->InvokeService(context, _OrthancPluginService_SetMetricsIntegerValue, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param threadName ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetCurrentThreadName(
    OrthancPluginContext* context,
    const char* threadName)
  {
    return context->InvokeService(context, _OrthancPluginService_SetCurrentThreadName, threadName);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  typedef struct
  {
    const char* message ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
    const char* plugin ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
    const char* file ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
    uint32_t line ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
    OrthancPluginLogCategory category ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
    OrthancPluginLogLevel level ORTHANC_PLUGIN_SINCE_SDK("1.12.4");
  } _OrthancPluginLogMessage;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message ?
   * @param plugin ?
   * @param file ?
   * @param line ?
   * @param category ?
   * @param level ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogMessage(
    OrthancPluginContext* context,
    const char* message,
    const char* plugin,
    const char* file,
    uint32_t line,
    OrthancPluginLogCategory category,
    OrthancPluginLogLevel level)
  {
    _OrthancPluginLogMessage params;
    memset(&params, 0, sizeof(params));
    params.message = message;
    params.plugin = plugin;
    params.file = file;
    params.line = line;
    params.category = category;
    params.level = level;
    context->InvokeService(context, _OrthancPluginService_LogMessage, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.13.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginClearCurrentThreadName(
    OrthancPluginContext* context)
  {
    return context->InvokeService(context, _OrthancPluginService_ClearCurrentThreadName, NULL);
  }

  /* ====================================================================================================
     Functions, Plugin: ?
     ==================================================================================================== */

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetOrthancPath(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetOrthancPath, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetOrthancDirectory(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetOrthancDirectory, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetConfigurationPath(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetConfigurationPath, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  typedef struct
  {
    const char* plugin ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    _OrthancPluginProperty property ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
    const char* value ORTHANC_PLUGIN_SINCE_SDK("0.8.6");
  } _OrthancPluginSetPluginProperty;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param uri ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetRootUri(
    OrthancPluginContext* context,
    const char* uri)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = OrthancPluginGetName();
    params.property = _OrthancPluginProperty_RootUri;
    params.value = uri;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin ?
   * @param uri ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetRootUri2(
    OrthancPluginContext* context,
    const char* plugin,
    const char* uri)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = plugin;
    params.property = _OrthancPluginProperty_RootUri;
    params.value = uri;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param description ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetDescription(
    OrthancPluginContext* context,
    const char* description)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = OrthancPluginGetName();
    params.property = _OrthancPluginProperty_Description;
    params.value = description;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin ?
   * @param description ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetDescription2(
    OrthancPluginContext* context,
    const char* plugin,
    const char* description)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = plugin;
    params.property = _OrthancPluginProperty_Description;
    params.value = description;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param javascript ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE void OrthancPluginExtendOrthancExplorer(
    OrthancPluginContext* context,
    const char* javascript)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = OrthancPluginGetName();
    params.property = _OrthancPluginProperty_OrthancExplorer;
    params.value = javascript;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin ?
   * @param javascript ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginExtendOrthancExplorer2(
    OrthancPluginContext* context,
    const char* plugin,
    const char* javascript)
  {
    _OrthancPluginSetPluginProperty params;
    memset(&params, 0, sizeof(params));
    params.plugin = plugin;
    params.property = _OrthancPluginProperty_OrthancExplorer;
    params.value = javascript;
    context->InvokeService(context, _OrthancPluginService_SetPluginProperty, &params);
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE uint32_t OrthancPluginGetCommandLineArgumentsCount(
    OrthancPluginContext* context)
  {
    uint32_t result = 0;
    _OrthancPluginReturnSingleValue params;
    memset(&params, 0, sizeof(params));
    params.resultUint32 = &result;
    if (context->InvokeService(context, _OrthancPluginService_GetCommandLineArgumentsCount, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return 0;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param argument ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetCommandLineArgument(
    OrthancPluginContext* context,
    uint32_t argument)
  {
    char* result = NULL;
    _OrthancPluginGlobalProperty params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.property = (int32_t) argument;
    params.value = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetCommandLineArgument, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.1")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetConfiguration(
    OrthancPluginContext* context)
  {
    char* result = NULL;
    _OrthancPluginRetrieveDynamicString params;
    memset(&params, 0, sizeof(params));
    params.result = &result;
    params.argument = NULL;
    if (context->InvokeService(context, _OrthancPluginService_GetConfiguration, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  /* ====================================================================================================
     Functions, Stores: ?
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginMemoryBuffer* instanceId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginMemoryBuffer* attachmentUuid ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginStoreStatus* storeStatus ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const void* dicom ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint64_t dicomSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const void* customData ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint32_t customDataSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginAdoptDicomInstance;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId ?
   * @param attachmentUuid ?
   * @param storeStatus ?
   * @param dicom ?
   * @param dicomSize ?
   * @param customData ?
   * @param customDataSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginAdoptDicomInstance(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* instanceId,
    OrthancPluginMemoryBuffer* attachmentUuid,
    OrthancPluginStoreStatus* storeStatus,
    const void* dicom,
    uint64_t dicomSize,
    const void* customData,
    uint32_t customDataSize)
  {
    _OrthancPluginAdoptDicomInstance params;
    memset(&params, 0, sizeof(params));
    params.instanceId = instanceId;
    params.attachmentUuid = attachmentUuid;
    params.storeStatus = storeStatus;
    params.dicom = dicom;
    params.dicomSize = dicomSize;
    params.customData = customData;
    params.customDataSize = customDataSize;
    return context->InvokeService(context, _OrthancPluginService_AdoptDicomInstance, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginMemoryBuffer* customData ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* attachmentUuid ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginGetAttachmentCustomData;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param customData ?
   * @param attachmentUuid ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetAttachmentCustomData(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* customData,
    const char* attachmentUuid)
  {
    _OrthancPluginGetAttachmentCustomData params;
    memset(&params, 0, sizeof(params));
    params.customData = customData;
    params.attachmentUuid = attachmentUuid;
    return context->InvokeService(context, _OrthancPluginService_GetAttachmentCustomData, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char* attachmentUuid ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const void* customData ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint32_t customDataSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginSetAttachmentCustomData;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param attachmentUuid ?
   * @param customData ?
   * @param customDataSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetAttachmentCustomData(
    OrthancPluginContext* context,
    const char* attachmentUuid,
    const void* customData,
    uint32_t customDataSize)
  {
    _OrthancPluginSetAttachmentCustomData params;
    memset(&params, 0, sizeof(params));
    params.attachmentUuid = attachmentUuid;
    params.customData = customData;
    params.customDataSize = customDataSize;
    return context->InvokeService(context, _OrthancPluginService_SetAttachmentCustomData, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char* storeId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* key ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const void* value ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint32_t valueSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginStoreKeyValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId ?
   * @param key ?
   * @param value ?
   * @param valueSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginStoreKeyValue(
    OrthancPluginContext* context,
    const char* storeId,
    const char* key,
    const void* value,
    uint32_t valueSize)
  {
    _OrthancPluginStoreKeyValue params;
    memset(&params, 0, sizeof(params));
    params.storeId = storeId;
    params.key = key;
    params.value = value;
    params.valueSize = valueSize;
    return context->InvokeService(context, _OrthancPluginService_StoreKeyValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char* storeId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* key ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginDeleteKeyValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId ?
   * @param key ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDeleteKeyValue(
    OrthancPluginContext* context,
    const char* storeId,
    const char* key)
  {
    _OrthancPluginDeleteKeyValue params;
    memset(&params, 0, sizeof(params));
    params.storeId = storeId;
    params.key = key;
    return context->InvokeService(context, _OrthancPluginService_DeleteKeyValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    uint8_t* found ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* storeId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* key ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginGetKeyValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found ?
   * @param target ?
   * @param storeId ?
   * @param key ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetKeyValue(
    OrthancPluginContext* context,
    uint8_t* found,
    OrthancPluginMemoryBuffer* target,
    const char* storeId,
    const char* key)
  {
    _OrthancPluginGetKeyValue params;
    memset(&params, 0, sizeof(params));
    params.found = found;
    params.target = target;
    params.storeId = storeId;
    params.key = key;
    return context->InvokeService(context, _OrthancPluginService_GetKeyValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginKeysValuesIterator** target ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* storeId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginCreateKeysValuesIterator;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginKeysValuesIterator* OrthancPluginCreateKeysValuesIterator(
    OrthancPluginContext* context,
    const char* storeId)
  {
    OrthancPluginKeysValuesIterator* result = NULL;
    _OrthancPluginCreateKeysValuesIterator params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.storeId = storeId;
    if (context->InvokeService(context, _OrthancPluginService_CreateKeysValuesIterator, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginKeysValuesIterator* iterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginFreeKeysValuesIterator;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param iterator ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeKeysValuesIterator(
    OrthancPluginContext* context,
    OrthancPluginKeysValuesIterator* iterator)
  {
    _OrthancPluginFreeKeysValuesIterator params;
    memset(&params, 0, sizeof(params));
    params.iterator = iterator;
    context->InvokeService(context, _OrthancPluginService_FreeKeysValuesIterator, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    uint8_t* done ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginKeysValuesIterator* iterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginKeysValuesIteratorNext;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param done ?
   * @param iterator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKeysValuesIteratorNext(
    OrthancPluginContext* context,
    uint8_t* done,
    OrthancPluginKeysValuesIterator* iterator)
  {
    _OrthancPluginKeysValuesIteratorNext params;
    memset(&params, 0, sizeof(params));
    params.done = done;
    params.iterator = iterator;
    return context->InvokeService(context, _OrthancPluginService_KeysValuesIteratorNext, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char** target ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginKeysValuesIterator* iterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginKeysValuesIteratorGetKey;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param iterator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE const char* OrthancPluginKeysValuesIteratorGetKey(
    OrthancPluginContext* context,
    OrthancPluginKeysValuesIterator* iterator)
  {
    const char* result = NULL;
    _OrthancPluginKeysValuesIteratorGetKey params;
    memset(&params, 0, sizeof(params));
    params.target = &result;
    params.iterator = iterator;
    if (context->InvokeService(context, _OrthancPluginService_KeysValuesIteratorGetKey, &params) !=
        OrthancPluginErrorCode_Success)
    {
      return NULL;
    }
    return result;
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginKeysValuesIterator* iterator ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginKeysValuesIteratorGetValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param target ?
   * @param iterator ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKeysValuesIteratorGetValue(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    OrthancPluginKeysValuesIterator* iterator)
  {
    _OrthancPluginKeysValuesIteratorGetValue params;
    memset(&params, 0, sizeof(params));
    params.target = target;
    params.iterator = iterator;
    return context->InvokeService(context, _OrthancPluginService_KeysValuesIteratorGetValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char* queueId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const void* value ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint32_t valueSize ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginEnqueueValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId ?
   * @param value ?
   * @param valueSize ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginEnqueueValue(
    OrthancPluginContext* context,
    const char* queueId,
    const void* value,
    uint32_t valueSize)
  {
    _OrthancPluginEnqueueValue params;
    memset(&params, 0, sizeof(params));
    params.queueId = queueId;
    params.value = value;
    params.valueSize = valueSize;
    return context->InvokeService(context, _OrthancPluginService_EnqueueValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    uint8_t* found ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    const char* queueId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    OrthancPluginQueueOrigin origin ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginDequeueValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found ?
   * @param target ?
   * @param queueId ?
   * @param origin ?
   * @return ?
   * @deprecated ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDequeueValue(
    OrthancPluginContext* context,
    uint8_t* found,
    OrthancPluginMemoryBuffer* target,
    const char* queueId,
    OrthancPluginQueueOrigin origin)
  {
    _OrthancPluginDequeueValue params;
    memset(&params, 0, sizeof(params));
    params.found = found;
    params.target = target;
    params.queueId = queueId;
    params.origin = origin;
    return context->InvokeService(context, _OrthancPluginService_DequeueValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef struct
  {
    const char* queueId ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
    uint64_t* size ORTHANC_PLUGIN_SINCE_SDK("1.12.8");
  } _OrthancPluginGetQueueSize;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId ?
   * @param size ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetQueueSize(
    OrthancPluginContext* context,
    const char* queueId,
    uint64_t* size)
  {
    _OrthancPluginGetQueueSize params;
    memset(&params, 0, sizeof(params));
    params.queueId = queueId;
    params.size = size;
    return context->InvokeService(context, _OrthancPluginService_GetQueueSize, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef struct
  {
    const char* resourceId ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    OrthancPluginStableStatus stableStatus ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    uint8_t* statusHasChanged ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } _OrthancPluginSetStableStatus;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param statusHasChanged ?
   * @param resourceId ?
   * @param stableStatus ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetStableStatus(
    OrthancPluginContext* context,
    uint8_t* statusHasChanged,
    const char* resourceId,
    OrthancPluginStableStatus stableStatus)
  {
    _OrthancPluginSetStableStatus params;
    memset(&params, 0, sizeof(params));
    params.resourceId = resourceId;
    params.stableStatus = stableStatus;
    params.statusHasChanged = statusHasChanged;
    return context->InvokeService(context, _OrthancPluginService_SetStableStatus, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  typedef struct
  {
    const char* sourcePlugin ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    const char* userId ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    OrthancPluginResourceType resourceType ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    const char* resourceId ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    const char* action ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    const void* logData ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    uint32_t logDataSize ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } _OrthancPluginEmitAuditLog;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param sourcePlugin ?
   * @param userId ?
   * @param resourceType ?
   * @param resourceId ?
   * @param action ?
   * @param logData ?
   * @param logDataSize ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  ORTHANC_PLUGIN_INLINE void OrthancPluginEmitAuditLog(
    OrthancPluginContext* context,
    const char* sourcePlugin,
    const char* userId,
    OrthancPluginResourceType resourceType,
    const char* resourceId,
    const char* action,
    const void* logData,
    uint32_t logDataSize)
  {
    _OrthancPluginEmitAuditLog params;
    memset(&params, 0, sizeof(params));
    params.sourcePlugin = sourcePlugin;
    params.userId = userId;
    params.resourceType = resourceType;
    params.resourceId = resourceId;
    params.action = action;
    params.logData = logData;
    params.logDataSize = logDataSize;
    context->InvokeService(context, _OrthancPluginService_EmitAuditLog, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    uint8_t* found ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    const char* queueId ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    OrthancPluginQueueOrigin origin ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    uint32_t releaseTimeout ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    uint64_t* valueId ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginReserveQueueValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found ?
   * @param target ?
   * @param valueId ?
   * @param queueId ?
   * @param origin ?
   * @param releaseTimeout ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReserveQueueValue(
    OrthancPluginContext* context,
    uint8_t* found,
    OrthancPluginMemoryBuffer* target,
    uint64_t* valueId,
    const char* queueId,
    OrthancPluginQueueOrigin origin,
    uint32_t releaseTimeout)
  {
    _OrthancPluginReserveQueueValue params;
    memset(&params, 0, sizeof(params));
    params.found = found;
    params.target = target;
    params.queueId = queueId;
    params.origin = origin;
    params.valueId = valueId;
    params.releaseTimeout = releaseTimeout;
    return context->InvokeService(context, _OrthancPluginService_ReserveQueueValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    const char* queueId ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    uint64_t valueId ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginAcknowledgeQueueValue;

  /**
   * @brief ?
   *
   * ?
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId ?
   * @param valueId ?
   * @return ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginAcknowledgeQueueValue(
    OrthancPluginContext* context,
    const char* queueId,
    uint64_t valueId)
  {
    _OrthancPluginAcknowledgeQueueValue params;
    memset(&params, 0, sizeof(params));
    params.queueId = queueId;
    params.valueId = valueId;
    return context->InvokeService(context, _OrthancPluginService_AcknowledgeQueueValue, &params);
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginRestOutput* output ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    OrthancPluginPixelFormat format ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    uint32_t width ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    uint32_t height ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    uint32_t pitch ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const void* buffer ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginCompressAndAnswerPngImage;

#ifdef __cplusplus
}
#endif
