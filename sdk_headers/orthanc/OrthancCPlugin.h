/**
 * @file
 * @brief The interface between the Orthanc server and its plugins.
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
 * @brief Pixel images: create, encode, decode, convert; and compression of buffers.
 * @defgroup REST REST
 * @brief Writing the answer to an HTTP request, from inside a plugin's REST callback.
 * @defgroup Callbacks Callbacks
 * @brief Registering what the server calls in the plugin: REST routes, events, filters, storage and more.
 * @defgroup DicomCallbacks DicomCallbacks
 * @brief Serving C-FIND, C-MOVE, modality worklists and storage commitment in place of the server.
 * @defgroup Orthanc Orthanc
 * @brief The server's content: its REST API called from within, lookups of resources, global properties.
 * @defgroup DicomInstance DicomInstance
 * @brief DICOM instances in memory: their tags, frames, metadata and origin.
 * @defgroup DicomConnection DicomConnection
 * @brief Who has sent a DICOM request, and to whom.
 * @defgroup Toolbox Toolbox
 * @brief Helpers: logging, HTTP client, DICOM and JSON, jobs, peers, files, memory, metrics.
 * @defgroup Plugin Plugin
 * @brief What the plugin says of itself, and the configuration and paths of the server that runs it.
 * @defgroup Stores Stores
 * @brief Data kept for plugins (key-value stores, queues, custom data), adopted files, stability, audit logs.
 **/

#ifdef __cplusplus
extern "C"
{
#endif

  /* ====================================================================================================
     Enumerations: whole numbers of 32 bits.
     ==================================================================================================== */

  /**
   * @brief Tells whether a call went well and, if not, why.
   *
   * Both directions use it: functions of the core return it to the plugin, callbacks of the plugin return it
   * to the core. A plugin can get codes of its own, which are not in this list, from
   * OrthancPluginRegisterErrorCode().
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** Something unexpected happened inside the core. */
    OrthancPluginErrorCode_InternalError ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = -1,
    /** All went well. */
    OrthancPluginErrorCode_Success ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** A plugin, or the part of the core that runs plugins, failed. */
    OrthancPluginErrorCode_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** The feature does not exist in this server. */
    OrthancPluginErrorCode_NotImplemented ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** An argument has a value outside of what is allowed. */
    OrthancPluginErrorCode_ParameterOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** No memory is left on the machine. */
    OrthancPluginErrorCode_NotEnoughMemory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 4,
    /** An argument is of the wrong type. */
    OrthancPluginErrorCode_BadParameterType ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5,
    /** The call is not allowed at this point, for instance because another one must come first. */
    OrthancPluginErrorCode_BadSequenceOfCalls ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** There is no such item. */
    OrthancPluginErrorCode_InexistentItem ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 7,
    /** The request makes no sense. */
    OrthancPluginErrorCode_BadRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 8,
    /** A network protocol (HTTP, DICOM) was violated or broke down. */
    OrthancPluginErrorCode_NetworkProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 9,
    /** A command of the operating system failed. */
    OrthancPluginErrorCode_SystemCommand ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 10,
    /** The database engine reported a failure. */
    OrthancPluginErrorCode_Database ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 11,
    /** The URI is malformed. */
    OrthancPluginErrorCode_UriSyntax ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 12,
    /** There is no such file. */
    OrthancPluginErrorCode_InexistentFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 13,
    /** The file could not be written. */
    OrthancPluginErrorCode_CannotWriteFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 14,
    /** The content is not in the format that was expected, for instance not DICOM. */
    OrthancPluginErrorCode_BadFileFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 15,
    /** It took too long. */
    OrthancPluginErrorCode_Timeout ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 16,
    /** No such patient, study, series, instance or REST path. */
    OrthancPluginErrorCode_UnknownResource ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 17,
    /** The database has a schema that this server cannot use. */
    OrthancPluginErrorCode_IncompatibleDatabaseVersion ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 18,
    /** No room is left in the storage area. */
    OrthancPluginErrorCode_FullStorage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 19,
    /** A stored file is damaged, for instance its MD5 differs from the recorded one. */
    OrthancPluginErrorCode_CorruptedFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 20,
    /** The DICOM tag is absent. */
    OrthancPluginErrorCode_InexistentTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 21,
    /** The object was opened for reading and refuses changes. */
    OrthancPluginErrorCode_ReadOnly ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 22,
    /** The operation does not work on images of this pixel format. */
    OrthancPluginErrorCode_IncompatibleImageFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 23,
    /** The operation does not work on images of this width or height. */
    OrthancPluginErrorCode_IncompatibleImageSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 24,
    /** A shared library, such as a plugin, could not be loaded or used. */
    OrthancPluginErrorCode_SharedLibrary ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 25,
    /** The plugin asked for a service that this server does not have; it may be too old. */
    OrthancPluginErrorCode_UnknownPluginService ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 26,
    /** The name or number stands for no tag of the dictionary. */
    OrthancPluginErrorCode_UnknownDicomTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 27,
    /** The text is no valid JSON. */
    OrthancPluginErrorCode_BadJson ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 28,
    /** The HTTP client gave missing or wrong credentials (HTTP status 401). */
    OrthancPluginErrorCode_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 29,
    /** The font file is malformed. */
    OrthancPluginErrorCode_BadFont ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 30,
    /** The database plugin breaks the rules of its interface. */
    OrthancPluginErrorCode_DatabasePlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 31,
    /** The storage area plugin failed. */
    OrthancPluginErrorCode_StorageAreaPlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** The request has no content. */
    OrthancPluginErrorCode_EmptyRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 33,
    /** Nothing that the client's Accept header allows can be sent (HTTP status 406). */
    OrthancPluginErrorCode_NotAcceptable ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 34,
    /** A pointer was null where an object is needed. */
    OrthancPluginErrorCode_NullPointer ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 35,
    /** The database cannot be reached just now; trying again later may help. */
    OrthancPluginErrorCode_DatabaseUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.3.2") = 36,
    /** The job was canceled. */
    OrthancPluginErrorCode_CanceledJob ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 37,
    /** A geometric computation failed (reported by the Stone library). */
    OrthancPluginErrorCode_BadGeometry ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 38,
    /** TLS could not be set up; the certificates are the first thing to look at. */
    OrthancPluginErrorCode_SslInitialization ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 39,
    /** The function is no longer part of the Orthanc framework. */
    OrthancPluginErrorCode_DiscontinuedAbi ORTHANC_PLUGIN_SINCE_SDK("1.8.1") = 40,
    /** The Range header cannot be satisfied (HTTP status 416). */
    OrthancPluginErrorCode_BadRange ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 41,
    /** The transaction collided with a concurrent one; run it again. */
    OrthancPluginErrorCode_DatabaseCannotSerialize ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 42,
    /** The revision is out of date, probably since another client has written in between. */
    OrthancPluginErrorCode_Revision ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 43,
    /** A tag is listed more than once among the main DICOM tags of one level. */
    OrthancPluginErrorCode_MainDicomTagsMultiplyDefined ORTHANC_PLUGIN_SINCE_SDK("1.11.0") = 44,
    /** The client is not allowed to use the resource (HTTP status 403). */
    OrthancPluginErrorCode_ForbiddenAccess ORTHANC_PLUGIN_SINCE_SDK("1.12.2") = 45,
    /** Such a resource exists already. */
    OrthancPluginErrorCode_DuplicateResource ORTHANC_PLUGIN_SINCE_SDK("1.12.3") = 46,
    /** Options of the configuration file contradict each other. */
    OrthancPluginErrorCode_IncompatibleConfigurations ORTHANC_PLUGIN_SINCE_SDK("1.12.5") = 47,
    /** SQLite: no database is open. */
    OrthancPluginErrorCode_SQLiteNotOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1000,
    /** SQLite: this connection was opened before. */
    OrthancPluginErrorCode_SQLiteAlreadyOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1001,
    /** SQLite: opening the database failed. */
    OrthancPluginErrorCode_SQLiteCannotOpen ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1002,
    /** SQLite: the cached statement is in use elsewhere. */
    OrthancPluginErrorCode_SQLiteStatementAlreadyUsed ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1003,
    /** SQLite: a command failed. */
    OrthancPluginErrorCode_SQLiteExecute ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1004,
    /** SQLite: rollback while no transaction is active. */
    OrthancPluginErrorCode_SQLiteRollbackWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1005,
    /** SQLite: commit while no transaction is active. */
    OrthancPluginErrorCode_SQLiteCommitWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1006,
    /** SQLite: a custom function was not accepted. */
    OrthancPluginErrorCode_SQLiteRegisterFunction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1007,
    /** SQLite: flushing to disk failed. */
    OrthancPluginErrorCode_SQLiteFlush ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1008,
    /** SQLite: running a cached statement failed. */
    OrthancPluginErrorCode_SQLiteCannotRun ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1009,
    /** SQLite: fetching the next row of a cached statement failed. */
    OrthancPluginErrorCode_SQLiteCannotStep ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1010,
    /** SQLite: the statement has no parameter of this index; a programming error. */
    OrthancPluginErrorCode_SQLiteBindOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1011,
    /** SQLite: compiling a statement failed. */
    OrthancPluginErrorCode_SQLitePrepareStatement ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1012,
    /** SQLite: the transaction has begun before. */
    OrthancPluginErrorCode_SQLiteTransactionAlreadyStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1013,
    /** SQLite: the commit failed. */
    OrthancPluginErrorCode_SQLiteTransactionCommit ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1014,
    /** SQLite: the transaction could not begin. */
    OrthancPluginErrorCode_SQLiteTransactionBegin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1015,
    /** A file stands where a directory is to be created. */
    OrthancPluginErrorCode_DirectoryOverFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2000,
    /** A file or folder of the storage area could not be created. */
    OrthancPluginErrorCode_FileStorageCannotWrite ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2001,
    /** The path names something other than a directory. */
    OrthancPluginErrorCode_DirectoryExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2002,
    /** The HTTP server cannot listen: port taken or privileged, or no such local address. */
    OrthancPluginErrorCode_HttpPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2003,
    /** The DICOM server cannot listen: port taken or privileged. */
    OrthancPluginErrorCode_DicomPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2004,
    /** A REST answer must not carry this HTTP status. */
    OrthancPluginErrorCode_BadHttpStatusInRest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2005,
    /** The path names something other than a plain file. */
    OrthancPluginErrorCode_RegularFileExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2006,
    /** The location of the server's own executable is unknown. */
    OrthancPluginErrorCode_PathToExecutable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2007,
    /** The directory could not be created. */
    OrthancPluginErrorCode_MakeDirectory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2008,
    /** An AET needs between 1 and 16 characters. */
    OrthancPluginErrorCode_BadApplicationEntityTitle ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2009,
    /** The server has nothing to serve C-FIND with. */
    OrthancPluginErrorCode_NoCFindHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2010,
    /** The server has nothing to serve C-MOVE with. */
    OrthancPluginErrorCode_NoCMoveHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2011,
    /** The server has nothing to serve C-STORE with. */
    OrthancPluginErrorCode_NoCStoreHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2012,
    /** The DICOM server lacks a filter of application entities. */
    OrthancPluginErrorCode_NoApplicationEntityFilter ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2013,
    /** DICOM SCU: the SOP class or instance UID of the object cannot be found. */
    OrthancPluginErrorCode_NoSopClassOrInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2014,
    /** DICOM SCU: the remote modality accepted no fitting presentation context. */
    OrthancPluginErrorCode_NoPresentationContext ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2015,
    /** DICOM SCU: the remote modality does not offer C-FIND. */
    OrthancPluginErrorCode_DicomFindUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2016,
    /** DICOM SCU: the remote modality does not offer C-MOVE. */
    OrthancPluginErrorCode_DicomMoveUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2017,
    /** The DICOM instance could not be stored. */
    OrthancPluginErrorCode_CannotStoreInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2018,
    /** DICOM creation: tags take strings only. */
    OrthancPluginErrorCode_CreateDicomNotString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2019,
    /** DICOM creation: the tag is fixed by the parent resource. */
    OrthancPluginErrorCode_CreateDicomOverrideTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2020,
    /** DICOM creation: an image goes into the "Content" field. */
    OrthancPluginErrorCode_CreateDicomUseContent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2021,
    /** DICOM creation: an instance of the new series lacks its content. */
    OrthancPluginErrorCode_CreateDicomNoPayload ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2022,
    /** DICOM creation: the content must be written as a data URI. */
    OrthancPluginErrorCode_CreateDicomUseDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2023,
    /** DICOM creation: the parent resource does not exist. */
    OrthancPluginErrorCode_CreateDicomBadParent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2024,
    /** DICOM creation: the parent is an instance, where only higher levels are possible. */
    OrthancPluginErrorCode_CreateDicomParentIsInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2025,
    /** DICOM creation: the character set of the parent resource is not known. */
    OrthancPluginErrorCode_CreateDicomParentEncoding ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2026,
    /** No modality of this name is configured. */
    OrthancPluginErrorCode_UnknownModality ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2027,
    /** The filters of a job are in a wrong order. */
    OrthancPluginErrorCode_BadJobOrdering ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2028,
    /** The JSON has no counterpart as a Lua table. */
    OrthancPluginErrorCode_JsonToLuaTable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2029,
    /** Lua could not be started. */
    OrthancPluginErrorCode_CannotCreateLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2030,
    /** A piece of Lua failed. */
    OrthancPluginErrorCode_CannotExecuteLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2031,
    /** The Lua function has run already and takes no further arguments. */
    OrthancPluginErrorCode_LuaAlreadyExecuted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2032,
    /** The Lua function returned too many or too few values. */
    OrthancPluginErrorCode_LuaBadOutput ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2033,
    /** The Lua function had to return a Boolean. */
    OrthancPluginErrorCode_NotLuaPredicate ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2034,
    /** The Lua function had to return a string. */
    OrthancPluginErrorCode_LuaReturnsNoString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2035,
    /** There is a storage area plugin already. */
    OrthancPluginErrorCode_StorageAreaAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2036,
    /** There is a database plugin already. */
    OrthancPluginErrorCode_DatabaseBackendAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2037,
    /** The database was used too early, while plugins were still starting. */
    OrthancPluginErrorCode_DatabaseNotInitialized ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2038,
    /** This build of the server has no TLS. */
    OrthancPluginErrorCode_SslDisabled ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2039,
    /** The slices of the series cannot be put in order. */
    OrthancPluginErrorCode_CannotOrderSlices ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2040,
    /** The server has nothing to serve modality worklists with. */
    OrthancPluginErrorCode_NoWorklistHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2041,
    /** The tag is there already and is not to be replaced. */
    OrthancPluginErrorCode_AlreadyExistingTag ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 2042,
    /** The server has nothing to serve storage commitment (N-ACTION) with. */
    OrthancPluginErrorCode_NoStorageCommitmentHandler ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2043,
    /** The server has nothing to serve C-GET with. */
    OrthancPluginErrorCode_NoCGetHandler ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 2044,
    /** DICOM SCU: the remote modality does not offer C-GET. */
    OrthancPluginErrorCode_DicomGetUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.12.6") = 2045,
    /** The media type of the request cannot be handled (HTTP status 415). */
    OrthancPluginErrorCode_UnsupportedMediaType ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 3000,
    _OrthancPluginErrorCode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginErrorCode;

  /**
   * @brief The HTTP method of a request, sent or received.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** GET: read. */
    OrthancPluginHttpMethod_Get ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** POST: create something, or run an action. */
    OrthancPluginHttpMethod_Post ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** PUT: write or replace. */
    OrthancPluginHttpMethod_Put ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** DELETE: remove. */
    OrthancPluginHttpMethod_Delete ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    _OrthancPluginHttpMethod_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginHttpMethod;

  /**
   * @brief How the pixels of an image lie in memory.
   *
   * A sample of several bytes has the byte order of the machine. Rows can be padded: the distance between two
   * rows is the pitch of the image.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** One unsigned 8-bit gray value. */
    OrthancPluginPixelFormat_Grayscale8 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** One unsigned 16-bit gray value. */
    OrthancPluginPixelFormat_Grayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** One signed 16-bit gray value. */
    OrthancPluginPixelFormat_SignedGrayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** Three bytes: red, green, blue. */
    OrthancPluginPixelFormat_RGB24 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    /** Four bytes: red, green, blue, alpha. */
    OrthancPluginPixelFormat_RGBA32 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 5,
    /** None of the other formats. */
    OrthancPluginPixelFormat_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** Three unsigned 16-bit values: red, green, blue. */
    OrthancPluginPixelFormat_RGB48 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 7,
    /** One unsigned 32-bit gray value. */
    OrthancPluginPixelFormat_Grayscale32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 8,
    /** One 32-bit floating-point gray value (IEEE 754). */
    OrthancPluginPixelFormat_Float32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 9,
    /** Four bytes: blue, green, red, alpha. */
    OrthancPluginPixelFormat_BGRA32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 10,
    /** One unsigned 64-bit gray value. */
    OrthancPluginPixelFormat_Grayscale64 ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 11,
    _OrthancPluginPixelFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginPixelFormat;

  /**
   * @brief What a file of the storage area contains.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  {
    /** Something else, for instance an attachment defined by a user. */
    OrthancPluginContentType_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 0,
    /** A complete DICOM file. */
    OrthancPluginContentType_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 1,
    /** The tags of a DICOM file as JSON, as older servers store them. */
    OrthancPluginContentType_DicomAsJson ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 2,
    /** The first part of a DICOM file, up to where the pixel data begin. */
    OrthancPluginContentType_DicomUntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 3,
    _OrthancPluginContentType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginContentType;

  /**
   * @brief The level of a resource in the DICOM hierarchy.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** A patient. */
    OrthancPluginResourceType_Patient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** A study of a patient. */
    OrthancPluginResourceType_Study ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** A series of a study. */
    OrthancPluginResourceType_Series ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** A SOP instance of a series. */
    OrthancPluginResourceType_Instance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** No level applies. */
    OrthancPluginResourceType_None ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginResourceType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginResourceType;

  /**
   * @brief The events that a change callback can be told of.
   *
   * These numbers differ from those by which the database records changes.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** All instances that the series announces have arrived. */
    OrthancPluginChangeType_CompletedSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** A patient, study, series or instance was removed. */
    OrthancPluginChangeType_Deleted ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** An instance has arrived below this patient, study or series. */
    OrthancPluginChangeType_NewChildInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** An instance was stored. */
    OrthancPluginChangeType_NewInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** The first instance of a patient was stored. */
    OrthancPluginChangeType_NewPatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 4,
    /** The first instance of a series was stored. */
    OrthancPluginChangeType_NewSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 5,
    /** The first instance of a study was stored. */
    OrthancPluginChangeType_NewStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 6,
    /** For a while (option StableAge), the patient got no further instance. */
    OrthancPluginChangeType_StablePatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 7,
    /** For a while (option StableAge), the series got no further instance. */
    OrthancPluginChangeType_StableSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 8,
    /** For a while (option StableAge), the study got no further instance. */
    OrthancPluginChangeType_StableStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 9,
    /** The server is up: database and REST API can be used. */
    OrthancPluginChangeType_OrthancStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** The server begins to shut down. */
    OrthancPluginChangeType_OrthancStopped ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** A user-defined attachment of the resource was written or removed. */
    OrthancPluginChangeType_UpdatedAttachment ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** A user-defined metadata entry of the resource was written or removed. */
    OrthancPluginChangeType_UpdatedMetadata ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** An Orthanc peer was added, modified or removed. */
    OrthancPluginChangeType_UpdatedPeers ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 14,
    /** A DICOM modality was added, modified or removed. */
    OrthancPluginChangeType_UpdatedModalities ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 15,
    /** A job was handed to the jobs engine; the resource identifier is that of the job. */
    OrthancPluginChangeType_JobSubmitted ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 16,
    /** A job ended well; the resource identifier is that of the job. */
    OrthancPluginChangeType_JobSuccess ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 17,
    /** A job ended badly; the resource identifier is that of the job. */
    OrthancPluginChangeType_JobFailure ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 18,
    _OrthancPluginChangeType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginChangeType;

  /**
   * @brief How a buffer is compressed.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** A plain zlib stream. */
    OrthancPluginCompressionType_Zlib ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** The original size as a 64-bit integer, then a zlib stream; compressed attachments have this form. */
    OrthancPluginCompressionType_ZlibWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** A plain gzip stream. */
    OrthancPluginCompressionType_Gzip ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** The original size as a 64-bit integer, then a gzip stream. */
    OrthancPluginCompressionType_GzipWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** The bytes as they are. */
    OrthancPluginCompressionType_None ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginCompressionType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginCompressionType;

  /**
   * @brief The file format of an encoded image.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** PNG, lossless. */
    OrthancPluginImageFormat_Png ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** JPEG, lossy. */
    OrthancPluginImageFormat_Jpeg ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** A DICOM file. */
    OrthancPluginImageFormat_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginImageFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginImageFormat;

  /**
   * @brief The value representation (VR) of a DICOM tag: what its content looks like.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Application entity title, up to 16 characters. */
    OrthancPluginValueRepresentation_AE ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Age, such as 042Y. */
    OrthancPluginValueRepresentation_AS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** DICOM tags, each a group and an element of 16 bits. */
    OrthancPluginValueRepresentation_AT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Code of up to 16 characters: capital letters, digits, space, underscore. */
    OrthancPluginValueRepresentation_CS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Day, written YYYYMMDD. */
    OrthancPluginValueRepresentation_DA ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** Decimal number as text, up to 16 characters. */
    OrthancPluginValueRepresentation_DS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6,
    /** Day and time of day, with optional fraction of a second and time zone. */
    OrthancPluginValueRepresentation_DT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7,
    /** Floating-point number of 64 bits. */
    OrthancPluginValueRepresentation_FD ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** Floating-point number of 32 bits. */
    OrthancPluginValueRepresentation_FL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 9,
    /** Whole number as text, up to 12 characters. */
    OrthancPluginValueRepresentation_IS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** One line of text, up to 64 characters. */
    OrthancPluginValueRepresentation_LO ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** Text with line breaks, up to 10240 characters. */
    OrthancPluginValueRepresentation_LT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** Bytes. */
    OrthancPluginValueRepresentation_OB ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** Array of floating-point numbers of 32 bits. */
    OrthancPluginValueRepresentation_OF ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 14,
    /** Array of 16-bit words. */
    OrthancPluginValueRepresentation_OW ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 15,
    /** Name of a person, in up to five components. */
    OrthancPluginValueRepresentation_PN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** One line of text, up to 16 characters. */
    OrthancPluginValueRepresentation_SH ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 17,
    /** Signed integer of 32 bits. */
    OrthancPluginValueRepresentation_SL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 18,
    /** Sequence: a list of nested data sets. */
    OrthancPluginValueRepresentation_SQ ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 19,
    /** Signed integer of 16 bits. */
    OrthancPluginValueRepresentation_SS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 20,
    /** Text with line breaks, up to 1024 characters. */
    OrthancPluginValueRepresentation_ST ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 21,
    /** Time of day, written HHMMSS with optional fraction. */
    OrthancPluginValueRepresentation_TM ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 22,
    /** UID, up to 64 characters. */
    OrthancPluginValueRepresentation_UI ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 23,
    /** Unsigned integer of 32 bits. */
    OrthancPluginValueRepresentation_UL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 24,
    /** Bytes whose meaning is not known. */
    OrthancPluginValueRepresentation_UN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 25,
    /** Unsigned integer of 16 bits. */
    OrthancPluginValueRepresentation_US ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 26,
    /** Text with line breaks, of any length. */
    OrthancPluginValueRepresentation_UT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 27,
    /** Array of floating-point numbers of 64 bits. */
    OrthancPluginValueRepresentation_OD ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 28,
    /** Array of 32-bit words. */
    OrthancPluginValueRepresentation_OL ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 29,
    /** One line of text, of any length. */
    OrthancPluginValueRepresentation_UC ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 30,
    /** URI or URL. */
    OrthancPluginValueRepresentation_UR ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 31,
    /** Array of 64-bit words. */
    OrthancPluginValueRepresentation_OV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 32,
    /** Signed integer of 64 bits. */
    OrthancPluginValueRepresentation_SV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 33,
    /** Unsigned integer of 64 bits. */
    OrthancPluginValueRepresentation_UV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 34,
    _OrthancPluginValueRepresentation_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginValueRepresentation;

  /**
   * @brief The layout of the JSON that is made from a DICOM file.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Per tag an object with its name, type and value, keyed by the hexadecimal tag. */
    OrthancPluginDicomToJsonFormat_Full ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Just the value of each tag, keyed by the hexadecimal tag. */
    OrthancPluginDicomToJsonFormat_Short ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Just the value of each tag, keyed by the name of the tag. */
    OrthancPluginDicomToJsonFormat_Human ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    _OrthancPluginDicomToJsonFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFormat;

  /**
   * @brief What the JSON that is made from a DICOM file includes; combine values with a bitwise or.
   *
   * Binary values that are included become data URIs (Base64), unless a flag asks for something else.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Nothing special. */
    OrthancPluginDicomToJsonFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** Keep tags with a binary value. */
    OrthancPluginDicomToJsonFlags_IncludeBinary ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Keep private tags, those of an odd group. */
    OrthancPluginDicomToJsonFlags_IncludePrivateTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Keep tags that are missing in the dictionary. */
    OrthancPluginDicomToJsonFlags_IncludeUnknownTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Keep the pixel data (7fe0,0010). */
    OrthancPluginDicomToJsonFlags_IncludePixelData ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** Write binary values as text, without their non-ASCII bytes. */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToAscii ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** Write null in place of each binary value. */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToNull ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** Ignore what follows the pixel data. */
    OrthancPluginDicomToJsonFlags_StopAfterPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 64,
    /** Leave out group lengths (gggg,0000). */
    OrthancPluginDicomToJsonFlags_SkipGroupLengths ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 128,
    _OrthancPluginDicomToJsonFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFlags;

  /**
   * @brief Options for creating a DICOM file; combine values with a bitwise or.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Nothing special. */
    OrthancPluginCreateDicomFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** Replace values that are data URIs by the bytes that they stand for. */
    OrthancPluginCreateDicomFlags_DecodeDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Make up the patient ID and the study, series and SOP instance UID. */
    OrthancPluginCreateDicomFlags_GenerateIdentifiers ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginCreateDicomFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginCreateDicomFlags;

  /**
   * @brief How a database plugin compares an identifier with a value.
   * @deprecated Use OrthancPluginConstraintType instead, which makes faster database plugins.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** The same text. */
    OrthancPluginIdentifierConstraint_Equal ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** The same text, or one that sorts before it. */
    OrthancPluginIdentifierConstraint_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** The same text, or one that sorts after it. */
    OrthancPluginIdentifierConstraint_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Match a pattern with asterisks and question marks, upper and lower case being different. */
    OrthancPluginIdentifierConstraint_Wildcard ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginIdentifierConstraint_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginIdentifierConstraint;

  /**
   * @brief How a database plugin compares a main DICOM tag or an identifier with a value.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.2")
  {
    /** The same text. */
    OrthancPluginConstraintType_Equal ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 1,
    /** The same text, or one that sorts before it. */
    OrthancPluginConstraintType_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 2,
    /** The same text, or one that sorts after it. */
    OrthancPluginConstraintType_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 3,
    /** Match a pattern with asterisks and question marks. */
    OrthancPluginConstraintType_Wildcard ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 4,
    /** Be one of several values. */
    OrthancPluginConstraintType_List ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 5,
    _OrthancPluginConstraintType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 0x7fffffff
  } OrthancPluginConstraintType;

  /**
   * @brief The way by which a DICOM instance came into the server.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Not recorded. */
    OrthancPluginInstanceOrigin_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Sent with the DICOM protocol, for instance C-STORE. */
    OrthancPluginInstanceOrigin_DicomProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Uploaded with the REST API. */
    OrthancPluginInstanceOrigin_RestApi ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Brought in by a plugin. */
    OrthancPluginInstanceOrigin_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Brought in by Lua code. */
    OrthancPluginInstanceOrigin_Lua ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** Uploaded to a WebDAV share. */
    OrthancPluginInstanceOrigin_WebDav ORTHANC_PLUGIN_SINCE_SDK("1.8.0") = 6,
    _OrthancPluginInstanceOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginInstanceOrigin;

  /**
   * @brief The result of one step of a job.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** That was the last step; the job is done. */
    OrthancPluginJobStepStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** The step failed, and the job with it. */
    OrthancPluginJobStepStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** The step went well; call for the next one. */
    OrthancPluginJobStepStatus_Continue ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3
  } OrthancPluginJobStepStatus;

  /**
   * @brief Why a job is told to stop and to let go of what it holds.
   *
   * All but a pause are final: after them, only a reset starts the job again.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** Its last step is done. */
    OrthancPluginJobStopReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** It has been suspended and goes on later from where it is. */
    OrthancPluginJobStopReason_Paused ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** A step failed; the user can resubmit the job. */
    OrthancPluginJobStopReason_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3,
    /** It was called off; the user can resubmit the job. */
    OrthancPluginJobStopReason_Canceled ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 4
  } OrthancPluginJobStopReason;

  /**
   * @brief How the server keeps the values of a metric.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** The latest value counts. */
    OrthancPluginMetricsType_Default ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** A duration: the largest value of the last 10 seconds counts. */
    OrthancPluginMetricsType_Timer ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1
  } OrthancPluginMetricsType;

  /**
   * @brief How DICOMweb JSON or XML renders a tag of a VR for bulk data (OB, OW, OF and the like).
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** Leave it out. */
    OrthancPluginDicomWebBinaryMode_Ignore ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** Embed its bytes in Base64 (InlineBinary). */
    OrthancPluginDicomWebBinaryMode_InlineBinary ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1,
    /** Refer to a URI that serves its bytes (BulkDataURI). */
    OrthancPluginDicomWebBinaryMode_BulkDataUri ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 2,
    /** List its numbers one by one; impossible with OB. */
    OrthancPluginDicomWebBinaryMode_ArrayOfValues ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 3
  } OrthancPluginDicomWebBinaryMode;

  /**
   * @brief The outcome of storage commitment for one instance: DICOM tag Failure Reason (0008,1197).
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  {
    /** The SCP keeps the instance safely; no failure to report. */
    OrthancPluginStorageCommitmentFailureReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 0,
    /** 0110H: checking the instance failed for a reason that has no code of its own. */
    OrthancPluginStorageCommitmentFailureReason_ProcessingFailure ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 1,
    /** 0112H: the SCP does not have the instance. */
    OrthancPluginStorageCommitmentFailureReason_NoSuchObjectInstance ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2,
    /** 0213H: the SCP lacks the resources, such as disk space, to keep the instance. */
    OrthancPluginStorageCommitmentFailureReason_ResourceLimitation ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 3,
    /** 0122H: the SCP cannot handle instances of this SOP class. */
    OrthancPluginStorageCommitmentFailureReason_ReferencedSOPClassNotSupported ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 4,
    /** 0119H: the SCP knows the instance under another SOP class. */
    OrthancPluginStorageCommitmentFailureReason_ClassInstanceConflict ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 5,
    /** 0131H: another commitment request has this transaction UID already. */
    OrthancPluginStorageCommitmentFailureReason_DuplicateTransactionUID ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 6
  } OrthancPluginStorageCommitmentFailureReason;

  /**
   * @brief What a plugin decides about an instance that is about to be stored.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  {
    /** Store what was received. */
    OrthancPluginReceivedInstanceAction_KeepAsIs ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 1,
    /** Store the DICOM file that the callback hands over in its place. */
    OrthancPluginReceivedInstanceAction_Modify ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 2,
    /** Store nothing. */
    OrthancPluginReceivedInstanceAction_Discard ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 3,
    _OrthancPluginReceivedInstanceAction_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 0x7fffffff
  } OrthancPluginReceivedInstanceAction;

  /**
   * @brief How much of a stored DICOM file OrthancPluginLoadDicomInstance() reads.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  {
    /** Everything. */
    OrthancPluginLoadDicomInstanceMode_WholeDicom ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 1,
    /** The tags before the pixel data, which is faster. */
    OrthancPluginLoadDicomInstanceMode_UntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 2,
    /** Like UntilPixelData, then a pixel data tag of the original VR that has no content. */
    OrthancPluginLoadDicomInstanceMode_EmptyPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 3,
    _OrthancPluginLoadDicomInstanceMode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 0x7fffffff
  } OrthancPluginLoadDicomInstanceMode;

  /**
   * @brief The severity of a log message.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** Something failed. */
    OrthancPluginLogLevel_Error ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0,
    /** Worth a look; shown by default, like errors. */
    OrthancPluginLogLevel_Warning ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** What goes on; shown with --verbose. */
    OrthancPluginLogLevel_Info ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** Details for debugging; shown with --trace. */
    OrthancPluginLogLevel_Trace ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 3,
    _OrthancPluginLogLevel_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogLevel;

  /**
   * @brief The part of the server that a log message is about.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** No particular part; what most plugins need. */
    OrthancPluginLogCategory_Generic ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** The engine that runs plugins. Reserved for the core. */
    OrthancPluginLogCategory_Plugins ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** HTTP server and client. */
    OrthancPluginLogCategory_Http ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 4,
    /** SQLite. Reserved for the core. */
    OrthancPluginLogCategory_Sqlite ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 8,
    /** DICOM networking and files. */
    OrthancPluginLogCategory_Dicom ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 16,
    /** The jobs engine. */
    OrthancPluginLogCategory_Jobs ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 32,
    /** Lua. Reserved for the core. */
    OrthancPluginLogCategory_Lua ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 64,
    _OrthancPluginLogCategory_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogCategory;

  /**
   * @brief What became of a DICOM instance that was to be added to the server.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** It is now part of the server. */
    OrthancPluginStoreStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** It was there before and is left as it was, as option OverwriteInstances demands. */
    OrthancPluginStoreStatus_AlreadyStored ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    /** It was not stored. */
    OrthancPluginStoreStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 2,
    /** A plugin or Lua code refused it. */
    OrthancPluginStoreStatus_FilteredOut ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 3,
    /** It was refused for lack of room: MaximumStorageMode is Reject and a limit is reached. */
    OrthancPluginStoreStatus_StorageFull ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginStoreStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginStoreStatus;

  /**
   * @brief The end of a queue from which a value is taken.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** The front. */
    OrthancPluginQueueOrigin_Front ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** The back. */
    OrthancPluginQueueOrigin_Back ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    _OrthancPluginQueueOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginQueueOrigin;

  /**
   * @brief Whether a patient, study or series counts as stable.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** No further instances are expected. */
    OrthancPluginStableStatus_Stable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** Further instances may come. */
    OrthancPluginStableStatus_Unstable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    _OrthancPluginStableStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginStableStatus;

  /**
   * @brief What a plugin decides about the sender of an HTTP request.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** Let the request through. */
    OrthancPluginHttpAuthenticationStatus_Granted ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** Refuse it, the sender being unknown (HTTP status 401). */
    OrthancPluginHttpAuthenticationStatus_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    /** Refuse it, the sender lacking the right (HTTP status 403). */
    OrthancPluginHttpAuthenticationStatus_Forbidden ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 2,
    /** Send the client elsewhere, such as to a login page (HTTP status 307). */
    OrthancPluginHttpAuthenticationStatus_Redirect ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 3,
    _OrthancPluginHttpAuthenticationStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginHttpAuthenticationStatus;

  /* ====================================================================================================
     Handles: objects of the core, of which a plugin only ever holds pointers.
     ==================================================================================================== */

  /**
   * @brief The answer to an HTTP request that a REST callback is serving.
   *
   * The core owns it; it is valid until the callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
    _OrthancPluginRestOutput_t OrthancPluginRestOutput;

  /**
   * @brief A DICOM instance in memory, parsed by the core.
   *
   * One that is passed to a callback is valid until the callback returns. One that the plugin has created,
   * loaded or transcoded is the plugin's own, until OrthancPluginFreeDicomInstance().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
    _OrthancPluginDicomInstance_t OrthancPluginDicomInstance;

  /**
   * @brief A decoded image: a pixel buffer with width, height, pitch and pixel format.
   *
   * Free it with OrthancPluginFreeImage(), except where ownership is passed to the core.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginImage_t OrthancPluginImage;

  /**
   * @brief The place where the server keeps its files, be it its own or that of a plugin.
   *
   * Database plugins get it while they upgrade their schema.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginStorageArea_t OrthancPluginStorageArea;

  /**
   * @brief A C-FIND request for modality worklists.
   *
   * The core owns it; it is valid until the worklist callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistQuery_t OrthancPluginWorklistQuery;

  /**
   * @brief The answers that a worklist callback collects for the C-FIND SCU.
   *
   * The core owns it; it is valid until the worklist callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistAnswers_t OrthancPluginWorklistAnswers;

  /**
   * @brief A C-FIND request for patients, studies, series or instances.
   *
   * The core owns it; it is valid until the C-FIND callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindQuery_t OrthancPluginFindQuery;

  /**
   * @brief The answers that a C-FIND callback collects for the C-FIND SCU.
   *
   * The core owns it; it is valid until the C-FIND callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindAnswers_t OrthancPluginFindAnswers;

  /**
   * @brief A C-FIND query in a form that DICOM instances can be tested against.
   *
   * Free it with OrthancPluginFreeFindMatcher().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
    _OrthancPluginFindMatcher_t OrthancPluginFindMatcher;

  /**
   * @brief The list of remote Orthanc servers (peers) that this server knew when it was asked.
   *
   * Free it with OrthancPluginFreePeers().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginPeers_t OrthancPluginPeers;

  /**
   * @brief A job of the plugin, ready for the jobs engine.
   *
   * Either give it to OrthancPluginSubmitJob(), or free it with OrthancPluginFreeJob().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginJob_t OrthancPluginJob;

  /**
   * @brief The place in a DICOMweb document (JSON or XML) where a binary tag is being written.
   *
   * The core owns it; it is valid until the callback for binary tags returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
    _OrthancPluginDicomWebNode_t OrthancPluginDicomWebNode;

  /**
   * @brief The two ends of the DICOM association over which a request has come.
   *
   * The core owns it; it is valid until the callback that got it returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
    _OrthancPluginDicomConnection_t OrthancPluginDicomConnection;

  /**
   * @brief A reader for the body of an HTTP request that arrives in chunks.
   *
   * Here the roles are reversed: the plugin defines and creates the object, and the core only passes it back
   * to the functions given to OrthancPluginRegisterChunkedRestCallback(), the last of which frees it.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
    _OrthancPluginServerChunkedRequestReader_t OrthancPluginServerChunkedRequestReader;

  /**
   * @brief The listing of a WebDAV folder that a callback is filling.
   *
   * The core owns it; it is valid until the callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
    _OrthancPluginWebDavCollection_t OrthancPluginWebDavCollection;

  /**
   * @brief A position among the entries of a key-value store.
   *
   * Free it with OrthancPluginFreeKeysValuesIterator().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
    _OrthancPluginKeysValuesIterator_t OrthancPluginKeysValuesIterator;

  /* ====================================================================================================
     Structs: what the core and its plugins show to each other.
     ==================================================================================================== */

  /**
   * @brief An HTTP request, as the core shows it to a callback.
   *
   * The core owns the struct and everything it points to; all of it is valid until the callback returns.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** The HTTP method. */
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of groups. */
    uint32_t groupsCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** What the parenthesized groups in the path's regular expression have matched, in order. */
    const char* const* groups ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of getKeys and of getValues. */
    uint32_t getCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Names of the arguments in the query string of a GET request. */
    const char* const* getKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Values of these arguments, in the order of getKeys. */
    const char* const* getValues ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** What the client has sent with POST or PUT: bytes, not terminated by a zero. */
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Size of the body in bytes. */
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of headersKeys and of headersValues. */
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Names of the HTTP headers, in lower case. */
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Values of these headers, in the order of headersKeys. */
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Bytes that the HTTP authentication callback has attached to the request. */
    const void* authenticationPayload ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    /** Size of these bytes; 0 without an HTTP authentication callback. */
    uint32_t authenticationPayloadSize ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } OrthancPluginHttpRequest;

  /**
   * @brief Bytes that the core has allocated, their size counted in 32 bits.
   *
   * Release the content with OrthancPluginFreeMemoryBuffer(); the struct itself is the plugin's.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** The first of the bytes. */
    void* data ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** How many bytes there are. */
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Bytes that the core has allocated, their size counted in 64 bits.
   *
   * Release the content with OrthancPluginFreeMemoryBuffer64(); the struct itself is the plugin's.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    /** The first of the bytes. */
    void* data ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    /** How many bytes there are. */
    uint64_t size ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } OrthancPluginMemoryBuffer64;

  /**
   * @brief What the DICOM dictionary of the server knows about a tag.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    /** First half of the tag. */
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Second half of the tag. */
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Its value representation. */
    OrthancPluginValueRepresentation vr ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** The least number of values that it has. */
    uint32_t minMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** The greatest number of values that it has, 0 for any number. */
    uint32_t maxMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } OrthancPluginDictionaryEntry;

  /* ====================================================================================================
     Callbacks, Callbacks: functions of a plugin or of the core that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief Answer an HTTP request to a path that the plugin has registered.
   *
   * Must send its answer through "output" before it returns. With OrthancPluginRegisterRestCallback() the
   * core runs one such callback at a time; with OrthancPluginRegisterRestCallbackNoLock() several threads may
   * call it at once.
   *
   * @ingroup Callbacks
   * @param output The connection to the HTTP client, to be handed to the functions that answer. Valid until
   * the callback returns.
   * @param uri The requested path, without GET arguments, as UTF-8 text. Valid during the call.
   * @param request Method, headers, arguments and body of the request. Owned by the core, valid during the
   * call.
   * @return OrthancPluginErrorCode_Success, or what went wrong; the core turns the latter into an HTTP error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef OrthancPluginErrorCode (*OrthancPluginRestCallback)(
    OrthancPluginRestOutput* output,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief Learn that a DICOM instance has just been added to the Orthanc store.
   *
   * The core waits for this callback, possibly with locks held. Calls to the REST API from here can block for
   * ever; hand such work to a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param instance The instance, to be read with the accessors of OrthancPluginDicomInstance. Owned by the
   * core, valid during the call.
   * @param instanceId The Orthanc identifier of the instance. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef OrthancPluginErrorCode (*OrthancPluginOnStoredInstanceCallback)(
    const OrthancPluginDicomInstance* instance,
    const char* instanceId);

  /**
   * @brief Learn of a change to a resource or to the state of the server.
   *
   * The core waits for this callback, possibly with locks held. Calls to the REST API from here can block for
   * ever; hand such work to a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param changeType What has happened.
   * @param resourceType The level of the resource concerned, OrthancPluginResourceType_None if the change is
   * about no resource.
   * @param resourceId The Orthanc identifier of the resource. May be NULL if the change is about no resource,
   * such as the start of the server. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  typedef OrthancPluginErrorCode (*OrthancPluginOnChangeCallback)(
    OrthancPluginChangeType changeType,
    OrthancPluginResourceType resourceType,
    const char* resourceId);

  /**
   * @brief Decode one frame of a DICOM file into an image.
   *
   * Several threads may call it at once. When it fails, the core goes on to the next decoder; the
   * configuration option "BuiltinDecoderTranscoderOrder" says whether the built-in one comes before, after or
   * not at all.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with a new image, for instance from OrthancPluginCreateImage(). The
   * core takes it over and frees it.
   * @param dicom The DICOM file. Owned by the core, valid during the call.
   * @param size The number of bytes of the DICOM file.
   * @param frameIndex The number of the wanted frame, counted from 0.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginDecodeImageCallback)(
    OrthancPluginImage** target,
    const void* dicom,
    uint32_t size,
    uint32_t frameIndex);

  /**
   * @brief Release memory that the provider of this function has allocated.
   *
   * It lets the core give a block back to the C library that it was taken from.
   *
   * @ingroup Callbacks
   * @param buffer The block to release. It must not be used afterwards.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef void (*OrthancPluginFree)(
    void* buffer);

  /**
   * @brief Choose how a binary DICOM value appears in a DICOMweb document.
   *
   * A function of the core, handed to OrthancPluginDicomWebBinaryCallback and
   * OrthancPluginDicomWebBinaryCallback2. Call it only while that callback runs.
   *
   * @ingroup Callbacks
   * @param node The node that the callback got.
   * @param mode Leave the value out, write it inline, or refer to it by URI.
   * @param bulkDataUri The URI for mode OrthancPluginDicomWebBinaryMode_BulkDataUri. May be NULL in the other
   * modes. The core copies it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginDicomWebSetBinaryNode)(
    OrthancPluginDicomWebNode* node,
    OrthancPluginDicomWebBinaryMode mode,
    const char* bulkDataUri);

  /**
   * @brief Write a new file into the storage area.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param uuid The name under which the core will ask for the file later. Valid during the call.
   * @param content The bytes to write. Owned by the core, valid during the call.
   * @param size The length of the file in bytes.
   * @param type What kind of attachment the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCreate)(
    const char* uuid,
    const void* content,
    int64_t size,
    OrthancPluginContentType type);

  /**
   * @brief Read an entire file from the storage area.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @warning Take the block for "content" from malloc(), and from no other allocator: the core ends by
   * calling free() on it.
   *
   * @ingroup Callbacks
   * @param content Filled by the plugin with a block of memory that holds the file.
   * @param size Filled by the plugin with the number of bytes read.
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRead)(
    void** content,
    int64_t* size,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Read an entire file from the storage area into a buffer of the core.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with the whole file: create it with
   * OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadWhole)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Read consecutive bytes out of a file in the storage area.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param target A buffer that the core has created and will free. Its size is the number of bytes wanted;
   * write them to its memory, and create no other buffer.
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @param rangeStart The offset of the first wanted byte, counted from 0.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadRange)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type,
    uint64_t rangeStart);

  /**
   * @brief Delete a file from the storage area.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove)(
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Write a new file into the storage area, and attach data of the plugin to it.
   *
   * The core keeps the custom data in its database and hands it over whenever it reads or removes the file.
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param customData Filled by the plugin, if it wants, with bytes to remember along with the file: create
   * it with OrthancPluginCreateMemoryBuffer(). The core frees it. Left untouched, it means that there is
   * none.
   * @param uuid The name under which the core will ask for the file later. Valid during the call.
   * @param content The bytes to write, already compressed as "compressionType" tells. Owned by the core,
   * valid during the call.
   * @param size The number of bytes to write.
   * @param type What kind of attachment the file holds.
   * @param compressionType How the core has compressed the bytes, OrthancPluginCompressionType_None if not at
   * all.
   * @param dicomInstance The instance that the file belongs to. May be NULL if the file is something other
   * than a DICOM instance. Owned by the core, valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read consecutive bytes out of a file in the storage area, given its custom data.
   *
   * The core also reads entire files this way. Several threads may call the functions of a storage area at
   * once.
   *
   * @ingroup Callbacks
   * @param target A buffer that the core has created and will free. Its size is the number of bytes wanted;
   * write them to its memory, and create no other buffer.
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @param rangeStart The offset of the first wanted byte, counted from 0.
   * @param customData What the plugin attached to the file when it was created. Owned by the core, valid
   * during the call.
   * @param customDataSize The number of bytes of the custom data, 0 if there is none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Delete a file from the storage area, given its custom data.
   *
   * Several threads may call the functions of a storage area at once.
   *
   * @ingroup Callbacks
   * @param uuid The name that the file was created with. Valid during the call.
   * @param type What kind of attachment the file holds.
   * @param customData What the plugin attached to the file when it was created. Owned by the core, valid
   * during the call.
   * @param customDataSize The number of bytes of the custom data, 0 if there is none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove2)(
    const char* uuid,
    OrthancPluginContentType type,
    const void* customData,
    uint32_t customDataSize);

  /**
   * @brief Decide whether an HTTP request to Orthanc may go on.
   *
   * A refused client gets HTTP status 403. Several threads of the HTTP server may call it at once, so shared
   * data needs locks.
   *
   * @ingroup Callbacks
   * @param method The HTTP method.
   * @param uri The requested path, as UTF-8 text. Valid during the call.
   * @param ip The IP address that the request comes from. Valid during the call.
   * @param headersCount The number of entries in both arrays of headers.
   * @param headersKeys The names of the headers, in lower case. Valid during the call.
   * @param headersValues The values of the headers, in the order of the names. Valid during the call.
   * @return 1 lets the request pass, 0 refuses it, -1 tells of a failure.
   * @deprecated Use OrthancPluginIncomingHttpRequestFilter2, which also gets the GET arguments.
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
   * @brief Decide from method, path, headers and arguments whether an HTTP request may go on.
   *
   * A refused client gets HTTP status 403. Several threads of the HTTP server may call it at once, so shared
   * data needs locks. With HTTP Basic authentication, the user name is in the header "authorization": base64
   * of name, colon and password.
   *
   * @ingroup Callbacks
   * @param method The HTTP method.
   * @param uri The requested path, as UTF-8 text. Valid during the call.
   * @param ip The IP address that the request comes from. Valid during the call.
   * @param headersCount The number of entries in both arrays of headers.
   * @param headersKeys The names of the headers, in lower case. Valid during the call.
   * @param headersValues The values of the headers, in the order of the names. Valid during the call.
   * @param getArgumentsCount The number of entries in both arrays of arguments, 0 unless the method is GET.
   * @param getArgumentsKeys The names of the arguments of a GET request. Valid during the call.
   * @param getArgumentsValues The values of these arguments, in the order of the names. Valid during the
   * call.
   * @return 1 lets the request pass, 0 refuses it, -1 tells of a failure.
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
   * @brief Save a job of the plugin as JSON, so that it survives a restart of Orthanc.
   *
   * The core stores the text in its database. After the restart, an OrthancPluginJobsUnserializer makes a job
   * of it again. Orthanc 1.12.7 and 1.13.0 never call it: there, only a job from OrthancPluginCreateJob()
   * survives.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with a JSON object as UTF-8 text: create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob2().
   * @return 1 if the job is saved, 0 if jobs of this type are not meant to be, -1 tells of a failure.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef int32_t (*OrthancPluginJobGetSerialized2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief Make a job again from what was saved of it.
   *
   * Called when the jobs engine starts, once for every saved job that comes from a plugin.
   *
   * @ingroup Callbacks
   * @param jobType The type that the job was created with. Valid during the call.
   * @param serialized The JSON text that the job's serialization callback wrote, to which the core has added
   * the type as "Type". Valid during the call.
   * @return A new job made with OrthancPluginCreateJob() or OrthancPluginCreateJob2(), which the core takes
   * over. NULL if this plugin does not know the type.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJob* (*OrthancPluginJobsUnserializer)(
    const char* jobType,
    const char* serialized);

  /**
   * @brief Bring the metrics of the plugin up to date.
   *
   * Called when someone, such as Prometheus, is about to collect the metrics. Publish the figures with
   * OrthancPluginSetMetricsValue() or OrthancPluginSetMetricsIntegerValue(); what is costly to measure can be
   * measured here instead of all the time.
   *
   * @ingroup Callbacks
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginRefreshMetricsCallback)(void);

  /**
   * @brief Say how one binary value is to be written into a DICOMweb document.
   *
   * Called during OrthancPluginEncodeDicomWebJson() and OrthancPluginEncodeDicomWebXml(), for each element
   * whose VR is among OB, OD, OF, OL, OW and UN. Call "setter" once, or not at all to leave the value out.
   *
   * @ingroup Callbacks
   * @param node Where the value goes. Pass it on to "setter". Valid during the call.
   * @param setter The function of the core that takes the decision.
   * @param levelDepth How many sequences enclose the element, 0 at the top of the dataset. All three arrays
   * have this length.
   * @param levelTagGroup The groups of the tags of these sequences, outermost first. Valid during the call.
   * @param levelTagElement The element numbers of the tags of these sequences, outermost first. Valid during
   * the call.
   * @param levelIndex The position of the enclosing item in each of these sequences, counted from 0. Valid
   * during the call.
   * @param tagGroup The group of the element's tag.
   * @param tagElement The element number of the element's tag.
   * @param vr The VR of this element.
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
   * @brief Say how one binary value is to be written into a DICOMweb document, with a payload.
   *
   * Called during OrthancPluginEncodeDicomWebJson2() and OrthancPluginEncodeDicomWebXml2(), for each element
   * whose VR is among OB, OD, OF, OL, OW and UN. Call "setter" once, or not at all to leave the value out.
   *
   * @ingroup Callbacks
   * @param node Where the value goes. Pass it on to "setter". Valid during the call.
   * @param setter The function of the core that takes the decision.
   * @param levelDepth How many sequences enclose the element, 0 at the top of the dataset. All three arrays
   * have this length.
   * @param levelTagGroup The groups of the tags of these sequences, outermost first. Valid during the call.
   * @param levelTagElement The element numbers of the tags of these sequences, outermost first. Valid during
   * the call.
   * @param levelIndex The position of the enclosing item in each of these sequences, counted from 0. Valid
   * during the call.
   * @param tagGroup The group of the element's tag.
   * @param tagElement The element number of the element's tag.
   * @param vr The VR of this element.
   * @param payload The pointer that the plugin passed to the encoding function.
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
   * @brief Begin to receive a request by POST or PUT whose body comes in pieces.
   *
   * Several threads may call it at once. The core gives the reader back with
   * OrthancPluginServerChunkedRequestReaderFinalize.
   *
   * @ingroup Callbacks
   * @param reader Filled by the plugin with an object of its own that stands for this request. It lives until
   * it is finalized.
   * @param uri The requested path, as UTF-8 text. Valid during the call.
   * @param request Method, path groups and headers of the request, without a body. Valid during the call:
   * copy what is needed later.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderFactory)(
    OrthancPluginServerChunkedRequestReader** reader,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief Take the next piece of the body of a request.
   *
   * @ingroup Callbacks
   * @param reader The plugin's own object for this request, made by the factory.
   * @param data The bytes of this piece. Owned by the core, valid during the call.
   * @param size The number of bytes of this piece.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderAddChunk)(
    OrthancPluginServerChunkedRequestReader* reader,
    const void* data,
    uint32_t size);

  /**
   * @brief Answer a request whose body has arrived completely.
   *
   * @ingroup Callbacks
   * @param reader The plugin's own object for this request, made by the factory.
   * @param output The connection to the HTTP client, to be handed to the functions that answer. Valid until
   * the callback returns.
   * @return OrthancPluginErrorCode_Success, or what went wrong; the core turns the latter into an HTTP error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderExecute)(
    OrthancPluginServerChunkedRequestReader* reader,
    OrthancPluginRestOutput* output);

  /**
   * @brief Destroy the plugin's object for a request.
   *
   * Also called if the client went away or failed halfway through the body.
   *
   * @ingroup Callbacks
   * @param reader The plugin's own object for this request, made by the factory. The core does not use it
   * again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef void (*OrthancPluginServerChunkedRequestReaderFinalize)(
    OrthancPluginServerChunkedRequestReader* reader);

  /**
   * @brief Decide whether a DICOM instance that has arrived is stored.
   *
   * Covers every source, be it the DICOM protocol or HTTP. There is no metadata yet, so
   * OrthancPluginGetInstanceMetadata() cannot be used.
   *
   * @warning The core waits for this callback, possibly with locks held. Calls to the REST API from here can
   * block for ever; hand such work to a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param instance The instance that arrived. Owned by the core, valid during the call.
   * @return 1 stores the instance, 0 drops it, -1 tells of a failure.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  typedef int32_t (*OrthancPluginIncomingDicomInstanceFilter)(
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief Decide whether a DICOM instance that a C-STORE SCU sent is stored.
   *
   * There is no metadata yet, so OrthancPluginGetInstanceMetadata() cannot be used.
   *
   * @warning The core waits for this callback, possibly with locks held. Calls to the REST API from here can
   * block for ever; hand such work to a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param dimseStatus Filled by the plugin when it drops the instance: the DIMSE status with which the SCU
   * is answered.
   * @param instance The instance that arrived. Owned by the core, valid during the call.
   * @return 1 stores the instance, 0 drops it, -1 tells of a failure.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef int32_t (*OrthancPluginIncomingCStoreInstanceFilter)(
    uint16_t* dimseStatus,
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief Keep, replace or drop a DICOM file as soon as it arrives.
   *
   * Runs for every source, ahead of any transcoding and of the filters for incoming instances.
   *
   * @warning The core waits for this callback, possibly with locks held. Calls to the REST API from here can
   * block for ever; hand such work to a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param modifiedDicomBuffer Filled by the plugin, if it replaces the file, with the new one: create it
   * with OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param receivedDicomBuffer The DICOM file that arrived. Owned by the core, valid during the call.
   * @param receivedDicomBufferSize The number of bytes of that file.
   * @param origin Which way the file came.
   * @return OrthancPluginReceivedInstanceAction_KeepAsIs goes on with the file as it came,
   * OrthancPluginReceivedInstanceAction_Modify with the new one, OrthancPluginReceivedInstanceAction_Discard
   * drops it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef OrthancPluginReceivedInstanceAction (*OrthancPluginReceivedInstanceCallback)(
    OrthancPluginMemoryBuffer64* modifiedDicomBuffer,
    const void* receivedDicomBuffer,
    uint64_t receivedDicomBufferSize,
    OrthancPluginInstanceOrigin origin);

  /**
   * @brief Transcode a DICOM file to another transfer syntax.
   *
   * Several threads may call it at once. When it fails, the core goes on to the next transcoder; the
   * configuration option "BuiltinDecoderTranscoderOrder" says whether the built-in one comes before, after or
   * not at all.
   *
   * @ingroup Callbacks
   * @param transcoded Filled by the plugin with the resulting DICOM file: create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param buffer The DICOM file to transcode. Owned by the core, valid during the call.
   * @param size The number of bytes of that file.
   * @param allowedSyntaxes The UIDs of the acceptable transfer syntaxes, of which the plugin picks one. Valid
   * during the call.
   * @param countSyntaxes The number of entries in "allowedSyntaxes".
   * @param allowNewSopInstanceUid 1 if the result may have a new SOP instance UID, as lossy compression
   * demands, 0 if not.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a file to the listing of a WebDAV folder.
   *
   * A function of the core, handed to OrthancPluginWebDavListFolderCallback. Call it only while that callback
   * runs. The core copies all texts.
   *
   * @ingroup Callbacks
   * @param collection The listing, as the callback got it.
   * @param name The name of the file, without its path, as UTF-8 text.
   * @param size The number of bytes of the file. From SDK 1.12.11 on,
   * ORTHANC_PLUGINS_WEBDAV_UNKNOWN_FILE_SIZE leaves it out of the answer, for a file that is only made when
   * it is read.
   * @param mimeType The MIME type. May be NULL or empty, and is then guessed from the extension of the name.
   * @param dateTime When the file was created, in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFile)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    uint64_t size,
    const char* mimeType,
    const char* dateTime);

  /**
   * @brief Add a subfolder to the listing of a WebDAV folder.
   *
   * A function of the core, handed to OrthancPluginWebDavListFolderCallback. Call it only while that callback
   * runs. The core copies all texts.
   *
   * @ingroup Callbacks
   * @param collection The listing, as the callback got it.
   * @param name The name of the subfolder, without its path, as UTF-8 text.
   * @param dateTime When the subfolder was created, in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFolder)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    const char* dateTime);

  /**
   * @brief Hand the content of a WebDAV file to the core.
   *
   * A function of the core, handed to OrthancPluginWebDavRetrieveFileCallback. Call it only while that
   * callback runs. The core copies the content and all texts.
   *
   * @ingroup Callbacks
   * @param collection The answer, as the callback got it.
   * @param data The bytes of the file.
   * @param size The number of bytes of the file.
   * @param mimeType The MIME type. May be NULL or empty, and is then guessed from the extension of the name.
   * @param dateTime When the file was created, in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavRetrieveFile)(
    OrthancPluginWebDavCollection* collection,
    const void* data,
    uint64_t size,
    const char* mimeType,
    const char* dateTime);

  /**
   * @brief Tell whether a path of a WebDAV collection is a folder.
   *
   * @ingroup Callbacks
   * @param isExisting Filled by the plugin: 1 if there is such a folder, 0 if not.
   * @param pathSize The number of entries in "pathItems", 0 for the top of the collection.
   * @param pathItems The names along the path below the collection, outermost first, as UTF-8 text. Valid
   * during the call.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavIsExistingFolderCallback)(
    uint8_t* isExisting,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief List the files and subfolders of a WebDAV folder.
   *
   * Call "addFile" and "addFolder" once for each entry.
   *
   * @ingroup Callbacks
   * @param isExisting Filled by the plugin: 1 if there is such a folder, 0 if not.
   * @param collection The listing under way, to be passed on to "addFile" and "addFolder". Valid during the
   * call.
   * @param addFile The function of the core that takes one file.
   * @param addFolder The function of the core that takes one subfolder.
   * @param pathSize The number of entries in "pathItems", 0 for the top of the collection.
   * @param pathItems The names along the path below the collection, outermost first, as UTF-8 text. Valid
   * during the call.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read a file of a WebDAV collection.
   *
   * Call "retrieveFile" once with the content, or not at all if there is no such file.
   *
   * @ingroup Callbacks
   * @param collection The answer under way, to be passed on to "retrieveFile". Valid during the call.
   * @param retrieveFile The function of the core that takes the content.
   * @param pathSize The number of entries in "pathItems".
   * @param pathItems The names along the path below the collection, the file's own last, as UTF-8 text. Valid
   * during the call.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavRetrieveFileCallback)(
    OrthancPluginWebDavCollection* collection,
    OrthancPluginWebDavRetrieveFile retrieveFile,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Write a file that a WebDAV client uploads.
   *
   * The core takes "isReadOnly" for the answer to whether it was done, the opposite of what the name says.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the file is stored, 0 if nothing can be written here.
   * @param pathSize The number of entries in "pathItems".
   * @param pathItems The names along the path below the collection, the file's own last, as UTF-8 text. Valid
   * during the call.
   * @param data The bytes of the file. Owned by the core, valid during the call.
   * @param size The number of bytes of the file.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Make a folder that a WebDAV client asks for.
   *
   * The core takes "isReadOnly" for the answer to whether it was done, the opposite of what the name says.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the folder is made, 0 if nothing can be written here.
   * @param pathSize The number of entries in "pathItems".
   * @param pathItems The names along the path below the collection, the new folder's own last, as UTF-8 text.
   * Valid during the call.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavCreateFolderCallback)(
    uint8_t* isReadOnly,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Delete what a WebDAV client wants removed, be it a file or a folder.
   *
   * The core takes "isReadOnly" for the answer to whether it was done, the opposite of what the name says.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the item is gone, 0 if nothing can be written here.
   * @param pathSize The number of entries in "pathItems".
   * @param pathItems The names along the path below the collection, the item's own last, as UTF-8 text. Valid
   * during the call.
   * @param payload The pointer that the plugin gave when it registered the collection.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavDeleteItemCallback)(
    uint8_t* isReadOnly,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Carry out one operation on the database of a plugin.
   *
   * Several threads may call it at once. The messages are those of OrthancDatabasePlugin.proto, in the binary
   * format of Protocol Buffers.
   *
   * @ingroup Callbacks
   * @param response Filled by the plugin with the encoded response: create it with
   * OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param backend The plugin's own object, as given to OrthancPluginRegisterDatabaseBackendV4().
   * @param request The encoded request. Owned by the core, valid during the call.
   * @param requestSize The number of bytes of the request.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef OrthancPluginErrorCode (*OrthancPluginCallDatabaseBackendV4)(
    OrthancPluginMemoryBuffer64* response,
    void* backend,
    const void* request,
    uint64_t requestSize);

  /**
   * @brief Destroy the plugin's object for a database.
   *
   * @ingroup Callbacks
   * @param backend The plugin's own object, as given to OrthancPluginRegisterDatabaseBackendV4(). The core
   * does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef void (*OrthancPluginFinalizeDatabaseBackendV4)(
    void* backend);

  /**
   * @brief Find out who sends an HTTP request, and whether to serve it.
   *
   * Runs for each HTTP request, in place of the authentication that is built into Orthanc. Several threads
   * may call it at once.
   *
   * @ingroup Callbacks
   * @param status Filled by the plugin with the decision.
   * @param customPayload Filled by the plugin, if it grants access and wants to, with bytes that the REST
   * callback will find in its request: create it with OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param redirection Filled by the plugin, if it redirects the client, with the path to go to, relative to
   * the root of the HTTP server: create it with OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param uri The requested path, without GET arguments, as UTF-8 text. Valid during the call.
   * @param ip The IP address that the request comes from. Valid during the call.
   * @param headersCount The number of entries in both arrays of headers.
   * @param headersKeys The names of the headers, in lower case. Valid during the call.
   * @param headersValues The values of the headers, in the order of the names. Valid during the call.
   * @param getCount The number of entries in both arrays of arguments, 0 unless the method is GET.
   * @param getKeys The names of the arguments of a GET request. Valid during the call.
   * @param getValues The values of these arguments, in the order of the names. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Record what a user did to a resource, as reported by another plugin.
   *
   * Such reports come from OrthancPluginEmitAuditLog().
   *
   * @ingroup Callbacks
   * @param sourcePlugin The name of the reporting plugin, which decides what "action" and "logData" mean.
   * Valid during the call.
   * @param userId The person or program that acted. Valid during the call.
   * @param resourceType The level of the resource.
   * @param resourceId The identifier of the resource. Valid during the call.
   * @param action What was done. Valid during the call.
   * @param logData Further data, in a format of the reporting plugin. Owned by the core, valid during the
   * call.
   * @param logDataSize The number of bytes of "logData".
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer a C-FIND request for modality worklists.
   *
   * Add each matching worklist with OrthancPluginWorklistAddAnswer(); OrthancPluginWorklistIsMatch() does the
   * comparison. Prefer OrthancPluginWorklistCallback2 where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param answers The list that the answers go into. Valid during the call.
   * @param query What the SCU asks for. Owned by the core, valid during the call.
   * @param issuerAet The AET of the SCU. Valid during the call.
   * @param calledAet The AET by which the SCU calls Orthanc. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief Answer a C-FIND request for modality worklists, knowing the DICOM connection.
   *
   * Add each matching worklist with OrthancPluginWorklistAddAnswer(); OrthancPluginWorklistIsMatch() does the
   * comparison.
   *
   * @ingroup DicomCallbacks
   * @param answers The list that the answers go into. Valid during the call.
   * @param query What the SCU asks for. Owned by the core, valid during the call.
   * @param connection Who is asking, and from where. Owned by the core, valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback2)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief Answer a C-FIND request for patients, studies, series or instances.
   *
   * It stands in for the built-in C-FIND SCP; worklists go to OrthancPluginWorklistCallback instead. Add each
   * match with OrthancPluginFindAddAnswer(). Prefer OrthancPluginFindCallback2 where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param answers The list that the answers go into. Valid during the call.
   * @param query The tags and values that the SCU asks for. Owned by the core, valid during the call.
   * @param issuerAet The AET of the SCU. Valid during the call.
   * @param calledAet The AET by which the SCU calls Orthanc. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief Answer a C-FIND request for patients, studies, series or instances, knowing the DICOM connection.
   *
   * It stands in for the built-in C-FIND SCP; worklists go to OrthancPluginWorklistCallback2 instead. Add
   * each match with OrthancPluginFindAddAnswer().
   *
   * @ingroup DicomCallbacks
   * @param answers The list that the answers go into. Valid during the call.
   * @param query The tags and values that the SCU asks for. Owned by the core, valid during the call.
   * @param connection Who is asking, and from where. Owned by the core, valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback2)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief Begin to serve a C-MOVE request.
   *
   * Returns a driver: an object of the plugin that knows which instances to send, and sends one at each call
   * of OrthancPluginApplyMove. Equal AETs of source and target mean a query/retrieve. Prefer
   * OrthancPluginMoveCallback2 where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param resourceType The level of what is to be moved, OrthancPluginResourceType_None if the SCU left out
   * the Query/Retrieve Level (0008,0052).
   * @param patientId The Patient ID (0010,0020). May be NULL if the request has none. Valid during the call.
   * @param accessionNumber The Accession Number (0008,0050). May be NULL if the request has none. Valid
   * during the call.
   * @param studyInstanceUid The Study Instance UID (0020,000D). May be NULL if the request has none. Valid
   * during the call.
   * @param seriesInstanceUid The Series Instance UID (0020,000E). May be NULL if the request has none. Valid
   * during the call.
   * @param sopInstanceUid The SOP Instance UID (0008,0018). May be NULL if the request has none. Valid during
   * the call.
   * @param originatorAet The AET of the SCU. Valid during the call.
   * @param sourceAet The AET of the server that is asked to send the instances. Valid during the call.
   * @param targetAet The AET of the server that the instances are sent to. Valid during the call.
   * @param originatorId The Message ID (0000,0110) that the SCU gave its request.
   * @return The driver, NULL if the plugin cannot serve the request. The core gives it back with
   * OrthancPluginFreeMove.
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
   * @brief Begin to serve a C-MOVE request, knowing the DICOM connection.
   *
   * Returns a driver: an object of the plugin that knows which instances to send, and sends one at each call
   * of OrthancPluginApplyMove.
   *
   * @ingroup DicomCallbacks
   * @param resourceType The level of what is to be moved, OrthancPluginResourceType_None if the SCU left out
   * the Query/Retrieve Level (0008,0052).
   * @param patientId The Patient ID (0010,0020). May be NULL if the request has none. Valid during the call.
   * @param accessionNumber The Accession Number (0008,0050). May be NULL if the request has none. Valid
   * during the call.
   * @param studyInstanceUid The Study Instance UID (0020,000D). May be NULL if the request has none. Valid
   * during the call.
   * @param seriesInstanceUid The Series Instance UID (0020,000E). May be NULL if the request has none. Valid
   * during the call.
   * @param sopInstanceUid The SOP Instance UID (0008,0018). May be NULL if the request has none. Valid during
   * the call.
   * @param connection Who is asking, and from where. Owned by the core, valid during the call.
   * @param targetAet The AET of the server that the instances are sent to. Valid during the call.
   * @param originatorId The Message ID (0000,0110) that the SCU gave its request.
   * @return The driver, NULL if the plugin cannot serve the request. The core gives it back with
   * OrthancPluginFreeMove.
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
   * @brief Tell how many C-STORE sub-operations a C-MOVE takes.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver The driver that OrthancPluginMoveCallback or OrthancPluginMoveCallback2 made.
   * @return The number of sub-operations, which is how often OrthancPluginApplyMove will be called.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef uint32_t (*OrthancPluginGetMoveSize)(
    void* moveDriver);

  /**
   * @brief Carry out the next sub-operation of a C-MOVE.
   *
   * Keeping track of what comes next is up to the driver.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver The driver that OrthancPluginMoveCallback or OrthancPluginMoveCallback2 made.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginApplyMove)(
    void* moveDriver);

  /**
   * @brief Destroy the driver of a C-MOVE.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver The driver that OrthancPluginMoveCallback or OrthancPluginMoveCallback2 made. The core
   * does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef void (*OrthancPluginFreeMove)(
    void* moveDriver);

  /**
   * @brief Begin to serve a storage commitment request.
   *
   * All the instances are known here, so a plugin can fetch what it needs ahead of the single look-ups.
   * Prefer OrthancPluginStorageCommitmentFactory2 where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param handler Filled by the plugin with an object of its own for this request. The core gives it back
   * with OrthancPluginStorageCommitmentDestructor.
   * @param jobId The identifier of the Orthanc job that works through the request. Valid during the call.
   * @param transactionUid The Transaction UID (0008,1195) that the SCU chose. Valid during the call.
   * @param sopClassUids The SOP Class UIDs (0008,0016) of the instances. Valid during the call.
   * @param sopInstanceUids The SOP Instance UIDs (0008,0018) of the instances, in the same order. Valid
   * during the call.
   * @param countInstances The number of entries in each of the two arrays.
   * @param remoteAet The AET of the SCU. Valid during the call.
   * @param calledAet The AET by which the SCU calls Orthanc. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Begin to serve a storage commitment request, knowing the DICOM connection.
   *
   * All the instances are known here, so a plugin can fetch what it needs ahead of the single look-ups.
   *
   * @ingroup DicomCallbacks
   * @param handler Filled by the plugin with an object of its own for this request. The core gives it back
   * with OrthancPluginStorageCommitmentDestructor.
   * @param jobId The identifier of the Orthanc job that works through the request. Valid during the call.
   * @param transactionUid The Transaction UID (0008,1195) that the SCU chose. Valid during the call.
   * @param sopClassUids The SOP Class UIDs (0008,0016) of the instances. Valid during the call.
   * @param sopInstanceUids The SOP Instance UIDs (0008,0018) of the instances, in the same order. Valid
   * during the call.
   * @param countInstances The number of entries in each of the two arrays.
   * @param connection Who is asking, and from where. Owned by the core, valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Destroy the plugin's object for a storage commitment request.
   *
   * @ingroup DicomCallbacks
   * @param handler The plugin's own object for this request, made by the factory. The core does not use it
   * again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef void (*OrthancPluginStorageCommitmentDestructor)(
    void* handler);

  /**
   * @brief Tell whether the storage of one DICOM instance is committed.
   *
   * Called for one instance after the other; the progress of the job moves on with each.
   *
   * @ingroup DicomCallbacks
   * @param target Filled by the plugin: OrthancPluginStorageCommitmentFailureReason_Success if the instance
   * is safe, or why not.
   * @param handler The plugin's own object for this request, made by the factory.
   * @param sopClassUid The SOP Class UID (0008,0016) of the instance. Valid during the call.
   * @param sopInstanceUid The SOP Instance UID (0008,0018) of the instance. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Destroy the plugin's data of a job.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob() or
   * OrthancPluginCreateJob2(). The core does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef void (*OrthancPluginJobFinalize)(
    void* job);

  /**
   * @brief Tell how far a job has got.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob() or
   * OrthancPluginCreateJob2().
   * @return The share that is done, from 0 (nothing) to 1 (all).
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef float (*OrthancPluginJobGetProgress)(
    void* job);

  /**
   * @brief Describe a job of the plugin to people, as JSON.
   *
   * The description appears under "Content" in the REST API, and among the jobs in Orthanc Explorer.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob().
   * @return A JSON object as UTF-8 text. The plugin owns the text and keeps it until the next call for this
   * job.
   * @deprecated Use OrthancPluginJobGetContent2, which leaves no doubt about who frees the text.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetContent)(
    void* job);

  /**
   * @brief Describe a job of the plugin to people, as JSON in a buffer of the core.
   *
   * The description appears under "Content" in the REST API, and among the jobs in Orthanc Explorer.
   *
   * @ingroup Toolbox
   * @param target Filled by the plugin with a JSON object as UTF-8 text: create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob2().
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef OrthancPluginErrorCode (*OrthancPluginJobGetContent2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief Save a job of the plugin as JSON text, so that it survives a restart of Orthanc.
   *
   * The core stores the text in its database. After the restart, an OrthancPluginJobsUnserializer makes a job
   * of it again.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob().
   * @return A JSON object as UTF-8 text, NULL if jobs of this type are not meant to be saved. The plugin owns
   * the text and keeps it until the next call for this job.
   * @deprecated Use OrthancPluginJobGetSerialized2, which leaves no doubt about who frees the text.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetSerialized)(
    void* job);

  /**
   * @brief Do the next piece of work of a job.
   *
   * The core repeats the call until the result is something other than OrthancPluginJobStepStatus_Continue.
   * Keep each step short: pausing and cancelling take effect between two steps.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob() or
   * OrthancPluginCreateJob2().
   * @return Whether the job goes on, has succeeded or has failed.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJobStepStatus (*OrthancPluginJobStep)(
    void* job);

  /**
   * @brief React to a job that is no longer running.
   *
   * A job stops after its last step, when someone pauses or cancels it, or with the server. End threads and
   * delete temporary files here, but keep what a paused job needs to carry on.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob() or
   * OrthancPluginCreateJob2().
   * @param reason Why the job stops.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobStop)(
    void* job,
    OrthancPluginJobStopReason reason);

  /**
   * @brief Put a failed or cancelled job back to its beginning, because it will run again.
   *
   * The progress usually returns to 0. The job then queues as pending until the engine takes it up.
   *
   * @ingroup Toolbox
   * @param job The plugin's own data of the job, as given to OrthancPluginCreateJob() or
   * OrthancPluginCreateJob2().
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobReset)(
    void* job);

  /**
   * @brief Take one HTTP header of the answer to OrthancPluginChunkedHttpClient().
   *
   * @ingroup Toolbox
   * @param answer The plugin's own object for the answer, as given to that function.
   * @param key The name of the header. Valid during the call.
   * @param value The value of the header. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddHeader)(
    void* answer,
    const char* key,
    const char* value);

  /**
   * @brief Take the next piece of the answer's body from OrthancPluginChunkedHttpClient().
   *
   * @ingroup Toolbox
   * @param answer The plugin's own object for the answer, as given to that function.
   * @param data The bytes of this piece. Owned by the core, valid during the call.
   * @param size The number of bytes of this piece.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddChunk)(
    void* answer,
    const void* data,
    uint32_t size);

  /**
   * @brief Tell whether all pieces of a body to send have been read.
   *
   * OrthancPluginChunkedHttpClient() asks this ahead of each piece that goes out by POST or PUT, the first
   * included.
   *
   * @ingroup Toolbox
   * @param request The plugin's own object for the body, as given to that function.
   * @return 1 after the last piece, 0 while a piece is at hand.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef uint8_t (*OrthancPluginChunkedClientRequestIsDone)(
    void* request);

  /**
   * @brief Step to the next piece of a body to send.
   *
   * @ingroup Toolbox
   * @param request The plugin's own object for the body, as given to OrthancPluginChunkedHttpClient().
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientRequestNext)(
    void* request);

  /**
   * @brief Give the bytes of the current piece of a body to send.
   *
   * @ingroup Toolbox
   * @param request The plugin's own object for the body, as given to OrthancPluginChunkedHttpClient().
   * @return The bytes. The plugin owns them and keeps them until it is told to step to the next piece.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef const void* (*OrthancPluginChunkedClientRequestGetChunkData)(
    void* request);

  /**
   * @brief Give the size of the current piece of a body to send.
   *
   * @ingroup Toolbox
   * @param request The plugin's own object for the body, as given to OrthancPluginChunkedHttpClient().
   * @return The number of bytes of the piece.
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
   * @brief The connection of a plugin to the server; the first argument of every function.
   *
   * The core passes it to OrthancPluginInitialize(). Keep the pointer: it is valid until
   * OrthancPluginFinalize() returns.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct _OrthancPluginContext_t
  {
    /** For the core's own use. */
    void* pluginsManager ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** The version of the server, such as "1.12.8", or "mainline" for a development build. */
    const char* orthancVersion ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Releases a string or other memory that the core has allocated. */
    OrthancPluginFree Free ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Where every function of this header ends up; plugins call those functions, not this one. */
    OrthancPluginErrorCode (*InvokeService)(struct _OrthancPluginContext_t* context,
                                            _OrthancPluginService service,
                                            const void* params) ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginContext;

  /**
   * @brief Tell the server the name of the plugin.
   *
   * Every plugin defines and exports this function with C linkage, and three more: OrthancPluginInitialize(),
   * which gets the context and registers what the plugin offers, OrthancPluginFinalize(), which frees
   * everything when the server shuts down, and OrthancPluginGetVersion(). The server uses name and version to
   * tell plugins apart and to refuse one that it has loaded already.
   *
   * @return A short name that identifies the plugin. The server does not free it; it must stay valid while
   * the plugin is loaded.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGINS_API const char* OrthancPluginGetName(void);

  /* ====================================================================================================
     Functions, Images: pixel buffers, image files, fonts, and the zlib and gzip compression of buffers.
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
   * @brief Compress a block of bytes, or restore one that was compressed.
   *
   * The core does the work, with the zlib that it contains.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the result, allocated by the core; free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param source The bytes to process; only read.
   * @param size Number of bytes in source.
   * @param compression The scheme to apply or to undo.
   * @param uncompress 0 to compress, 1 to uncompress.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Get the pixel format of an image.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to ask.
   * @return The pixel format, OrthancPluginPixelFormat_Unknown in case of an error.
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
   * @brief Get the width of an image.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to ask.
   * @return The width in pixels, 0 in case of an error.
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
   * @brief Get the height of an image.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to ask.
   * @return The height in pixels, 0 in case of an error.
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
   * @brief Get the pitch of an image.
   *
   * The pitch is the distance in bytes from one row of pixels to the one below. Rows can be padded: it may be
   * more than the width times the size of a pixel.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to ask.
   * @return The pitch in bytes, 0 in case of an error.
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
   * @brief Get the memory that holds the pixels of an image.
   *
   * The rows follow each other from top to bottom, OrthancPluginGetImagePitch() bytes apart. What is written
   * there changes the image.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to ask.
   * @return The first row, NULL in case of an error. It belongs to the image and is gone when the image is
   * freed.
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
   * @brief Decode a PNG, JPEG or DICOM file into an image.
   *
   * Of a DICOM file, the first frame is decoded; OrthancPluginDecodeDicomImage() reaches the others.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param data The whole file; only read during the call.
   * @param size Number of bytes in data.
   * @param format The kind of file.
   * @return The decoded image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * @brief Free an image.
   *
   * Applies to every image that a function of this group returned, and for decoded frames of DICOM instances.
   * The memory under an image made by OrthancPluginCreateImageAccessor() stays with the plugin.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to free; not to be used afterwards.
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
   * @brief Encode pixels as a PNG file in memory.
   *
   * To send the file as the answer to a REST request, OrthancPluginCompressAndAnswerPngImage() is shorter.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the PNG file, allocated by the core; free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance from the start of one row to the start of the next, in bytes.
   * @param buffer The pixels, row after row from the top; only read during the call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Encode pixels as a JPEG file in memory.
   *
   * JPEG loses detail and has 8 bits per channel: convert other layouts to
   * OrthancPluginPixelFormat_Grayscale8 or OrthancPluginPixelFormat_RGB24 first, with
   * OrthancPluginConvertPixelFormat().
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the JPEG file, allocated by the core; free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance from the start of one row to the start of the next, in bytes.
   * @param buffer The pixels, row after row from the top; only read during the call.
   * @param quality Quality from 1 (smallest result) to 100 (closest to the original).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Copy an image into another pixel format.
   *
   * The source stays as it is. Not every pair of formats can be converted.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param source The image to convert.
   * @param targetFormat The pixel format of the copy.
   * @return The converted copy, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * @brief Count the fonts that the core can draw text with.
   *
   * The fonts serve OrthancPluginDrawText().
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @return The number of fonts, 0 in case of an error.
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
   * @brief Get the name of one of the fonts of the core.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param fontIndex Index of the font, counted from 0, below OrthancPluginGetFontsCount().
   * @return The name, NULL in case of an error. It lives as long as the core: do not free it.
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
   * @brief Get the size of one of the fonts of the core.
   *
   * Each font has one fixed size; the same typeface in another size is another font.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param fontIndex Index of the font, counted from 0, below OrthancPluginGetFontsCount().
   * @return The size, 0 in case of an error.
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
   * @brief Draw text onto an image.
   *
   * The pixels under the text are changed in place. What lies outside of the image is cut off.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param image The image to draw on.
   * @param fontIndex Index of the font, counted from 0, below OrthancPluginGetFontsCount().
   * @param utf8Text The text, in UTF-8.
   * @param x Column where the text starts, in pixels from the left edge.
   * @param y Row where the text starts, in pixels from the top edge.
   * @param r Red part of the colour, 0 to 255.
   * @param g Green part of the colour, 0 to 255.
   * @param b Blue part of the colour, 0 to 255.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Create an image of a given size.
   *
   * The core allocates the pixels and chooses the pitch. Write every pixel: the contents are undefined at
   * first.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @return The new image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * @brief Wrap pixels of the plugin as an image, without a copy.
   *
   * The image reads and writes the memory of the plugin itself.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance from the start of one row to the start of the next, in bytes.
   * @param buffer The pixels, owned by the plugin; they must stay in place until the image is freed.
   * @return The new image, NULL in case of an error. Free it with OrthancPluginFreeImage(). That leaves the
   * pixels alone.
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
   * @brief Decode one frame of a DICOM file into an image.
   *
   * If OrthancPluginRegisterDecodeImageCallback() was used, registered decoders take part. For an instance
   * that the core has already parsed, OrthancPluginGetInstanceDecodedFrame() does the same.
   *
   * @ingroup Images
   * @param context The core, as it presented itself to this plugin.
   * @param buffer The whole DICOM file; only read during the call.
   * @param bufferSize Number of bytes in the file.
   * @param frameIndex The frame to decode, counted from 0.
   * @return The decoded frame, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
     Functions, REST: the answers that a plugin gives to HTTP requests.
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
   * @brief Answer a REST request with a buffer.
   *
   * The status is 200. Cookies and headers must have been set before, and a request is answered only once.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param answer The body to send; only read during the call.
   * @param answerSize Length of the body in bytes.
   * @param mimeType MIME type of the body, such as "application/json".
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
   * @brief Answer a REST request with pixels, encoded as PNG.
   *
   * The core encodes and sends in one step.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance from the start of one row to the start of the next, in bytes.
   * @param buffer The pixels, row after row from the top; only read during the call.
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
   * @brief Answer a REST request with a redirection (status 301).
   *
   * Browsers keep a 301 in their cache.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param redirection The address to go to, sent as the Location header.
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
   * @brief Answer a REST request with a bare HTTP status.
   *
   * Four statuses have functions of their own, to be used instead: OrthancPluginAnswerBuffer() for 200,
   * OrthancPluginRedirect() for 301, OrthancPluginSendUnauthorized() for 401 and
   * OrthancPluginSendMethodNotAllowed() for 405. OrthancPluginSendHttpStatus() adds a body.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param status The HTTP status, such as 404.
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
   * @brief Answer a REST request with status 401, which asks the client to log in.
   *
   * The client is told to use HTTP Basic authentication.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param realm Name of the protected area, which a browser may show with its login form.
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
   * @brief Answer a REST request with status 405: the method is not for this path.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param allowedMethods The methods that would do, separated by commas, such as "GET,DELETE"; sent as the
   * Allow header.
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
   * @brief Add a cookie to the answer to a REST request.
   *
   * Call it before the function that sends the answer.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param cookie Name of the cookie.
   * @param value Value of the cookie.
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
   * @brief Add an HTTP header to the answer to a REST request.
   *
   * Call it before the function that sends the answer.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param key Name of the header.
   * @param value Value of the header.
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
   * @brief Begin to answer a REST request with a multipart body.
   *
   * The parts follow through OrthancPluginSendMultipartItem() or OrthancPluginSendMultipartItem2(). The
   * answer is complete when the REST callback returns.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param subType The kind of multipart: "mixed" or "related".
   * @param contentType MIME type of the parts.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send the next part of a multipart answer.
   *
   * Needs OrthancPluginStartMultipartAnswer() first. A client that has hung up shows as an error: stop then.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param answer Content of the part; only read during the call.
   * @param answerSize Length of the part in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer a REST request with an HTTP status and a body.
   *
   * The body is left out unless the configuration sets HttpDescribeErrors to true.
   * OrthancPluginSendHttpStatusCode() names the statuses that have functions of their own.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param status The HTTP status, such as 404.
   * @param body The bytes that explain the status.
   * @param bodySize Length of the body in bytes.
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
   * @brief Answer a REST request with pixels, encoded as JPEG.
   *
   * The core encodes and sends in one step. The same pixel formats go as for
   * OrthancPluginCompressJpegImage().
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param format How one pixel is laid out in memory.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance from the start of one row to the start of the next, in bytes.
   * @param buffer The pixels, row after row from the top; only read during the call.
   * @param quality Quality from 1 (smallest result) to 100 (closest to the original).
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
   * @brief Send the next part of a multipart answer, with HTTP headers for this part.
   *
   * Otherwise like OrthancPluginSendMultipartItem().
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param answer Content of the part; only read during the call.
   * @param answerSize Length of the part in bytes.
   * @param headersCount How many headers the part has.
   * @param headersKeys The names of these headers.
   * @param headersValues The values of these headers, in the order of the names.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Explain the error with which a REST callback is about to end.
   *
   * The text becomes the field Details of the JSON error message that the core sends. It counts only when the
   * callback then returns an error code, and only where the configuration has HttpDescribeErrors set to true.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param details The explanation, in UTF-8.
   * @param log 1 to write it to the log of Orthanc too, 0 not to.
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
   * @brief Begin to answer a REST request piece by piece.
   *
   * For a body that is long or whose length is not known yet: the pieces follow through
   * OrthancPluginSendStreamChunk(). The answer is complete when the REST callback returns.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param contentType MIME type of the whole body.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send the next piece of a streamed answer.
   *
   * Needs OrthancPluginStartStreamAnswer() first. A client that has hung up shows as an error: stop then.
   *
   * @ingroup REST
   * @param context The core, as it presented itself to this plugin.
   * @param output The HTTP answer under way, as handed to the REST callback.
   * @param answer The piece; only read during the call.
   * @param answerSize Length of the piece in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
     Functions, Callbacks: what a plugin registers to be called by the core, and the version check.
     ==================================================================================================== */

  /**
   * @brief Tell whether the running Orthanc is at least a given release.
   *
   * The plugin has to know by itself which release brought the functions that it calls; a plugin that needs
   * less than this header offers can thus run in an older Orthanc. A build of the development branch
   * ("mainline") always passes. The answer is no as well if the compiler of the plugin made an enumeration
   * other than 32 bits wide.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param expectedMajor First number of the oldest release that will do.
   * @param expectedMinor Second number of that release.
   * @param expectedRevision Third number of that release.
   * @return 1 if Orthanc is new enough, 0 if not: OrthancPluginInitialize() should then return an error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.0")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginCheckVersionAdvanced(
    const OrthancPluginContext* context,
    int32_t expectedMajor,
    int32_t expectedMinor,
    int32_t expectedRevision)
  {
    int32_t major = 0;
    int32_t minor = 0;
    int32_t revision = 0;

    /* The core takes integers and enumerations for 32 bits wide, whatever the compiler of the plugin makes of
       them. Every enumeration holds 0x7fffffff, so one tells of all. */
    if (sizeof(int) != sizeof(int32_t) ||
        sizeof(OrthancPluginErrorCode) != sizeof(int32_t))
    {
      return 0;
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
   * @brief Tell whether the running Orthanc is at least the release of this header.
   *
   * If so, the core knows every function declared here. A plugin calls it first of all in
   * OrthancPluginInitialize(), unless it uses OrthancPluginCheckVersionAdvanced() to support older servers.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @return 1 if Orthanc is new enough, 0 if not: OrthancPluginInitialize() should then return an error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginCheckVersion(
    const OrthancPluginContext* context)
  {
    /* Older than OrthancPluginCheckVersionAdvanced(), so it does without. */
    int32_t major = 0;
    int32_t minor = 0;
    int32_t revision = 0;

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

    if (major != ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER)
    {
      return major > ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER;
    }
    if (minor != ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER)
    {
      return minor > ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER;
    }
    return revision >= ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER;
  }

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    const char* pathRegularExpression ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    OrthancPluginRestCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginRestCallback;

  /**
   * @brief Serve the paths of the REST API that match a regular expression.
   *
   * Callbacks registered with this function run one at a time. Where requests must be served side by side,
   * use OrthancPluginRegisterRestCallbackNoLock().
   *
   * Call it while the plugin starts, in OrthancPluginInitialize(). A REST callback cannot call it: the core
   * changes no route while one is served.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression Perl regular expression for the path, upper and lower case distinct; the
   * texts of its groups reach the callback with the request.
   * @param callback The function that answers the requests.
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
   * @brief Serve the paths that match a regular expression, several requests at once.
   *
   * Unlike with OrthancPluginRegisterRestCallback(), the core holds no lock around the callback: it can run
   * in several HTTP threads at the same time, and has to protect the data that these share.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize(). A REST callback cannot call it: the core
   * changes no route while one is served.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression Perl regular expression for the path, upper and lower case distinct; the
   * texts of its groups reach the callback with the request.
   * @param callback The function that answers the requests. It must be thread-safe.
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
   * @brief Have a function called after each new DICOM instance was stored.
   *
   * @warning The core waits for the callback. A call back into Orthanc from there, above all into its REST
   * API, can deadlock; queue the event and handle it in a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function to call.
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
   * @brief Keep the files of Orthanc in a storage area of the plugin.
   *
   * It takes the place of the folder in the file system where Orthanc puts attachments by default.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create Writes a file.
   * @param read Reads a file, as a whole.
   * @param remove Deletes a file.
   * @deprecated Use OrthancPluginRegisterStorageArea3().
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
   * @brief Have a function called when something happens to a patient, study, series or instance.
   *
   * Changes of the server itself, such as its start and its stop, are reported too.
   *
   * @warning The core waits for the callback. A call back into Orthanc from there, above all into its REST
   * API, can deadlock; queue the event and handle it in a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function to call.
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
   * @brief Get the version of the database schema that this core works with.
   *
   * Of use to plugins that replace the database.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @return The version, 0 in case of an error.
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
   * @brief Write a file into the storage area that is in use.
   *
   * @warning Releases of Orthanc after 1.12.6 answer this with OrthancPluginErrorCode_NotImplemented.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea Handle of the storage area.
   * @param uuid UUID that names the file.
   * @param content The bytes of the file; only read.
   * @param size Number of bytes.
   * @param type What the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   * @deprecated Use OrthancPluginRestApiPut() on the attachments of a resource, such as
   * /instances/{id}/attachments/{name}.
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
   * @brief Read a file of the storage area that is in use.
   *
   * @warning Releases of Orthanc after 1.12.6 answer this with OrthancPluginErrorCode_NotImplemented.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the file, allocated by the core; free it with OrthancPluginFreeMemoryBuffer().
   * @param storageArea Handle of the storage area.
   * @param uuid UUID that names the file.
   * @param type What the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   * @deprecated Use OrthancPluginRestApiGet() on the attachments of a resource, such as
   * /instances/{id}/attachments/{name}/data.
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
   * @brief Delete a file of the storage area that is in use.
   *
   * @warning Releases of Orthanc after 1.12.6 answer this with OrthancPluginErrorCode_NotImplemented.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea Handle of the storage area.
   * @param uuid UUID that names the file.
   * @param type What the file holds.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   * @deprecated Use OrthancPluginRestApiDelete() on the attachments of a resource, such as
   * /instances/{id}/attachments/{name}.
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
   * @brief Fill the main DICOM tags of one level anew from the stored files.
   *
   * Reserved for a database plugin that is upgrading its schema. The core opens the transaction for it.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param storageArea Handle of the storage area.
   * @param level The level (patient, study, series or instance) whose resources are processed.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a decoder for the frames of DICOM images.
   *
   * It comes on top of the decoder that Orthanc has, which relies on DCMTK. Which of the two is asked first,
   * or alone, is set by BuiltinDecoderTranscoderOrder in the configuration (Orthanc 1.7.0 and later).
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The decoder.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Let a function accept or refuse each HTTP request.
   *
   * A refused request gets status 403. The filter can run in several HTTP threads at once, and does not see
   * the arguments of the query.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The filter. It must be thread-safe.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   * @deprecated Use OrthancPluginRegisterIncomingHttpRequestFilter2().
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
   * @brief Let a function accept or refuse each HTTP request, arguments included.
   *
   * A refused request gets status 403. The filter can run in several HTTP threads at once. To find out who
   * sends the request, see OrthancPluginRegisterHttpAuthentication().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The filter. It must be thread-safe.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Let a function recreate the jobs of the plugin after a restart.
   *
   * When the jobs engine starts, the core passes on each job that it finds in the database.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param unserializer The function that makes a job from its saved JSON.
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
   * @brief Have a function called when somebody asks for the metrics.
   *
   * It brings the metrics of the plugin up to date, with OrthancPluginSetMetricsIntegerValue() or
   * OrthancPluginSetMetricsValue(). Good for figures that cost too much to be updated all the time.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that updates the metrics.
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
   * @brief Serve the paths that match a regular expression, with bodies that arrive in pieces.
   *
   * A POST or PUT creates a reader of the plugin, which gets the body piece by piece, so that a large upload
   * never has to fit in memory as a whole. GET and DELETE work as in other REST callbacks. There is no lock:
   * callbacks can run in several HTTP threads at once and have to protect what they share.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize(). A REST callback cannot call it: the core
   * changes no route while one is served.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param pathRegularExpression Perl regular expression for the path, upper and lower case distinct; the
   * texts of its groups reach the callback with the request.
   * @param getHandler Answers GET requests.
   * @param postHandler Creates the reader of a POST request.
   * @param deleteHandler Answers DELETE requests.
   * @param putHandler Creates the reader of a PUT request.
   * @param addChunk Hands a reader the next piece of the body.
   * @param execute Answers the request, when its reader has the entire body.
   * @param finalize Frees a reader.
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
   * @brief Let a function accept or refuse each DICOM instance that arrives.
   *
   * It does not matter whether the instance came by REST or by DICOM. Several plugins may each have a filter.
   * For instances that come by C-STORE alone, and to choose the DIMSE status, see
   * OrthancPluginRegisterIncomingCStoreInstanceFilter().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The filter.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Let a function accept or refuse each DICOM instance that arrives by C-STORE.
   *
   * For a refused instance, the filter sets the DIMSE status that the sender receives. Several plugins may
   * each have a filter. Uploads through REST do not pass through it.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The filter.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Let a function keep, replace or discard each DICOM instance that arrives.
   *
   * It sees instances from REST and from C-STORE, before they are transcoded and before filters of the kind
   * of OrthancPluginRegisterIncomingDicomInstanceFilter(). Only one plugin in a server can register it.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that decides.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a transcoder, which changes the transfer syntax of DICOM instances.
   *
   * It comes on top of the one that Orthanc has, which relies on DCMTK. Which is asked first, or alone, is
   * set by BuiltinDecoderTranscoderOrder in the configuration.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The transcoder.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Keep the files of Orthanc in a storage area of the plugin that can read parts of files.
   *
   * It takes the place of the folder in the file system where Orthanc puts attachments by default.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create Writes a file.
   * @param readWhole Reads a file from its start to its end.
   * @param readRange Reads part of a file. May be NULL if the plugin can only read whole files.
   * @param remove Deletes a file.
   * @deprecated Use OrthancPluginRegisterStorageArea3().
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
   * @brief Publish a tree of folders and files of the plugin through WebDAV.
   *
   * WebDAV clients find the tree below the given path, next to the REST API.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param uri Path of the root of the tree; its first character is a slash.
   * @param isExistingFolder Tells whether a folder exists.
   * @param listFolder Lists what a folder contains.
   * @param retrieveFile Reads a file.
   * @param storeFile Writes a file that a client uploads.
   * @param createFolder Makes a new folder.
   * @param deleteItem Deletes a file, or a folder.
   * @param payload A pointer of the plugin, handed to each of these callbacks unchanged.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Keep the files of Orthanc in a storage area of the plugin, with custom data per file.
   *
   * The plugin may attach bytes of its own to each file when it writes it, such as a location; the database
   * keeps them, and the core hands them back to read or delete the file. It takes the place of the folder in
   * the file system where Orthanc puts attachments by default.
   *
   * Call it while the plugin starts, in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param create Writes a file, and may supply its custom data.
   * @param readRange Reads part of a file, or all of it.
   * @param remove Deletes a file.
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
   * @brief Replace the database of Orthanc by one of the plugin.
   *
   * Requests and answers are messages in the protocol buffers format; OrthancDatabasePlugin.proto, in the
   * sources of Orthanc, defines them.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param backend The database, as a pointer of the plugin that is handed to both callbacks unchanged.
   * @param maxDatabaseRetries How often a transaction that collides with another is tried again before it
   * ends with OrthancPluginErrorCode_DatabaseCannotSerialize.
   * @param operations Carries out one request.
   * @param finalize Frees the database object.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Let a function authenticate each HTTP request.
   *
   * The function can grant the request, refuse it, or send the user to another page, typically to log in;
   * with OrthancPluginHttpAuthenticationStatus_Forbidden it decides about permission too. If it grants the
   * request, it may add a payload, which REST callbacks find as authenticationPayload in
   * OrthancPluginHttpRequest. Filters of the kind of OrthancPluginRegisterIncomingHttpRequestFilter2() do not
   * see that payload.
   *
   * It replaces the authentication of the core: AuthenticationEnabled and RegisteredUsers in the
   * configuration no longer have an effect, nor do tokens of
   * OrthancPluginGenerateRestApiAuthorizationToken(). It thereby also permits public paths in a server where
   * RemoteAccessAllowed is true. Only one plugin in a server can register it.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that authenticates.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Have a function called for each audit log that a plugin emits.
   *
   * Audit logs are emitted with OrthancPluginEmitAuditLog(); the handler can store them or pass them on.
   *
   * @ingroup Callbacks
   * @param context The core, as it presented itself to this plugin.
   * @param handler The function to call.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
     Functions, DicomCallbacks: DICOM services (C-FIND, C-MOVE, storage commitment) of a plugin.
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    OrthancPluginWorklistCallback callback ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } _OrthancPluginWorklistCallback;

  /**
   * @brief Answer C-FIND requests for modality worklists.
   *
   * Orthanc then acts as a worklist SCP. To see more of the association than two AETs, use
   * OrthancPluginRegisterWorklistCallback2() where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that answers the requests.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a worklist to the answers to a worklist request.
   *
   * The core compares the worklist with the query once more and strips what the SCU did not ask for, or what
   * it could not match: a query by both ScheduledProcedureStepStartDate and ScheduledProcedureStepStartTime
   * is such a case. OrthancPluginCreateDicom() makes the file from JSON.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers The answers collected so far, as handed to the callback.
   * @param query The worklist query, as handed to the callback.
   * @param dicom The worklist as a DICOM file; only read during the call.
   * @param size Length of that file in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Declare that the answers to a worklist request are not all there are.
   *
   * Call it when the search is ended early, because it matches too much.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers The answers collected so far, as handed to the callback.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Tell whether a worklist matches a worklist query.
   *
   * A plugin asks this of each candidate before it calls OrthancPluginWorklistAddAnswer().
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query The worklist query, as handed to the callback.
   * @param dicom The candidate as a DICOM file; only read during the call.
   * @param size Length of that file in bytes.
   * @return 1 for a match, 0 for none or in case of an error.
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
   * @brief Get a worklist query as a DICOM file.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the DICOM file, allocated by the core; free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param query The worklist query, as handed to the callback.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer C-FIND requests, those for modality worklists excepted.
   *
   * The plugin takes the place of the database of Orthanc for these requests. To see more of the association
   * than two AETs, use OrthancPluginRegisterFindCallback2() where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that answers the requests.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a match to the answers to a C-FIND request.
   *
   * Worklist requests have OrthancPluginWorklistAddAnswer() instead. OrthancPluginCreateDicom() makes the
   * file from JSON.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers The answers collected so far, as handed to the callback.
   * @param dicom The match as a DICOM file; only read during the call.
   * @param size Length of that file in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Declare that the answers to a C-FIND request are not all there are.
   *
   * Call it when the search is ended early, because it matches too much. Worklist requests have
   * OrthancPluginWorklistMarkIncomplete() instead.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param answers The answers collected so far, as handed to the callback.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Count the tags of a C-FIND query.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query The DICOM query, as handed to the callback.
   * @return The number of tags, 0 in case of an error.
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
   * @brief Get group and element of a tag of a C-FIND query.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param group Set to the group, such as 0x0010.
   * @param element Set to the element, such as 0x0020.
   * @param query The DICOM query, as handed to the callback.
   * @param index Position of the tag, counted from 0, below OrthancPluginGetFindQuerySize().
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Get the name of a tag of a C-FIND query.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query The DICOM query, as handed to the callback.
   * @param index Position of the tag, counted from 0, below OrthancPluginGetFindQuerySize().
   * @return The name, such as "PatientID", NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Get what a C-FIND query asks of one tag.
   *
   * This can be a plain value, a pattern with wildcards, a range, a list, or nothing if the SCU only wants to
   * have the tag.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param query The DICOM query, as handed to the callback.
   * @param index Position of the tag, counted from 0, below OrthancPluginGetFindQuerySize().
   * @return The value, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Answer C-MOVE requests.
   *
   * For each request the plugin creates a driver, which the core then asks for one sub-operation after the
   * other. To see more of the association than two AETs, use OrthancPluginRegisterMoveCallback2() where the
   * core has it.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback Creates the driver that carries out a request.
   * @param getMoveSize Tells how many sub-operations a driver has.
   * @param applyMove Carries out the next sub-operation of a driver.
   * @param freeMove Frees a driver.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer storage commitment requests.
   *
   * For each request the plugin creates a handler, which a job of the core asks about the SOP instances one
   * by one. To see more of the association than two AETs, use
   * OrthancPluginRegisterStorageCommitmentScpCallback2() where the core has it.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param factory Creates the handler of a request.
   * @param destructor Frees a handler.
   * @param lookup Tells the state of one SOP instance of the request.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer C-FIND requests for modality worklists, knowing the DICOM connection.
   *
   * Like OrthancPluginRegisterWorklistCallback(), but the callback gets a handle of the connection.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that answers the requests.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer C-FIND requests other than for worklists, knowing the DICOM connection.
   *
   * Like OrthancPluginRegisterFindCallback(), but the callback gets a handle of the connection.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback The function that answers the requests.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer C-MOVE requests, knowing the DICOM connection.
   *
   * Like OrthancPluginRegisterMoveCallback(), but the callback gets a handle of the connection.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param callback Creates the driver that carries out a request.
   * @param getMoveSize Tells how many sub-operations a driver has.
   * @param applyMove Carries out the next sub-operation of a driver.
   * @param freeMove Frees a driver.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Answer storage commitment requests, knowing the DICOM connection.
   *
   * Like OrthancPluginRegisterStorageCommitmentScpCallback(), but the factory gets a handle of the
   * connection.
   *
   * @ingroup DicomCallbacks
   * @param context The core, as it presented itself to this plugin.
   * @param factory Creates the handler of a request.
   * @param destructor Frees a handler.
   * @param lookup Tells the state of one SOP instance of the request.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
     Functions, Orthanc: reach what the server stores, and its own REST API.
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    OrthancPluginMemoryBuffer* target ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    const char* instanceId ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } _OrthancPluginGetDicomForInstance;

  /**
   * @brief Read the DICOM file of a stored instance.
   *
   * The whole file is copied into memory, pixel data included. OrthancPluginLoadDicomInstance() can read
   * less, and returns it parsed. An identifier that the server does not know gives
   * OrthancPluginErrorCode_UnknownResource.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the file, DICOM preamble and all; free it with OrthancPluginFreeMemoryBuffer().
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a GET request to the server's own REST API.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Routes that plugins
   * add or override are not seen. An answer that is an HTTP error comes back as an error code,
   * OrthancPluginErrorCode_UnknownResource standing for a 404. OrthancPluginCallRestApi() also gives the
   * status and the headers.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/changes?limit=10"; a query string may follow it.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a GET request to the REST API, routes of plugins included.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Unlike
   * OrthancPluginRestApiGet(), it also reaches what plugins registered, and a route that a plugin overrides
   * is answered by that plugin. Calling the very route that is being answered recurses without end. An answer
   * that is an HTTP error comes back as an error code, OrthancPluginErrorCode_UnknownResource standing for a
   * 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/changes?limit=10"; a query string may follow it.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a POST request to the server's own REST API.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Routes that plugins
   * add or override are not seen. An answer that is an HTTP error comes back as an error code,
   * OrthancPluginErrorCode_UnknownResource standing for a 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @param body What to send, uninterpreted bytes (most routes want JSON in UTF-8). Only read during the
   * call.
   * @param bodySize How many bytes the body has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a POST request to the REST API, routes of plugins included.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Unlike
   * OrthancPluginRestApiPost(), it also reaches what plugins registered, and a route that a plugin overrides
   * is answered by that plugin. Calling the very route that is being answered recurses without end. An answer
   * that is an HTTP error comes back as an error code, OrthancPluginErrorCode_UnknownResource standing for a
   * 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @param body What to send, uninterpreted bytes (most routes want JSON in UTF-8). Only read during the
   * call.
   * @param bodySize How many bytes the body has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a DELETE request to the server's own REST API.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Routes that plugins
   * add or override are not seen. Whatever body the answer has is dropped. An answer that is an HTTP error
   * comes back as an error code, OrthancPluginErrorCode_UnknownResource standing for a 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDelete(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDelete, uri);
  }

  /**
   * @brief Send a DELETE request to the REST API, routes of plugins included.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Unlike
   * OrthancPluginRestApiDelete(), it also reaches what plugins registered, and a route that a plugin
   * overrides is answered by that plugin. Calling the very route that is being answered recurses without end.
   * Whatever body the answer has is dropped. An answer that is an HTTP error comes back as an error code,
   * OrthancPluginErrorCode_UnknownResource standing for a 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDeleteAfterPlugins(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDeleteAfterPlugins, uri);
  }

  /**
   * @brief Send a PUT request to the server's own REST API.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Routes that plugins
   * add or override are not seen. An answer that is an HTTP error comes back as an error code,
   * OrthancPluginErrorCode_UnknownResource standing for a 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @param body What to send, uninterpreted bytes (most routes want JSON in UTF-8). Only read during the
   * call.
   * @param bodySize How many bytes the body has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a PUT request to the REST API, routes of plugins included.
   *
   * The call has the rights of the server itself: no login, no authorization callback. Unlike
   * OrthancPluginRestApiPut(), it also reaches what plugins registered, and a route that a plugin overrides
   * is answered by that plugin. Calling the very route that is being answered recurses without end. An answer
   * that is an HTTP error comes back as an error code, OrthancPluginErrorCode_UnknownResource standing for a
   * 404.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags"; percent-encode what a URI cannot
   * hold.
   * @param body What to send, uninterpreted bytes (most routes want JSON in UTF-8). Only read during the
   * call.
   * @param bodySize How many bytes the body has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Find the Orthanc identifier of a patient from its Patient ID.
   *
   * The index of the database answers this, without opening a file. DICOM tag (0010,0020) is compared without
   * regard to case and to spaces around it; wildcards have no effect.
   * It is an error, OrthancPluginErrorCode_UnknownResource, if none matches.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param patientID Patient ID to search for, in UTF-8.
   * @return The Orthanc identifier, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Find the Orthanc identifier of a study from its Study Instance UID.
   *
   * The index of the database answers this, without opening a file. DICOM tag (0020,000d) is compared without
   * regard to case and to spaces around it; wildcards have no effect. Studies of different patients that
   * share a UID are separate to Orthanc, and then none is chosen.
   * It is an error, OrthancPluginErrorCode_UnknownResource, if not exactly one study matches.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param studyUID Study Instance UID to search for, in UTF-8.
   * @return The Orthanc identifier, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Find the Orthanc identifier of a study from its Accession Number.
   *
   * The index of the database answers this, without opening a file. DICOM tag (0008,0050) is compared without
   * regard to case and to spaces around it; wildcards have no effect. When several studies carry the number,
   * none is chosen: ask /tools/find for all of them.
   * It is an error, OrthancPluginErrorCode_UnknownResource, if not exactly one study matches.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param accessionNumber Accession Number to search for, in UTF-8.
   * @return The Orthanc identifier, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Find the Orthanc identifier of a series from its Series Instance UID.
   *
   * The index of the database answers this, without opening a file. DICOM tag (0020,000e) is compared without
   * regard to case and to spaces around it; wildcards have no effect. As long as two copies below different
   * patients or studies share a UID, neither is chosen.
   * It is an error, OrthancPluginErrorCode_UnknownResource, if not exactly one series matches.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param seriesUID Series Instance UID to search for, in UTF-8.
   * @return The Orthanc identifier, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Find the Orthanc identifier of a SOP instance from its SOP Instance UID.
   *
   * The index of the database answers this, without opening a file. DICOM tag (0008,0018) is compared without
   * regard to case and to spaces around it; wildcards have no effect. As long as two copies below different
   * parents share a UID, neither is chosen.
   * It is an error, OrthancPluginErrorCode_UnknownResource, if not exactly one instance matches.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param sopInstanceUID SOP Instance UID to search for, in UTF-8.
   * @return The Orthanc identifier, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Read a setting that a plugin keeps in the database.
   *
   * Numbers under 1024 belong to the server.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param property Number of the setting. Plugins have no way to claim one, so make it configurable.
   * @param defaultValue Text, in UTF-8, that is returned while nothing has been written under this number.
   * @return The text, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Write a setting into the database, where it outlives a restart.
   *
   * Numbers under 1024 are the server's and are refused. For more than a few short values,
   * OrthancPluginStoreKeyValue() is the better place.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param property Number of the setting, 1024 or above. Plugins have no way to claim one, so make it
   * configurable.
   * @param value New text, in UTF-8. It is copied.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send a GET request with HTTP headers to the REST API.
   *
   * The call has the rights of the server itself: no login, no authorization callback. An answer that is an
   * HTTP error comes back as an error code, OrthancPluginErrorCode_UnknownResource standing for a 404.
   * OrthancPluginCallRestApi() also takes other methods, and gives status and headers of the answer.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/changes?limit=10"; a query string may follow it.
   * @param headersCount How many headers are sent.
   * @param headersKeys Names of the headers, headersCount strings. May be NULL if there are none.
   * @param headersValues Values in the order of the names, headersCount strings. May be NULL if there are
   * none.
   * @param afterPlugins 0 reaches only the server's own routes, 1 those of plugins too.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Create a token with which an HTTP client may use the whole REST API.
   *
   * It is meant for helper processes of the plugin: they cannot use its context, but can talk HTTP to the
   * server without a user of their own. A token is good for this run of the server; a secret like any
   * password, it must not get into a log.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @return The token, the word "Bearer" included, as the Authorization header takes it; NULL in case of an
   * error. Free it with OrthancPluginFreeString().
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
   * @brief Send any request to the REST API, and get body, headers and status of the answer.
   *
   * The call has the rights of the server itself: no login, no authorization callback. It does what the other
   * REST functions do, in one call. An HTTP error arrives with its status; in C, the call then may also return
   * an error code, depending on the route.
   *
   * @ingroup Orthanc
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody Filled with the body of the answer, left alone after a DELETE; free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param answerHeaders Filled with the headers of the answer, a JSON object from name to value; free it
   * with OrthancPluginFreeMemoryBuffer(). May be NULL if they are of no use.
   * @param httpStatus Set to the status of the answer. Not set when the call fails with an error code.
   * @param method Which of the HTTP methods to use.
   * @param uri Path below the root of the API, such as "/changes?limit=10"; a GET may have a query string.
   * @param headersCount How many headers are sent.
   * @param headersKeys Names of the headers, headersCount strings. May be NULL if there are none.
   * @param headersValues Values in the order of the names, headersCount strings. May be NULL if there are
   * none.
   * @param body What a POST or PUT sends, uninterpreted bytes; other methods have none.
   * @param bodySize How many bytes the body has.
   * @param afterPlugins 0 reaches only the server's own routes, 1 those of plugins too.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
     Functions, DicomInstance: look into a DICOM instance that the server holds in memory.
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
   * @brief Tell which AET sent an instance.
   *
   * Only what came in by C-STORE has one; other origins give an empty string.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The calling AET, NULL in case of an error. It belongs to the instance: copy what must outlive it,
   * and do not free it.
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
   * @brief Tell how large the DICOM file of an instance is.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The size in bytes, -1 when that fails.
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
   * @brief Access the DICOM file of an instance, in memory.
   *
   * OrthancPluginGetInstanceSize() tells how many bytes there are. Nothing is copied.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The first byte of the file, NULL in case of an error. It belongs to the instance: copy what must
   * outlive it, and do not free it.
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
   * @brief Describe an instance as JSON, with the name, type and value of every tag.
   *
   * Keys are tags such as "0010,0020". OrthancPluginGetInstanceAdvancedJson() leaves the format to the
   * caller.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The JSON document, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Describe an instance as JSON, from the name of every tag to its value.
   *
   * Keys are names such as "PatientID", which is shorter than OrthancPluginGetInstanceJson(), but private
   * tags are hard to tell apart.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The JSON document, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Test whether an instance has a given metadata.
   *
   * During a callback for stored instances, only the metadata set at reception are there, among them
   * "ReceptionDate" and, after a C-STORE, "RemoteAET".
   *
   * @warning A name that is neither built into the server nor declared in its configuration option
   * "UserMetadata" is answered with 1 by servers such as 1.10.1. OrthancPluginGetInstanceMetadata() is
   * reliable.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param metadata Name of the metadata, such as "ReceptionDate".
   * @return 1 if it is there, 0 if not, -1 when the test fails.
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
   * @brief Read a metadata of an instance.
   *
   * OrthancPluginHasInstanceMetadata() tells first whether there is one.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param metadata Name of the metadata, such as "ReceptionDate".
   * @return The value, in UTF-8; NULL if the instance lacks this metadata. It belongs to the instance: copy
   * what must outlive it, and do not free it.
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
   * @brief Tell by which way an instance came into the server.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The origin, OrthancPluginInstanceOrigin_Unknown also when the call fails.
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
   * @brief Read the UID of an instance's transfer syntax.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The UID, empty where the file does not tell; NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Test whether an instance has the Pixel Data tag (7fe0,0010).
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return 1 if it has pixel data, 0 if not, -1 when the test fails.
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
   * @brief Parse a DICOM file that lies in memory.
   *
   * Nothing is stored in the server: the instance exists for this plugin only. The file is copied.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param buffer The DICOM file. Not needed any more after the call.
   * @param size Size of the file in bytes.
   * @return The instance, NULL in case of an error, for example if this is no DICOM. Free it with
   * OrthancPluginFreeDicomInstance().
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
   * @brief Free an instance that the plugin created.
   *
   * That is one from OrthancPluginCreateDicomInstance(), OrthancPluginTranscodeDicomInstance() or
   * OrthancPluginLoadDicomInstance(). An instance that was handed to a callback is the server's, and must not
   * be freed.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param dicom The instance. It must not be used afterwards, nor what was borrowed from it.
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
   * @brief Count the frames of an instance.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return The number of frames, 0 when the call fails.
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
   * @brief Copy one frame as the file has it, without decoding it.
   *
   * In a compressed transfer syntax, this is a JPEG, JPEG-LS or JPEG 2000 stream, put together from all
   * fragments of the frame. Otherwise it is the plain pixels.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the bytes of the frame; free it with OrthancPluginFreeMemoryBuffer().
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param frameIndex Which frame, starting from 0; OrthancPluginGetInstanceFramesCount() tells how many
   * there are.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Decode one frame into an image.
   *
   * Decoders that plugins registered take part, besides the one of the server.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param frameIndex Which frame, starting from 0; OrthancPluginGetInstanceFramesCount() tells how many
   * there are.
   * @return The image, NULL in case of an error, for example if no decoder knows the transfer syntax. Free it
   * with OrthancPluginFreeImage().
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
   * @brief Parse a DICOM file that lies in memory, converted to another transfer syntax.
   *
   * A lossy target makes another image of it, with a new SOP Instance UID. Transcoders of plugins take part.
   * Nothing is stored in the server; OrthancPluginSerializeDicomInstance() gives the resulting file.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param buffer The DICOM file to convert. Not needed any more after the call.
   * @param size Size of the file in bytes.
   * @param transferSyntax UID of the wanted transfer syntax, such as "1.2.840.10008.1.2.1".
   * @return The converted instance, NULL in case of an error, for example if no transcoder can do it. Free it
   * with OrthancPluginFreeDicomInstance().
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
   * @brief Write an instance as a DICOM file in memory.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the file; free it with OrthancPluginFreeMemoryBuffer().
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Describe an instance as JSON, in a chosen format.
   *
   * OrthancPluginDicomBufferToJson() does the same for a file that has not been parsed.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param format How tags and values are written.
   * @param flags Which tags are written and how binary ones are, a bitwise OR of flags.
   * @param maxStringLength Longest value that is written, in characters; null replaces a longer one. 0 sets
   * no limit.
   * @return The JSON document, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Describe an instance as JSON of the DICOMweb standard.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param callback Decides, for each binary tag, whether and how it is written. Only called before the
   * function returns.
   * @param payload Handed to the callback as it is; the server does not look at it.
   * @return The JSON document, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Describe an instance as XML of the DICOMweb standard.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instance The instance, as a callback received it or as the plugin created it.
   * @param callback Decides, for each binary tag, whether and how it is written. Only called before the
   * function returns.
   * @param payload Handed to the callback as it is; the server does not look at it.
   * @return The XML document, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Load a stored instance and parse it.
   *
   * Where tags are all that is needed, a mode without pixel data spares reading most of a large file.
   *
   * @ingroup DicomInstance
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @param mode How much of the file is read: all, or without the pixel data.
   * @return The instance, NULL in case of an error, for example if the server has none of that identifier.
   * Free it with OrthancPluginFreeDicomInstance().
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
     Functions, DicomConnection: tell who is at the other end of a DICOM association.
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    const OrthancPluginDicomConnection* connection ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    const char** resultString ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginAccessDicomConnection;

  /**
   * @brief Tell the AET of the peer that opened a connection.
   *
   * A peer claims its AET in the association request; nothing proves it.
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection The connection, as a callback received it. Valid until that callback returns.
   * @return The calling AET, NULL in case of an error. It belongs to the connection: copy it to keep it after
   * the callback, and do not free it.
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
   * @brief Tell the IP address of the peer that opened a connection.
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection The connection, as a callback received it. Valid until that callback returns.
   * @return The address as text, NULL in case of an error. It belongs to the connection: copy it to keep it
   * after the callback, and do not free it.
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
   * @brief Tell which AET of this server a peer has called.
   *
   * A server can answer to several; what a peer calls may depend on its own configuration.
   *
   * @ingroup DicomConnection
   * @param context The core, as it presented itself to this plugin.
   * @param connection The connection, as a callback received it. Valid until that callback returns.
   * @return That AET, or NULL in case of an error. It belongs to the connection: copy it to keep it after the
   * callback, and do not free it.
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
     Functions, Toolbox: memory, logs, files, HTTP, DICOM dictionary and conversion, peers, jobs, metrics.
     ==================================================================================================== */

  /**
   * @brief Release a string that the core handed over to the plugin.
   *
   * For the strings that functions of this SDK return as "char*". Does nothing if str is NULL. Never pass
   * such a string to free(), nor a string that the plugin allocated itself to this function.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param str String to release, not to be used afterwards.
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
   * @brief Release what the core stored in a memory buffer.
   *
   * Only the memory behind the "data" member is released, not the structure, and the members keep their old
   * values: don't release the same content twice.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer Buffer whose content is released.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief Release the content of a memory buffer with a 64-bit size.
   *
   * The counterpart of OrthancPluginFreeMemoryBuffer() for OrthancPluginMemoryBuffer64. The structure itself
   * is left as it is.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer Buffer whose content is released.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer64(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief Write a line to the log of Orthanc, as an error.
   *
   * OrthancPluginLogMessage() does the same and adds the origin and a category.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message Text of the line, in UTF-8.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogError(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogError, message);
  }

  /**
   * @brief Write a line to the log of Orthanc, as a warning.
   *
   * Warnings appear in the log by default. OrthancPluginLogMessage() does the same and adds the origin and a
   * category.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message Text of the line, in UTF-8.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginLogWarning(
    OrthancPluginContext* context,
    const char* message)
  {
    context->InvokeService(context, _OrthancPluginService_LogWarning, message);
  }

  /**
   * @brief Write a line to the log of Orthanc, at the information level.
   *
   * The line is dropped unless Orthanc runs in verbose mode. OrthancPluginLogMessage() does the same and adds
   * the origin and a category.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message Text of the line, in UTF-8.
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
   * @brief Load a whole file into memory.
   *
   * Fails for a path that does not exist or is not a regular file. The file is limited to 4 GB by the type of
   * the buffer.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the bytes of the file; free it with OrthancPluginFreeMemoryBuffer().
   * @param path Path in the file system of the server, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Save a block of bytes as a file.
   *
   * A file that exists at this path is overwritten. The folder must exist.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param path Path in the file system of the server, in UTF-8.
   * @param data Bytes to write, only read during the call.
   * @param size Number of bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Translate an error code into a short English sentence.
   *
   * Codes that the core does not know give "Unknown error code". Codes made by
   * OrthancPluginRegisterErrorCode() all give the same general text about plugins, not the message they were
   * registered with.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param error Code to look up.
   * @return The text. It belongs to the core, don't free it.
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
   * @brief Fetch a URL by HTTP GET.
   *
   * A status other than success (such as 404) is reported as an error code. Use OrthancPluginHttpClient() to
   * set headers, a timeout or a client certificate, or to read the status. For the REST API of this Orthanc
   * itself, call OrthancPluginRestApiGet() instead: no network is involved.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send data to a URL by HTTP POST.
   *
   * A status other than success (such as 404) is reported as an error code. Use OrthancPluginHttpClient() to
   * set headers, a timeout or a client certificate, or to read the status. For the REST API of this Orthanc
   * itself, call OrthancPluginRestApiPost() instead: no network is involved.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param body Bytes to send, only read during the call.
   * @param bodySize Number of bytes in the body.
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Send data to a URL by HTTP PUT.
   *
   * A status other than success (such as 404) is reported as an error code. Use OrthancPluginHttpClient() to
   * set headers, a timeout or a client certificate, or to read the status. For the REST API of this Orthanc
   * itself, call OrthancPluginRestApiPut() instead: no network is involved.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param body Bytes to send, only read during the call.
   * @param bodySize Number of bytes in the body.
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Request the removal of a URL by HTTP DELETE.
   *
   * The body of the answer is discarded. A status other than success (such as 404) is reported as an error
   * code. Use OrthancPluginHttpClient() to set headers or a timeout. For the REST API of this Orthanc itself,
   * call OrthancPluginRestApiDelete() instead: no network is involved.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param url Full URL, with its scheme (http or https).
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Introduce an error of this plugin to Orthanc, with its HTTP status and text.
   *
   * Callbacks of the plugin may then return the code that this function gives back. When a REST callback does
   * so, the client receives the chosen status, and the body of the answer carries the message.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param code Number of the error, chosen by the plugin. It need not differ from the codes of Orthanc.
   * @param httpStatus HTTP status to answer with, for instance 404.
   * @param message What the error means, in UTF-8.
   * @return The code to return from callbacks, or OrthancPluginErrorCode_Plugin if the registration failed.
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
   * @brief Add a public tag to the DICOM dictionary of Orthanc.
   *
   * Call it while the plugin is being initialized. Fails for multiplicities that contradict each other, and
   * for a tag that is part of the dictionary already. For tags of a vendor, see
   * OrthancPluginRegisterPrivateDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group Group number, the first half of the tag (0x0010 in 0010,0020).
   * @param element Element number, the second half of the tag (0x0020 in 0010,0020).
   * @param vr Value representation that the tag will have.
   * @param name Symbolic name of the tag, in the style of "PatientID".
   * @param minMultiplicity Least number of values, at least 1.
   * @param maxMultiplicity Greatest number of values, not below minMultiplicity; 0 sets no limit.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a private tag to the DICOM dictionary of Orthanc.
   *
   * Call it while the plugin is being initialized. Fails for multiplicities that contradict each other, and
   * for a tag that is not private (its group is even). For public tags, see
   * OrthancPluginRegisterDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group Group number of the tag, odd as private tags demand.
   * @param element Element number of the tag.
   * @param vr Value representation that the tag will have.
   * @param name Symbolic name of the tag, in the style of "PatientID".
   * @param minMultiplicity Least number of values, at least 1.
   * @param maxMultiplicity Greatest number of values, not below minMultiplicity; 0 sets no limit.
   * @param privateCreator Private creator that reserves the block in which the tag lies.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Convert DICOM data in memory to JSON.
   *
   * For an instance that Orthanc stores, OrthancPluginDicomInstanceToJson() does the same by identifier.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer DICOM data, in the form of a DICOM file. Only read during the call.
   * @param size Size of this data in bytes.
   * @param format Layout of the JSON: full, short or human-readable.
   * @param flags Which tags to output and how, a combination of OrthancPluginDicomToJsonFlags.
   * @param maxStringLength Values longer than this number of characters become null in the JSON; 0 keeps
   * every value.
   * @return The JSON document, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Convert a stored SOP instance to JSON.
   *
   * The instance is read from the storage area. For data that is at hand, see
   * OrthancPluginDicomBufferToJson().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @param format Layout of the JSON: full, short or human-readable.
   * @param flags Which tags to output and how, a combination of OrthancPluginDicomToJsonFlags.
   * @param maxStringLength Values longer than this number of characters become null in the JSON; 0 keeps
   * every value.
   * @return The JSON document, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Build a DICOM file from JSON and, if wanted, an image.
   *
   * The file is only returned, not stored. Private tags get the creator that the configuration option
   * "DefaultPrivateCreator" sets; OrthancPluginCreateDicom2() lets the caller choose it.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the DICOM file; free it with OrthancPluginFreeMemoryBuffer().
   * @param json JSON object, in UTF-8, that maps tags ("PatientID" or "0010,0020") to their values.
   * @param pixelData Image to put into the pixel data. May be NULL if there is none, or if the JSON carries
   * it as a data URI.
   * @param flags Options, a combination of OrthancPluginCreateDicomFlags.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Compute the MD5 digest of a block of bytes.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer Bytes to digest, only read during the call.
   * @param size Number of bytes.
   * @return The digest as 32 lower-case hexadecimal digits, NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Compute the SHA-1 digest of a block of bytes.
   *
   * The text has the form of the identifiers of Orthanc: five groups of eight lower-case hexadecimal digits,
   * joined by hyphens.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param buffer Bytes to digest, only read during the call.
   * @param size Number of bytes.
   * @return The digest, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Look up a tag in the DICOM dictionary of Orthanc.
   *
   * Tags that plugins or the configuration have registered are found too. An unknown tag is reported as
   * OrthancPluginErrorCode_UnknownDicomTag.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the numbers, the value representation and the multiplicity of the tag.
   * @param name Symbolic name such as "PatientID", or the numbers in hexadecimal such as "0010-0020".
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Make an HTTP request with all its options.
   *
   * What the arguments leave open (proxy, timeout, check of the server's certificate, PKCS#11) comes from the
   * configuration of Orthanc: "HttpProxy", "HttpTimeout", "HttpsVerifyPeers", "HttpsCACertificates" and
   * "Pkcs11". With a status other than success (such as 404), the core keeps neither headers nor body of the
   * answer; in C, the call then also returns an error code. Bodies are held in memory as a whole: see
   * OrthancPluginChunkedHttpClient() for large ones, and OrthancPluginCallPeerApi() for Orthanc peers.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer(). Not
   * used for DELETE.
   * @param answerHeaders Filled with the headers of the answer, as a JSON object; free it with
   * OrthancPluginFreeMemoryBuffer(). May be NULL if they are of no interest.
   * @param httpStatus Filled with the HTTP status. It is also set if the call fails because of this status.
   * @param method HTTP method to use.
   * @param url Full URL, with its scheme (http or https).
   * @param headersCount How many headers to send.
   * @param headersKeys Names of these headers. May be NULL if there are no headers.
   * @param headersValues Values of these headers, in the order of the names. May be NULL if there are no
   * headers.
   * @param body Bytes to send, read for POST and PUT only.
   * @param bodySize Number of bytes in the body.
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @param timeout How long to wait for the answer, in seconds; 0 stands for the value that is configured.
   * @param certificateFile Path of the client certificate, a PEM file. May be NULL if the server wants none,
   * or for plain HTTP.
   * @param certificateKeyFile Path of the private key of this certificate, a PEM file. May be NULL if no
   * certificate is given.
   * @param certificateKeyPassword Password that protects the private key. May be NULL if no certificate is
   * given.
   * @param pkcs11 1 to authenticate through PKCS#11 (smart card or hardware security module), 0 otherwise.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Create a random UUID.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return The UUID, 36 characters with hyphens, NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Prepare a C-FIND query for being tested against DICOM data.
   *
   * Serves to answer queries from data that is not in the database of Orthanc, one
   * OrthancPluginFindMatcherIsMatch() for each candidate.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param query Query in the form of a DICOM file, only read during the call.
   * @param size Size of the query in bytes.
   * @return The matcher, NULL in case of an error. Free it with OrthancPluginFreeFindMatcher().
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
   * @brief Release a C-FIND matcher.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param matcher Matcher from OrthancPluginCreateFindMatcher(), not to be used afterwards.
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
   * @brief Tell whether DICOM data satisfies a C-FIND query.
   *
   * Data that cannot be parsed gives 0 as well.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param matcher Matcher that holds the query.
   * @param dicom Candidate in the form of a DICOM file, only read during the call.
   * @param size Size of the candidate in bytes.
   * @return 1 if all the criteria are met, otherwise 0.
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
   * @brief Take a copy of the list of Orthanc peers that this server knows.
   *
   * The list does not follow later changes. It may still be empty while the plugin is being initialized, so
   * ask for it when Orthanc has started.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return The list, NULL in case of an error. Free it with OrthancPluginFreePeers().
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
   * @brief Release a list of Orthanc peers.
   *
   * The names, URLs and properties that were read from the list disappear with it.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers List made by OrthancPluginGetPeers(), not to be used afterwards.
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
   * @brief Count the peers of a list.
   *
   * Several threads may use one list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers List made by OrthancPluginGetPeers().
   * @return The count, 0 if it cannot be determined.
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
   * @brief Read the name of a peer.
   *
   * The name is the key under which the configuration option "OrthancPeers" lists the peer. Several threads
   * may use one list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers List made by OrthancPluginGetPeers().
   * @param peerIndex Position in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @return The name, NULL in case of an error. It belongs to the list: don't free it, nor use it after
   * OrthancPluginFreePeers().
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
   * @brief Read the URL at which the REST API of a peer starts.
   *
   * Several threads may use one list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers List made by OrthancPluginGetPeers().
   * @param peerIndex Position in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @return The URL, NULL in case of an error. It belongs to the list: don't free it, nor use it after
   * OrthancPluginFreePeers().
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
   * @brief Read a setting of a peer that has no meaning to Orthanc itself.
   *
   * Settings of this kind are the entries of a peer in the configuration that the core leaves to plugins and
   * scripts. Several threads may use one list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param peers List made by OrthancPluginGetPeers().
   * @param peerIndex Position in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @param userProperty Key of the setting.
   * @return The value, NULL if the peer has no such property. It belongs to the list: don't free it, nor use
   * it after OrthancPluginFreePeers().
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
   * @brief Send a request to an Orthanc peer, through its REST API.
   *
   * URL, credentials and certificates are those of the configuration option "OrthancPeers". With a status
   * other than success (such as 404), the core keeps neither headers nor body of the answer; in C, the call
   * then also returns an error code. Several threads may use one list of peers at the same time.
   * OrthancPluginHttpClient() reaches any other server.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answerBody Filled with the body of the answer; free it with OrthancPluginFreeMemoryBuffer(). Not
   * used for DELETE.
   * @param answerHeaders Filled with the headers of the answer, as a JSON object; free it with
   * OrthancPluginFreeMemoryBuffer(). May be NULL if they are of no interest.
   * @param httpStatus Filled with the HTTP status. It is also set if the call fails because of this status.
   * @param peers List made by OrthancPluginGetPeers().
   * @param peerIndex Position in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @param method HTTP method to use.
   * @param uri Path below the URL of the peer, for instance "/system".
   * @param additionalHeadersCount How many headers to send besides those that are configured.
   * @param additionalHeadersKeys Names of these headers. May be NULL if there are no headers.
   * @param additionalHeadersValues Values of these headers, in the order of the names. May be NULL if there
   * are no headers.
   * @param body Bytes to send, read for POST and PUT only.
   * @param bodySize Number of bytes in the body.
   * @param timeout How long to wait for the answer, in seconds; 0 stands for the value that is configured.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Create a job that runs code of the plugin, with callbacks that return strings.
   *
   * The job waits until OrthancPluginSubmitJob() queues it. While it runs, it has a thread of its own, and
   * all its callbacks are called from there, never two at once: they need no lock among themselves. A job
   * that starts threads should do so in its first step() and end them in stop().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job State of the job, given to each callback. It must live until finalize() is called.
   * @param finalize Releases the state, once Orthanc no longer needs the job.
   * @param type Name of the kind of job, handed to the callback of OrthancPluginRegisterJobsUnserializer() to
   * recognize it.
   * @param getProgress Reports how far the job is, from 0 to 1.
   * @param getContent Gives facts about the job for people to read, as a JSON object.
   * @param getSerialized Gives what is needed to recreate the job after a restart, as a JSON object.
   * @param step Does one portion of the work, and tells whether to go on.
   * @param stop Called when the job stops running, for a pause as well as at its end.
   * @param reset Prepares a stopped job for a new start.
   * @return The job, NULL in case of an error. Unless it is submitted, free it with OrthancPluginFreeJob().
   * @deprecated Use OrthancPluginCreateJob2(), whose callbacks fill memory buffers.
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
   * @brief Create a job that runs code of the plugin.
   *
   * The job waits until OrthancPluginSubmitJob() queues it. While it runs, it has a thread of its own, and
   * all its callbacks are called from there, never two at once: they need no lock among themselves. A job
   * that starts threads should do so in its first step() and end them in stop().
   *
   * Orthanc 1.12.7 and 1.13.0 never ask such a job for its serialized form, so that it does not survive a
   * restart; a job from OrthancPluginCreateJob() does.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job State of the job, given to each callback. It must live until finalize() is called.
   * @param finalize Releases the state, once Orthanc no longer needs the job.
   * @param type Name of the kind of job, handed to the callback of OrthancPluginRegisterJobsUnserializer() to
   * recognize it.
   * @param getProgress Reports how far the job is, from 0 to 1.
   * @param getContent Fills a buffer with facts about the job for people to read, as a JSON object.
   * @param getSerialized Fills a buffer with what is needed to recreate the job after a restart, as a JSON
   * object.
   * @param step Does one portion of the work, and tells whether to go on.
   * @param stop Called when the job stops running, for a pause as well as at its end.
   * @param reset Prepares a stopped job for a new start.
   * @return The job, NULL in case of an error. Unless it is submitted, free it with OrthancPluginFreeJob().
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
   * @brief Discard a job that was not submitted.
   *
   * This calls the finalize() callback of the job. A submitted job belongs to Orthanc and must not be passed.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job Job from OrthancPluginCreateJob2() or OrthancPluginCreateJob(), not to be used afterwards.
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
   * @brief Hand over a job to the jobs engine, which runs it when its turn comes.
   *
   * From then on, Orthanc owns the job, and ends its life with the finalize() callback. It does so too when
   * the call fails because one of the callbacks does: don't free the job then.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param job Job from OrthancPluginCreateJob2() or OrthancPluginCreateJob().
   * @param priority Jobs with a higher number run first; 0 is the usual value, negative numbers are allowed.
   * @return The identifier of the job, as used under "/jobs" in the REST API, NULL in case of an error. Free
   * it with OrthancPluginFreeString().
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
   * @brief Guess a MIME type from the name of a file.
   *
   * Only the extension counts, and the file need not exist. Unknown extensions give
   * "application/octet-stream".
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param path Path, or only the name, in UTF-8.
   * @return The MIME type, NULL in case of an error. It belongs to the core, don't free it.
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
   * @brief Record a metric whose value is a floating-point number.
   *
   * Orthanc keeps the metrics of all the plugins and publishes them in the format of Prometheus. For whole
   * numbers, prefer OrthancPluginSetMetricsIntegerValue().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param name Name of the metric, as Prometheus will show it.
   * @param value Value to record.
   * @param type How values are combined over time. Only the first call for a name decides it.
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
   * @brief Convert DICOM data to the JSON of DICOMweb, with a callback without payload.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom DICOM data, in the form of a DICOM file. Only read during the call.
   * @param dicomSize Size of this data in bytes.
   * @param callback Called for each binary element, to choose whether and how its value is written.
   * @return The JSON document, NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginEncodeDicomWebJson2(), which passes a payload to the callback.
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
   * @brief Convert DICOM data to the XML of DICOMweb, with a callback without payload.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom DICOM data, in the form of a DICOM file. Only read during the call.
   * @param dicomSize Size of this data in bytes.
   * @param callback Called for each binary element, to choose whether and how its value is written.
   * @return The XML document, NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginEncodeDicomWebXml2(), which passes a payload to the callback.
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
   * @brief Convert DICOM data to the JSON of DICOMweb.
   *
   * Text and numbers are converted by the core. Binary elements are left to the callback, which runs in the
   * thread of the caller before this function returns.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom DICOM data, in the form of a DICOM file. Only read during the call.
   * @param dicomSize Size of this data in bytes.
   * @param callback Called for each binary element, to choose whether and how its value is written.
   * @param payload Passed to the callback unchanged, the core does not look at it.
   * @return The JSON document, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Convert DICOM data to the XML of DICOMweb.
   *
   * Text and numbers are converted by the core. Binary elements are left to the callback, which runs in the
   * thread of the caller before this function returns.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param dicom DICOM data, in the form of a DICOM file. Only read during the call.
   * @param dicomSize Size of this data in bytes.
   * @param callback Called for each binary element, to choose whether and how its value is written.
   * @param payload Passed to the callback unchanged, the core does not look at it.
   * @return The XML document, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Make an HTTP request whose body and answer are streamed in chunks.
   *
   * Neither body is held in memory as a whole, which is the advantage over OrthancPluginHttpClient(). Orthanc
   * up to version 1.5.6 cannot receive such requests. Callbacks are called from the thread of the caller,
   * before this function returns. What the arguments leave open comes from the configuration of Orthanc:
   * "HttpProxy", "HttpTimeout", "HttpsVerifyPeers", "HttpsCACertificates" and "Pkcs11".
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param answer Payload of the two callbacks about the answer.
   * @param answerAddChunk Receives the next portion of the body of the answer.
   * @param answerAddHeader Receives one header of the answer.
   * @param httpStatus Filled with the HTTP status.
   * @param method HTTP method to use.
   * @param url Full URL, with its scheme (http or https).
   * @param headersCount How many headers to send.
   * @param headersKeys Names of these headers. May be NULL if there are no headers.
   * @param headersValues Values of these headers, in the order of the names. May be NULL if there are no
   * headers.
   * @param request Payload of the four callbacks about the body to send, which together form an iterator over
   * its chunks.
   * @param requestIsDone Tells whether all the chunks have been sent.
   * @param requestChunkData Gives the address of the current chunk.
   * @param requestChunkSize Gives the number of bytes in the current chunk.
   * @param requestNext Moves on to the next chunk.
   * @param username User name for HTTP authentication. May be NULL if the server asks for none.
   * @param password Password of that user. May be NULL if the server asks for none.
   * @param timeout How long to wait for the answer, in seconds; 0 stands for the value that is configured.
   * @param certificateFile Path of the client certificate, a PEM file. May be NULL if the server wants none,
   * or for plain HTTP.
   * @param certificateKeyFile Path of the private key of this certificate, a PEM file. May be NULL if no
   * certificate is given.
   * @param certificateKeyPassword Password that protects the private key. May be NULL if no certificate is
   * given.
   * @param pkcs11 1 to authenticate through PKCS#11 (smart card or hardware security module), 0 otherwise.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Find the symbolic name of a tag in the DICOM dictionary of Orthanc.
   *
   * A tag that is not in the dictionary gives "Unknown Tag & Data", and not NULL.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param group Group number, the first half of the tag (0x0010 in 0010,0020).
   * @param element Element number, the second half of the tag (0x0020 in 0010,0020).
   * @param privateCreator Private creator of a private tag. May be NULL for public tags.
   * @return The name, for instance "PatientID", NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Allocate a memory buffer that can be handed over to the core.
   *
   * The core allocates the memory, and the plugin writes to it. Needed where a callback has to return a
   * buffer, as DICOM transcoders do. Never call free() on it: plugin and core may use different C libraries.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the address and the size; free it with OrthancPluginFreeMemoryBuffer(). If a
   * callback returns the buffer, the core frees it.
   * @param size Wanted size, in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Allocate a memory buffer with a 64-bit size that can be handed over to the core.
   *
   * The core allocates the memory, and the plugin writes to it. Needed where a callback has to return such a
   * buffer, as storage areas do when they read files. Never call free() on it: plugin and core may use
   * different C libraries.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the address and the size; free it with OrthancPluginFreeMemoryBuffer64(). If a
   * callback returns the buffer, the core frees it.
   * @param size Wanted size, in bytes.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Build a DICOM file from JSON and an image, naming the private creator.
   *
   * Differs from OrthancPluginCreateDicom() in the last argument only. The private tags must be known, either
   * through the configuration option "Dictionary" or through OrthancPluginRegisterPrivateDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the DICOM file; free it with OrthancPluginFreeMemoryBuffer().
   * @param json JSON object, in UTF-8, that maps tags ("PatientID" or "0010,0020") to their values.
   * @param pixelData Image to put into the pixel data. May be NULL if there is none, or if the JSON carries
   * it as a data URI.
   * @param flags Options, a combination of OrthancPluginCreateDicomFlags.
   * @param privateCreator Private creator under which the private tags of the JSON are looked up.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read the identifier that tells this Orthanc from others on the same database.
   *
   * The configuration option "DatabaseServerIdentifier" can set it.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return The identifier, NULL in case of an error. It belongs to the core, don't free it.
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
   * @brief Record a metric whose value is a whole number.
   *
   * Orthanc keeps the metrics of all the plugins and publishes them in the format of Prometheus. See
   * OrthancPluginSetMetricsValue() for other numbers.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param name Name of the metric, as Prometheus will show it.
   * @param value Value to record.
   * @param type How values are combined over time. Only the first call for a name decides it.
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
   * @brief Name the calling thread, for the log of Orthanc.
   *
   * Meant for threads that the plugin started, not for those of Orthanc. From SDK 1.13.0 on, call
   * OrthancPluginClearCurrentThreadName() before such a thread ends.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param threadName Name of the thread, at most 16 characters.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Write a line to the log of Orthanc, with its origin, category and level.
   *
   * Whether the line appears depends on the levels that are enabled for its category.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @param message Text of the line, in UTF-8.
   * @param plugin Name of the plugin that writes the line.
   * @param file Name of the source file that writes the line.
   * @param line Line number in this source file.
   * @param category Part of Orthanc that the message is about.
   * @param level Severity of the message.
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
   * @brief Forget the name of the calling thread.
   *
   * To be called by a thread of the plugin just before it ends, if OrthancPluginSetCurrentThreadName() gave
   * it a name: otherwise the memory for the name is not released.
   *
   * @ingroup Toolbox
   * @param context The core, as it presented itself to this plugin.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.13.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginClearCurrentThreadName(
    OrthancPluginContext* context)
  {
    return context->InvokeService(context, _OrthancPluginService_ClearCurrentThreadName, NULL);
  }

  /* ====================================================================================================
     Functions, Plugin: present the plugin to users, and learn how the server was started.
     ==================================================================================================== */

  /**
   * @brief Tell where the server's executable is.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return The path of the file, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Tell in which folder the server's executable is.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return The path of the folder, in UTF-8; NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Tell from which file or folder the server read its configuration.
   *
   * It is the argument given at the start. For a folder, all its configuration files count together.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return The path, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginGetConfiguration(), which gives the settings themselves, however many files
   * hold them.
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
   * @brief Announce the start page of the plugin's web interface.
   *
   * Orthanc Explorer then links to it from its list of plugins. Only the last address set counts.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param uri Address of the start page, such as "/my-plugin/index.html".
   * @deprecated Use OrthancPluginSetRootUri2(), which is told the plugin's name. This one asks
   * OrthancPluginGetName(), and whose function of that name the linker picks, with several plugins loaded,
   * differs between platforms.
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
   * @brief Announce the start page of the plugin's web interface.
   *
   * Orthanc Explorer then links to it from its list of plugins. Only the last address set counts.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin Name of this plugin, exactly what its own OrthancPluginGetName() answers. It picks the
   * entry that is changed.
   * @param uri Address of the start page, such as "/my-plugin/index.html".
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
   * @brief Say in a few words what the plugin is for.
   *
   * It shows in the list of plugins of Orthanc Explorer, and at /plugins/NAME in the REST API.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param description A line or two for administrators, in UTF-8.
   * @deprecated Use OrthancPluginSetDescription2(), which is told the plugin's name. This one asks
   * OrthancPluginGetName(), and whose function of that name the linker picks, with several plugins loaded,
   * differs between platforms.
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
   * @brief Say in a few words what the plugin is for.
   *
   * It shows in the list of plugins of Orthanc Explorer, and at /plugins/NAME in the REST API.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin Name of this plugin, exactly what its own OrthancPluginGetName() answers. It picks the
   * entry that is changed.
   * @param description A line or two for administrators, in UTF-8.
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
   * @brief Hook JavaScript of the plugin into Orthanc Explorer.
   *
   * Orthanc Explorer runs it on every page, so that a plugin can put buttons of its own there. A second call
   * takes the place of the first, it adds nothing.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param javascript Source text, in UTF-8. It is copied.
   * @deprecated Use OrthancPluginExtendOrthancExplorer2(), which is told the plugin's name. This one asks
   * OrthancPluginGetName(), and whose function of that name the linker picks, with several plugins loaded,
   * differs between platforms.
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
   * @brief Hook JavaScript of the plugin into Orthanc Explorer.
   *
   * Orthanc Explorer runs it on every page, so that a plugin can put buttons of its own there. A second call
   * takes the place of the first, it adds nothing.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param plugin Name of this plugin, exactly what its own OrthancPluginGetName() answers. It picks the
   * entry that is changed.
   * @param javascript Source text, in UTF-8. It is copied.
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
   * @brief Count the arguments on the server's command line.
   *
   * The name of the executable is not among them.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return The number of arguments, 0 also when the call fails.
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
   * @brief Read one argument from the server's command line.
   *
   * @warning OrthancPluginGetCommandLineArgumentsCount() is the limit: a server such as 1.10.1 stops when a
   * plugin asks for one more.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @param argument Which argument, starting from 0 for what follows the name of the executable.
   * @return The argument, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Read the configuration of the server.
   *
   * All configuration files are merged into one. What none of them sets is not there: defaults are not filled
   * in. Passwords are readable in it.
   *
   * @ingroup Plugin
   * @param context The core, as it presented itself to this plugin.
   * @return A JSON object, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
     Functions, Stores: keep data of plugins in the server's database, and signal events.
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
   * @brief Register a DICOM file in the server without moving it into the storage area.
   *
   * The server indexes the content as a new instance, and the file becomes its DICOM attachment
   * (OrthancPluginContentType_Dicom). It is for plugins with a storage area of their own, registered with
   * OrthancPluginRegisterStorageArea3(): such a storage area recognizes adopted files by their custom data,
   * leaves them where they are and reads them from there. Without one, do not use it.
   *
   * Look at storeStatus too: it tells whether the file was taken, was there already, or was refused.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param instanceId Filled with the Orthanc identifier of the instance, as text without a final zero byte;
   * free it with OrthancPluginFreeMemoryBuffer().
   * @param attachmentUuid Filled with the UUID of the DICOM attachment, as text without a final zero byte;
   * free it with OrthancPluginFreeMemoryBuffer().
   * @param storeStatus Set to what became of the file.
   * @param dicom Content of the DICOM file. Not needed any more after the call.
   * @param dicomSize Size of that content in bytes.
   * @param customData What the storage area needs to find the file again, any bytes. They are copied.
   * @param customDataSize How many bytes of custom data there are.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read the custom data of an attachment.
   *
   * An attachment without any gives an empty buffer, whose data pointer is NULL. The database must support
   * it, else the call fails.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param customData Filled with the custom data; free it with OrthancPluginFreeMemoryBuffer().
   * @param attachmentUuid UUID of the attachment, as the storage area knows it.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Replace the custom data of an attachment.
   *
   * A storage area does so when it has moved a file, for example to slower disks. The database must support
   * it, else the call fails.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param attachmentUuid UUID of the attachment, as the storage area knows it.
   * @param customData The new custom data, any bytes. They are copied.
   * @param customDataSize How many bytes of custom data there are.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Write a value under a key, in a store of the database.
   *
   * The store comes into being with its first key, and a value that the key already had is replaced. The
   * database must support it, else the call fails.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId Name of the store. All plugins share these names: start it with that of the plugin.
   * @param key Key inside that store, in UTF-8.
   * @param value The value, any bytes. They are copied.
   * @param valueSize How many bytes the value has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Remove a key and its value from a store.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId Name of the store. All plugins share these names: start it with that of the plugin.
   * @param key Key inside that store, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read the value of a key in a store.
   *
   * A missing key is no failure: see found.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found Set to 1 if the store has this key, to 0 if not.
   * @param target Filled with the value if there is one; free it with OrthancPluginFreeMemoryBuffer().
   * @param storeId Name of the store. All plugins share these names: start it with that of the plugin.
   * @param key Key inside that store, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Start going through the keys and values of a store.
   *
   * Keys come in lexicographic order. The iterator stands before the first of them: call
   * OrthancPluginKeysValuesIteratorNext() before reading anything.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param storeId Name of the store. All plugins share these names: start it with that of the plugin.
   * @return The iterator, NULL in case of an error. Free it with OrthancPluginFreeKeysValuesIterator().
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
   * @brief Free an iterator of a store.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param iterator The iterator. It must not be used afterwards, nor a key that it gave.
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
   * @brief Move an iterator to the next key of its store.
   *
   * Keys come in lexicographic order.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param done Set to 1 once no key is left, and then there is nothing to read; else set to 0.
   * @param iterator The iterator to move.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Read the key at which an iterator stands.
   *
   * It fails until OrthancPluginKeysValuesIteratorNext() has been called.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param iterator The iterator, on a key.
   * @return The key, in UTF-8; NULL in case of an error. It belongs to the iterator, is good until the
   * iterator moves, and is not to be freed.
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
   * @brief Read the value at which an iterator stands.
   *
   * It fails until OrthancPluginKeysValuesIteratorNext() has been called.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param target Filled with the value; free it with OrthancPluginFreeMemoryBuffer().
   * @param iterator The iterator, on a key.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Add a value at the back of a queue in the database.
   *
   * The queue comes into being with its first value. Any plugin, or any server on the same database, can be
   * the one that takes it out. The database must support it, else the call fails.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId Name of the queue. All plugins share these names: start it with that of the plugin.
   * @param value The value, any bytes. They are copied.
   * @param valueSize How many bytes the value has.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Take a value out of a queue for good.
   *
   * An empty queue is no failure, and nothing waits: see found.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found Set to 1 if there was a value, to 0 if the queue is empty.
   * @param target Filled with the value if there was one; free it with OrthancPluginFreeMemoryBuffer().
   * @param queueId Name of the queue. All plugins share these names: start it with that of the plugin.
   * @param origin Which end: the front holds the oldest value (FIFO), the back the newest (LIFO).
   * @return OrthancPluginErrorCode_Success, or what went wrong.
   * @deprecated If the plugin stops before it has dealt with the value, the value is lost. Use
   * OrthancPluginReserveQueueValue() and OrthancPluginAcknowledgeQueueValue(), which leave no such gap.
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
   * @brief Count the values in a queue.
   *
   * Others may add or take values at any moment, so this is a figure for displays, not a promise.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId Name of the queue. All plugins share these names: start it with that of the plugin.
   * @param size Set to the number of values.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Declare a resource stable or unstable, whatever its age.
   *
   * Making an unstable resource stable signals the change as if no data had come for the configured time, so
   * that change callbacks run; on a stable one it does nothing. Making a resource unstable restarts that
   * time, even where the resource was unstable before.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param statusHasChanged Set to 1 if the resource had the other status before, else to 0.
   * @param resourceId Orthanc identifier of the patient, study or series.
   * @param stableStatus The status that it gets.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Report who did what to which resource, for the audit logs.
   *
   * Each handler that a plugin registered with OrthancPluginRegisterAuditLogHandler() is told. The server
   * itself writes nothing: while there is no handler, the report is lost.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param sourcePlugin Name of the plugin that reports. It tells readers what action and data mean.
   * @param userId Who acted: a person or a system, under a name that is nobody else's.
   * @param resourceType Level of the resource.
   * @param resourceId Orthanc identifier of the resource.
   * @param action What was done, a short word of the plugin's choice.
   * @param logData Details in any format, uninterpreted bytes. Not needed any more after the call.
   * @param logDataSize How many bytes of details there are.
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
   * @brief Take a value from a queue for a limited time.
   *
   * Meanwhile no other consumer gets it. OrthancPluginAcknowledgeQueueValue() removes it once it is dealt
   * with. Where that does not happen in time, for example after a crash, the value is back in its queue, and
   * may thus be handled twice. An empty queue is no failure, and nothing waits: see found.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param found Set to 1 if there was a value, to 0 if none is free.
   * @param target Filled with the value if there was one; free it with OrthancPluginFreeMemoryBuffer().
   * @param valueId Set to the number under which the value can be acknowledged.
   * @param queueId Name of the queue. All plugins share these names: start it with that of the plugin.
   * @param origin Which end: the front holds the oldest value (FIFO), the back the newest (LIFO).
   * @param releaseTimeout Time to deal with the value, in seconds, at least 1. After it, others can get the
   * value.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
   * @brief Remove a reserved value from its queue, as it has been dealt with.
   *
   * @ingroup Stores
   * @param context The core, as it presented itself to this plugin.
   * @param queueId Name of the queue that the value was reserved from.
   * @param valueId The number that OrthancPluginReserveQueueValue() gave.
   * @return OrthancPluginErrorCode_Success, or what went wrong.
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
