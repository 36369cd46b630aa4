/**
 * @file
 * @brief Interface between the Orthanc server and its plugins.
 *
 * Part of orthanc-codegen. The declarations are those of the official header of the same name: the server
 * cannot distinguish plugins that are compiled with either header. ORTHANC_PLUGIN_SINCE_SDK states the first
 * release of each declaration. ORTHANC_PLUGIN_NULLABLE, _FLAG, _FOUND and _HTTP_STATUS add what C types cannot
 * express.
 *
 * Unless a comment states otherwise, these rules hold:
 * - Text ends with a zero byte. Paths, names of files and JSON are in UTF-8.
 * - A function of the core reads its arguments during the call only, and keeps no pointer to them.
 * - The core owns the arguments of a callback.
 *
 * Paragraphs titled "C" concern only plugins that use this header directly.
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

/* True in #if if the release of this header is the given one or newer. */
#ifndef ORTHANC_PLUGINS_VERSION_IS_ABOVE
#  define ORTHANC_PLUGINS_VERSION_IS_ABOVE(major, minor, revision) \
    (ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER != (major) ? ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER > (major) \
     : ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER != (minor) ? ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER > (minor) \
     : ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER >= (revision))
#endif

/* Exports a function of a plugin. */
#ifndef ORTHANC_PLUGINS_API
#  if defined(_WIN32)
#    define ORTHANC_PLUGINS_API __declspec(dllexport)
#  elif defined(__GNUC__)
#    define ORTHANC_PLUGINS_API __attribute__((visibility("default")))
#  else
#    define ORTHANC_PLUGINS_API
#  endif
#endif

/* Precedes every function of this header. Define it beforehand for compilers that support neither keyword. */
#ifndef ORTHANC_PLUGIN_INLINE
#  if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#    define ORTHANC_PLUGIN_INLINE static inline
#  else
#    define ORTHANC_PLUGIN_INLINE static __inline
#  endif
#endif

/* Marks a deprecated function. */
#ifndef ORTHANC_PLUGIN_DEPRECATED
#  if defined(_MSC_VER)
#    define ORTHANC_PLUGIN_DEPRECATED __declspec(deprecated)
#  elif defined(__GNUC__)
#    define ORTHANC_PLUGIN_DEPRECATED __attribute__((deprecated))
#  else
#    define ORTHANC_PLUGIN_DEPRECATED
#  endif
#endif

/* States the first release of a declaration. Only clang keeps it, for tools that read this header. */
#ifndef ORTHANC_PLUGIN_SINCE_SDK
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_SINCE_SDK(version) __attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK " version)))
#  else
#    define ORTHANC_PLUGIN_SINCE_SDK(version)
#  endif
#endif

/* Marks a pointer for which NULL is a valid value: None in Python. Arrays with a count need no marker, nor does
   text that the core passes to a plugin, for which NULL becomes empty text. */
#ifndef ORTHANC_PLUGIN_NULLABLE
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_NULLABLE __attribute__((annotate("ORTHANC_PLUGIN_NULLABLE")))
#  else
#    define ORTHANC_PLUGIN_NULLABLE
#  endif
#endif

/* Marks an integer, or a pointer to one, that is 0 or 1: a bool in Python. After the type of a result, it marks
   the result; a callback can also return -1 for a failure. */
#ifndef ORTHANC_PLUGIN_FLAG
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_FLAG __attribute__((annotate("ORTHANC_PLUGIN_FLAG")))
#  else
#    define ORTHANC_PLUGIN_FLAG
#  endif
#endif

/* Marks the output, 0 or 1, that states whether the other outputs have values: without them, Python gets None. */
#ifndef ORTHANC_PLUGIN_FOUND
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_FOUND __attribute__((annotate("ORTHANC_PLUGIN_FOUND")))
#  else
#    define ORTHANC_PLUGIN_FOUND
#  endif
#endif

/* Marks an integer of 16 bits, or a pointer to one, that is the status of an HTTP answer. If a function sets it, a
   server has answered, so a status of an error is a result in Python instead of an exception. */
#ifndef ORTHANC_PLUGIN_HTTP_STATUS
#  if defined(__clang__)
#    define ORTHANC_PLUGIN_HTTP_STATUS __attribute__((annotate("ORTHANC_PLUGIN_HTTP_STATUS")))
#  else
#    define ORTHANC_PLUGIN_HTTP_STATUS
#  endif
#endif

/* Size of a WebDAV file that is not known in advance; since SDK 1.12.11. */
#define ORTHANC_PLUGINS_WEBDAV_UNKNOWN_FILE_SIZE ((uint64_t)-1)

/**
 * @defgroup Images Images
 * @brief Images: creation, encoding, decoding, conversion; compression of buffers.
 * @defgroup REST REST
 * @brief Answers to HTTP requests, from REST callbacks.
 * @defgroup Callbacks Callbacks
 * @brief Registration of callbacks: REST routes, events, filters, storage areas and more.
 * @defgroup DicomCallbacks DicomCallbacks
 * @brief Callbacks that serve C-FIND, C-MOVE, modality worklists and storage commitment.
 * @defgroup Orthanc Orthanc
 * @brief Content of the server: calls to its REST API, lookups of resources, global properties.
 * @defgroup DicomInstance DicomInstance
 * @brief DICOM instances in memory: tags, frames, metadata and origin.
 * @defgroup DicomConnection DicomConnection
 * @brief Origin and destination of a DICOM request.
 * @defgroup Toolbox Toolbox
 * @brief Helpers: logging, HTTP client, DICOM and JSON, jobs, peers, files, memory, metrics.
 * @defgroup Plugin Plugin
 * @brief Properties of the plugin; configuration and paths of the server.
 * @defgroup Stores Stores
 * @brief Data of plugins (key-value stores, queues, custom data), adopted files, stability, audit logs.
 **/

#ifdef __cplusplus
extern "C"
{
#endif

  /* ====================================================================================================
     Enumerations: 32-bit integers.
     ==================================================================================================== */

  /**
   * @brief Error code of a call.
   *
   * Functions of the core return it to the plugin, and callbacks of the plugin return it to the core. Codes
   * that a plugin registers with OrthancPluginRegisterErrorCode() are not in this list.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** Internal error of the core. */
    OrthancPluginErrorCode_InternalError ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = -1,
    /** Success. */
    OrthancPluginErrorCode_Success ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** Error in a plugin, or in the engine that runs plugins. */
    OrthancPluginErrorCode_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** Feature that this server does not implement. */
    OrthancPluginErrorCode_NotImplemented ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** Argument out of range. */
    OrthancPluginErrorCode_ParameterOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** Out of memory. */
    OrthancPluginErrorCode_NotEnoughMemory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 4,
    /** Argument of the wrong type. */
    OrthancPluginErrorCode_BadParameterType ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 5,
    /** Call at the wrong time, for instance before a call that it requires. */
    OrthancPluginErrorCode_BadSequenceOfCalls ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** Missing item. */
    OrthancPluginErrorCode_InexistentItem ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 7,
    /** Invalid request. */
    OrthancPluginErrorCode_BadRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 8,
    /** Error in a network protocol (HTTP, DICOM). */
    OrthancPluginErrorCode_NetworkProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 9,
    /** Failed command of the operating system. */
    OrthancPluginErrorCode_SystemCommand ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 10,
    /** Error of the database engine. */
    OrthancPluginErrorCode_Database ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 11,
    /** Malformed URI. */
    OrthancPluginErrorCode_UriSyntax ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 12,
    /** Missing file. */
    OrthancPluginErrorCode_InexistentFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 13,
    /** File that cannot be written. */
    OrthancPluginErrorCode_CannotWriteFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 14,
    /** Content in an unexpected format, such as a file that is not DICOM. */
    OrthancPluginErrorCode_BadFileFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 15,
    /** Timeout. */
    OrthancPluginErrorCode_Timeout ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 16,
    /** Unknown patient, study, series, instance or REST path. */
    OrthancPluginErrorCode_UnknownResource ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 17,
    /** Database schema that this server does not support. */
    OrthancPluginErrorCode_IncompatibleDatabaseVersion ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 18,
    /** Full storage area. */
    OrthancPluginErrorCode_FullStorage ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 19,
    /** Corrupted file in the storage area, such as one whose MD5 differs from the recorded one. */
    OrthancPluginErrorCode_CorruptedFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 20,
    /** Missing DICOM tag. */
    OrthancPluginErrorCode_InexistentTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 21,
    /** Write access to a read-only object. */
    OrthancPluginErrorCode_ReadOnly ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 22,
    /** Pixel format that the operation does not support. */
    OrthancPluginErrorCode_IncompatibleImageFormat ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 23,
    /** Image size that the operation does not support. */
    OrthancPluginErrorCode_IncompatibleImageSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 24,
    /** Shared library, such as a plugin, that cannot be loaded or used. */
    OrthancPluginErrorCode_SharedLibrary ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 25,
    /** Plugin service that this server does not provide, possibly because it is too old. */
    OrthancPluginErrorCode_UnknownPluginService ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 26,
    /** DICOM tag that is not in the dictionary. */
    OrthancPluginErrorCode_UnknownDicomTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 27,
    /** Invalid JSON. */
    OrthancPluginErrorCode_BadJson ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 28,
    /** Missing or wrong credentials of an HTTP client (HTTP status 401). */
    OrthancPluginErrorCode_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 29,
    /** Malformed font file. */
    OrthancPluginErrorCode_BadFont ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 30,
    /** Database plugin that violates its interface. */
    OrthancPluginErrorCode_DatabasePlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 31,
    /** Error in the plugin that provides the storage area. */
    OrthancPluginErrorCode_StorageAreaPlugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** Request without a body. */
    OrthancPluginErrorCode_EmptyRequest ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 33,
    /** No answer in a format that the Accept header of the client allows (HTTP status 406). */
    OrthancPluginErrorCode_NotAcceptable ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 34,
    /** No object where one is required. */
    OrthancPluginErrorCode_NullPointer ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 35,
    /** Database that is temporarily unavailable; a later attempt may succeed. */
    OrthancPluginErrorCode_DatabaseUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.3.2") = 36,
    /** Canceled job. */
    OrthancPluginErrorCode_CanceledJob ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 37,
    /** Error in a geometric computation (in the Stone library). */
    OrthancPluginErrorCode_BadGeometry ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 38,
    /** Failed initialization of TLS, often because of the certificates. */
    OrthancPluginErrorCode_SslInitialization ORTHANC_PLUGIN_SINCE_SDK("1.6.1") = 39,
    /** Function that was removed from the Orthanc framework. */
    OrthancPluginErrorCode_DiscontinuedAbi ORTHANC_PLUGIN_SINCE_SDK("1.8.1") = 40,
    /** Range header that cannot be satisfied (HTTP status 416). */
    OrthancPluginErrorCode_BadRange ORTHANC_PLUGIN_SINCE_SDK("1.9.0") = 41,
    /** Transaction that conflicts with a concurrent one; run it again. */
    OrthancPluginErrorCode_DatabaseCannotSerialize ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 42,
    /** Outdated revision, probably because of a concurrent change by another client. */
    OrthancPluginErrorCode_Revision ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 43,
    /** Tag that is listed twice among the main DICOM tags of one level. */
    OrthancPluginErrorCode_MainDicomTagsMultiplyDefined ORTHANC_PLUGIN_SINCE_SDK("1.11.0") = 44,
    /** Resource that the client is not allowed to access (HTTP status 403). */
    OrthancPluginErrorCode_ForbiddenAccess ORTHANC_PLUGIN_SINCE_SDK("1.12.2") = 45,
    /** Resource that already exists. */
    OrthancPluginErrorCode_DuplicateResource ORTHANC_PLUGIN_SINCE_SDK("1.12.3") = 46,
    /** Options of the configuration file that contradict each other. */
    OrthancPluginErrorCode_IncompatibleConfigurations ORTHANC_PLUGIN_SINCE_SDK("1.12.5") = 47,
    /** SQLite: no open database. */
    OrthancPluginErrorCode_SQLiteNotOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1000,
    /** SQLite: connection that is already open. */
    OrthancPluginErrorCode_SQLiteAlreadyOpened ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1001,
    /** SQLite: database that cannot be opened. */
    OrthancPluginErrorCode_SQLiteCannotOpen ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1002,
    /** SQLite: cached statement that is already in use. */
    OrthancPluginErrorCode_SQLiteStatementAlreadyUsed ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1003,
    /** SQLite: failed command. */
    OrthancPluginErrorCode_SQLiteExecute ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1004,
    /** SQLite: rollback without an active transaction. */
    OrthancPluginErrorCode_SQLiteRollbackWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1005,
    /** SQLite: commit without an active transaction. */
    OrthancPluginErrorCode_SQLiteCommitWithoutTransaction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1006,
    /** SQLite: custom function that cannot be registered. */
    OrthancPluginErrorCode_SQLiteRegisterFunction ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1007,
    /** SQLite: failed flush to disk. */
    OrthancPluginErrorCode_SQLiteFlush ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1008,
    /** SQLite: cached statement that cannot run. */
    OrthancPluginErrorCode_SQLiteCannotRun ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1009,
    /** SQLite: cached statement that cannot step to its next row. */
    OrthancPluginErrorCode_SQLiteCannotStep ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1010,
    /** SQLite: parameter index out of range (a programming error). */
    OrthancPluginErrorCode_SQLiteBindOutOfRange ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1011,
    /** SQLite: statement that cannot be prepared. */
    OrthancPluginErrorCode_SQLitePrepareStatement ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1012,
    /** SQLite: transaction that has already started. */
    OrthancPluginErrorCode_SQLiteTransactionAlreadyStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1013,
    /** SQLite: failed commit. */
    OrthancPluginErrorCode_SQLiteTransactionCommit ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1014,
    /** SQLite: transaction that cannot start. */
    OrthancPluginErrorCode_SQLiteTransactionBegin ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1015,
    /** Directory that cannot be created because a file has its name. */
    OrthancPluginErrorCode_DirectoryOverFile ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2000,
    /** File or folder of the storage area that cannot be created. */
    OrthancPluginErrorCode_FileStorageCannotWrite ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2001,
    /** Path that is not a directory. */
    OrthancPluginErrorCode_DirectoryExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2002,
    /** Port of the HTTP server that is in use or privileged, or local address that does not exist. */
    OrthancPluginErrorCode_HttpPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2003,
    /** Port of the DICOM server that is in use or privileged. */
    OrthancPluginErrorCode_DicomPortInUse ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2004,
    /** HTTP status that a REST answer must not have. */
    OrthancPluginErrorCode_BadHttpStatusInRest ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2005,
    /** Path that is not a regular file. */
    OrthancPluginErrorCode_RegularFileExpected ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2006,
    /** Unknown path of the server's executable. */
    OrthancPluginErrorCode_PathToExecutable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2007,
    /** Directory that cannot be created. */
    OrthancPluginErrorCode_MakeDirectory ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2008,
    /** AET of invalid length; it needs 1 to 16 characters. */
    OrthancPluginErrorCode_BadApplicationEntityTitle ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2009,
    /** No handler for C-FIND. */
    OrthancPluginErrorCode_NoCFindHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2010,
    /** No handler for C-MOVE. */
    OrthancPluginErrorCode_NoCMoveHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2011,
    /** No handler for C-STORE. */
    OrthancPluginErrorCode_NoCStoreHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2012,
    /** No filter of application entities in the DICOM server. */
    OrthancPluginErrorCode_NoApplicationEntityFilter ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2013,
    /** DICOM SCU: missing SOP class UID or SOP instance UID. */
    OrthancPluginErrorCode_NoSopClassOrInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2014,
    /** DICOM SCU: no acceptable presentation context. */
    OrthancPluginErrorCode_NoPresentationContext ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2015,
    /** DICOM SCU: remote modality that does not support C-FIND. */
    OrthancPluginErrorCode_DicomFindUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2016,
    /** DICOM SCU: remote modality that does not support C-MOVE. */
    OrthancPluginErrorCode_DicomMoveUnavailable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2017,
    /** DICOM instance that cannot be stored. */
    OrthancPluginErrorCode_CannotStoreInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2018,
    /** DICOM creation: tag whose value is not a string. */
    OrthancPluginErrorCode_CreateDicomNotString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2019,
    /** DICOM creation: tag that the parent resource determines. */
    OrthancPluginErrorCode_CreateDicomOverrideTag ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2020,
    /** DICOM creation: image that is not in the "Content" field. */
    OrthancPluginErrorCode_CreateDicomUseContent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2021,
    /** DICOM creation: instance of the new series without content. */
    OrthancPluginErrorCode_CreateDicomNoPayload ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2022,
    /** DICOM creation: content that is not a data URI. */
    OrthancPluginErrorCode_CreateDicomUseDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2023,
    /** DICOM creation: unknown parent resource. */
    OrthancPluginErrorCode_CreateDicomBadParent ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2024,
    /** DICOM creation: parent resource that is an instance. */
    OrthancPluginErrorCode_CreateDicomParentIsInstance ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2025,
    /** DICOM creation: unknown character set of the parent resource. */
    OrthancPluginErrorCode_CreateDicomParentEncoding ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2026,
    /** Unknown modality. */
    OrthancPluginErrorCode_UnknownModality ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2027,
    /** Filters of a job in the wrong order. */
    OrthancPluginErrorCode_BadJobOrdering ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2028,
    /** JSON that cannot be converted to a Lua table. */
    OrthancPluginErrorCode_JsonToLuaTable ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2029,
    /** Lua context that cannot be created. */
    OrthancPluginErrorCode_CannotCreateLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2030,
    /** Failed Lua script. */
    OrthancPluginErrorCode_CannotExecuteLua ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2031,
    /** Argument for a Lua function that has already run. */
    OrthancPluginErrorCode_LuaAlreadyExecuted ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2032,
    /** Lua function that returned too many or too few values. */
    OrthancPluginErrorCode_LuaBadOutput ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2033,
    /** Lua function that did not return a Boolean. */
    OrthancPluginErrorCode_NotLuaPredicate ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2034,
    /** Lua function that did not return a string. */
    OrthancPluginErrorCode_LuaReturnsNoString ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2035,
    /** Second storage area plugin. */
    OrthancPluginErrorCode_StorageAreaAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2036,
    /** Second database plugin. */
    OrthancPluginErrorCode_DatabaseBackendAlreadyRegistered ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2037,
    /** Access to the database during the initialization of the plugins. */
    OrthancPluginErrorCode_DatabaseNotInitialized ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2038,
    /** Server that was built without TLS. */
    OrthancPluginErrorCode_SslDisabled ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2039,
    /** Series whose slices cannot be ordered. */
    OrthancPluginErrorCode_CannotOrderSlices ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2040,
    /** No handler for modality worklists. */
    OrthancPluginErrorCode_NoWorklistHandler ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2041,
    /** Tag that already exists and must not be replaced. */
    OrthancPluginErrorCode_AlreadyExistingTag ORTHANC_PLUGIN_SINCE_SDK("1.1.0") = 2042,
    /** No handler for storage commitment (N-ACTION). */
    OrthancPluginErrorCode_NoStorageCommitmentHandler ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2043,
    /** No handler for C-GET. */
    OrthancPluginErrorCode_NoCGetHandler ORTHANC_PLUGIN_SINCE_SDK("1.7.0") = 2044,
    /** DICOM SCU: remote modality that does not support C-GET. */
    OrthancPluginErrorCode_DicomGetUnavailable ORTHANC_PLUGIN_SINCE_SDK("1.12.6") = 2045,
    /** Unsupported media type of a request (HTTP status 415). */
    OrthancPluginErrorCode_UnsupportedMediaType ORTHANC_PLUGIN_SINCE_SDK("1.5.7") = 3000,
    _OrthancPluginErrorCode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginErrorCode;

  /**
   * @brief HTTP method of a request, sent or received.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** GET: read a resource. */
    OrthancPluginHttpMethod_Get ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** POST: create a resource, or run an action. */
    OrthancPluginHttpMethod_Post ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** PUT: write or replace a resource. */
    OrthancPluginHttpMethod_Put ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** DELETE: remove a resource. */
    OrthancPluginHttpMethod_Delete ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    _OrthancPluginHttpMethod_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginHttpMethod;

  /**
   * @brief Memory layout of the pixels of an image.
   *
   * Samples of several bytes are in the byte order of the machine. Rows can be padded: the distance between
   * two rows is the pitch of the image.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  {
    /** Unsigned 8-bit gray value. */
    OrthancPluginPixelFormat_Grayscale8 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 1,
    /** Unsigned 16-bit gray value. */
    OrthancPluginPixelFormat_Grayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 2,
    /** Signed 16-bit gray value. */
    OrthancPluginPixelFormat_SignedGrayscale16 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 3,
    /** Three bytes: red, green, blue. */
    OrthancPluginPixelFormat_RGB24 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 4,
    /** Four bytes: red, green, blue, alpha. */
    OrthancPluginPixelFormat_RGBA32 ORTHANC_PLUGIN_SINCE_SDK("0.8.0") = 5,
    /** Any other format. */
    OrthancPluginPixelFormat_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 6,
    /** Three unsigned 16-bit values: red, green, blue. */
    OrthancPluginPixelFormat_RGB48 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 7,
    /** Unsigned 32-bit gray value. */
    OrthancPluginPixelFormat_Grayscale32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 8,
    /** 32-bit floating-point gray value (IEEE 754). */
    OrthancPluginPixelFormat_Float32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 9,
    /** Four bytes: blue, green, red, alpha. */
    OrthancPluginPixelFormat_BGRA32 ORTHANC_PLUGIN_SINCE_SDK("1.3.1") = 10,
    /** Unsigned 64-bit gray value. */
    OrthancPluginPixelFormat_Grayscale64 ORTHANC_PLUGIN_SINCE_SDK("1.4.0") = 11,
    _OrthancPluginPixelFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginPixelFormat;

  /**
   * @brief Type of the content of a file in the storage area.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  {
    /** Any other content, such as a user-defined attachment. */
    OrthancPluginContentType_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 0,
    /** Complete DICOM file. */
    OrthancPluginContentType_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 1,
    /** Tags of a DICOM file as JSON, as stored by older servers. */
    OrthancPluginContentType_DicomAsJson ORTHANC_PLUGIN_SINCE_SDK("0.8.3") = 2,
    /** Part of a DICOM file before the pixel data. */
    OrthancPluginContentType_DicomUntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.2") = 3,
    _OrthancPluginContentType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginContentType;

  /**
   * @brief Level of a resource in the DICOM hierarchy.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** Patient. */
    OrthancPluginResourceType_Patient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** Study of a patient. */
    OrthancPluginResourceType_Study ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** Series of a study. */
    OrthancPluginResourceType_Series ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** SOP instance of a series. */
    OrthancPluginResourceType_Instance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** No level. */
    OrthancPluginResourceType_None ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginResourceType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginResourceType;

  /**
   * @brief Type of an event that a change callback receives.
   *
   * The values differ from those in the database of changes.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  {
    /** Arrival of all instances that a series announces. */
    OrthancPluginChangeType_CompletedSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 0,
    /** Removal of a patient, study, series or instance. */
    OrthancPluginChangeType_Deleted ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 1,
    /** New instance in a patient, study or series. */
    OrthancPluginChangeType_NewChildInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 2,
    /** New instance. */
    OrthancPluginChangeType_NewInstance ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 3,
    /** New patient: storage of its first instance. */
    OrthancPluginChangeType_NewPatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 4,
    /** New series: storage of its first instance. */
    OrthancPluginChangeType_NewSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 5,
    /** New study: storage of its first instance. */
    OrthancPluginChangeType_NewStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 6,
    /** Stable patient: no new instance for a while (option StableAge). */
    OrthancPluginChangeType_StablePatient ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 7,
    /** Stable series: no new instance for a while (option StableAge). */
    OrthancPluginChangeType_StableSeries ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 8,
    /** Stable study: no new instance for a while (option StableAge). */
    OrthancPluginChangeType_StableStudy ORTHANC_PLUGIN_SINCE_SDK("0.8.5") = 9,
    /** Start of the server: the database and the REST API are available. */
    OrthancPluginChangeType_OrthancStarted ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** Begin of the shutdown of the server. */
    OrthancPluginChangeType_OrthancStopped ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** Change or removal of a user-defined attachment. */
    OrthancPluginChangeType_UpdatedAttachment ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** Change or removal of user-defined metadata. */
    OrthancPluginChangeType_UpdatedMetadata ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** Change to the list of Orthanc peers. */
    OrthancPluginChangeType_UpdatedPeers ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 14,
    /** Change to the list of DICOM modalities. */
    OrthancPluginChangeType_UpdatedModalities ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 15,
    /** Submission of a job, whose identifier is the resource identifier. */
    OrthancPluginChangeType_JobSubmitted ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 16,
    /** Success of a job, whose identifier is the resource identifier. */
    OrthancPluginChangeType_JobSuccess ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 17,
    /** Failure of a job, whose identifier is the resource identifier. */
    OrthancPluginChangeType_JobFailure ORTHANC_PLUGIN_SINCE_SDK("1.7.2") = 18,
    _OrthancPluginChangeType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginChangeType;

  /**
   * @brief Compression of a buffer.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** Plain zlib stream. */
    OrthancPluginCompressionType_Zlib ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** Uncompressed size as a 64-bit integer, then a zlib stream (the format of compressed attachments). */
    OrthancPluginCompressionType_ZlibWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** Plain gzip stream. */
    OrthancPluginCompressionType_Gzip ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 2,
    /** Uncompressed size as a 64-bit integer, then a gzip stream. */
    OrthancPluginCompressionType_GzipWithSize ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 3,
    /** No compression. */
    OrthancPluginCompressionType_None ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginCompressionType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginCompressionType;

  /**
   * @brief File format of an encoded image.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  {
    /** PNG, lossless. */
    OrthancPluginImageFormat_Png ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0,
    /** JPEG, lossy. */
    OrthancPluginImageFormat_Jpeg ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 1,
    /** DICOM file. */
    OrthancPluginImageFormat_Dicom ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginImageFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.4") = 0x7fffffff
  } OrthancPluginImageFormat;

  /**
   * @brief Value representation (VR) of a DICOM tag.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Application entity title, up to 16 characters. */
    OrthancPluginValueRepresentation_AE ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Age, such as 042Y. */
    OrthancPluginValueRepresentation_AS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** DICOM tags, each with a 16-bit group and a 16-bit element. */
    OrthancPluginValueRepresentation_AT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Code of up to 16 characters: capital letters, digits, space, underscore. */
    OrthancPluginValueRepresentation_CS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Date, as YYYYMMDD. */
    OrthancPluginValueRepresentation_DA ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** Decimal number as text, up to 16 characters. */
    OrthancPluginValueRepresentation_DS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 6,
    /** Date and time, with an optional fraction of a second and an optional time zone. */
    OrthancPluginValueRepresentation_DT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 7,
    /** 64-bit floating-point number. */
    OrthancPluginValueRepresentation_FD ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** 32-bit floating-point number. */
    OrthancPluginValueRepresentation_FL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 9,
    /** Integer as text, up to 12 characters. */
    OrthancPluginValueRepresentation_IS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 10,
    /** One line of text, up to 64 characters. */
    OrthancPluginValueRepresentation_LO ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 11,
    /** Text with line breaks, up to 10240 characters. */
    OrthancPluginValueRepresentation_LT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 12,
    /** Bytes. */
    OrthancPluginValueRepresentation_OB ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 13,
    /** Array of 32-bit floating-point numbers. */
    OrthancPluginValueRepresentation_OF ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 14,
    /** Array of 16-bit words. */
    OrthancPluginValueRepresentation_OW ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 15,
    /** Name of a person, in up to five components. */
    OrthancPluginValueRepresentation_PN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** One line of text, up to 16 characters. */
    OrthancPluginValueRepresentation_SH ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 17,
    /** Signed 32-bit integer. */
    OrthancPluginValueRepresentation_SL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 18,
    /** Sequence: list of nested datasets. */
    OrthancPluginValueRepresentation_SQ ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 19,
    /** Signed 16-bit integer. */
    OrthancPluginValueRepresentation_SS ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 20,
    /** Text with line breaks, up to 1024 characters. */
    OrthancPluginValueRepresentation_ST ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 21,
    /** Time of day, as HHMMSS with an optional fraction. */
    OrthancPluginValueRepresentation_TM ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 22,
    /** UID, up to 64 characters. */
    OrthancPluginValueRepresentation_UI ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 23,
    /** Unsigned 32-bit integer. */
    OrthancPluginValueRepresentation_UL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 24,
    /** Bytes of unknown meaning. */
    OrthancPluginValueRepresentation_UN ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 25,
    /** Unsigned 16-bit integer. */
    OrthancPluginValueRepresentation_US ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 26,
    /** Text with line breaks, of any length. */
    OrthancPluginValueRepresentation_UT ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 27,
    /** Array of 64-bit floating-point numbers. */
    OrthancPluginValueRepresentation_OD ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 28,
    /** Array of 32-bit words. */
    OrthancPluginValueRepresentation_OL ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 29,
    /** One line of text, of any length. */
    OrthancPluginValueRepresentation_UC ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 30,
    /** URI or URL. */
    OrthancPluginValueRepresentation_UR ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 31,
    /** Array of 64-bit words. */
    OrthancPluginValueRepresentation_OV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 32,
    /** Signed 64-bit integer. */
    OrthancPluginValueRepresentation_SV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 33,
    /** Unsigned 64-bit integer. */
    OrthancPluginValueRepresentation_UV ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 34,
    _OrthancPluginValueRepresentation_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginValueRepresentation;

  /**
   * @brief Layout of the JSON representation of a DICOM file.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Objects with the name, type and value of each tag, keyed by hexadecimal tag. */
    OrthancPluginDicomToJsonFormat_Full ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Values of the tags, keyed by hexadecimal tag. */
    OrthancPluginDicomToJsonFormat_Short ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Values of the tags, keyed by the name of the tag. */
    OrthancPluginDicomToJsonFormat_Human ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    _OrthancPluginDicomToJsonFormat_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFormat;

  /**
   * @brief Options for the conversion of a DICOM file to JSON, combined with a bitwise or.
   *
   * Binary values become data URIs (Base64), unless a flag requests another representation.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** No options. */
    OrthancPluginDicomToJsonFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** Include tags with binary values. */
    OrthancPluginDicomToJsonFlags_IncludeBinary ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Include private tags, whose group is odd. */
    OrthancPluginDicomToJsonFlags_IncludePrivateTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Include tags that are not in the dictionary. */
    OrthancPluginDicomToJsonFlags_IncludeUnknownTags ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Include the pixel data (7fe0,0010). */
    OrthancPluginDicomToJsonFlags_IncludePixelData ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 8,
    /** Write binary values as text, without their non-ASCII bytes. */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToAscii ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 16,
    /** Write binary values as null. */
    OrthancPluginDicomToJsonFlags_ConvertBinaryToNull ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 32,
    /** Ignore the tags after the pixel data. */
    OrthancPluginDicomToJsonFlags_StopAfterPixelData ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 64,
    /** Skip group lengths (gggg,0000). */
    OrthancPluginDicomToJsonFlags_SkipGroupLengths ORTHANC_PLUGIN_SINCE_SDK("1.9.1") = 128,
    _OrthancPluginDicomToJsonFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginDicomToJsonFlags;

  /**
   * @brief Options for the creation of a DICOM file, combined with a bitwise or.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** No options. */
    OrthancPluginCreateDicomFlags_None ORTHANC_PLUGIN_SINCE_SDK("1.2.0") = 0,
    /** Decode values that are data URIs. */
    OrthancPluginCreateDicomFlags_DecodeDataUriScheme ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Generate the patient ID and the study, series and SOP instance UIDs. */
    OrthancPluginCreateDicomFlags_GenerateIdentifiers ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    _OrthancPluginCreateDicomFlags_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginCreateDicomFlags;

  /**
   * @brief Comparison of an identifier with a value, by a database plugin.
   * @deprecated Use OrthancPluginConstraintType instead, which makes database plugins faster.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Equal. */
    OrthancPluginIdentifierConstraint_Equal ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** Less than or equal, in the order of strings. */
    OrthancPluginIdentifierConstraint_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Greater than or equal, in the order of strings. */
    OrthancPluginIdentifierConstraint_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Case-sensitive pattern with asterisks and question marks. */
    OrthancPluginIdentifierConstraint_Wildcard ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    _OrthancPluginIdentifierConstraint_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginIdentifierConstraint;

  /**
   * @brief Comparison of a main DICOM tag or an identifier with a value, by a database plugin.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.2")
  {
    /** Equal. */
    OrthancPluginConstraintType_Equal ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 1,
    /** Less than or equal, in the order of strings. */
    OrthancPluginConstraintType_SmallerOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 2,
    /** Greater than or equal, in the order of strings. */
    OrthancPluginConstraintType_GreaterOrEqual ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 3,
    /** Pattern with asterisks and question marks. */
    OrthancPluginConstraintType_Wildcard ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 4,
    /** One of several values. */
    OrthancPluginConstraintType_List ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 5,
    _OrthancPluginConstraintType_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.5.2") = 0x7fffffff
  } OrthancPluginConstraintType;

  /**
   * @brief Origin of a DICOM instance.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  {
    /** Unknown origin. */
    OrthancPluginInstanceOrigin_Unknown ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 1,
    /** DICOM protocol, such as C-STORE. */
    OrthancPluginInstanceOrigin_DicomProtocol ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 2,
    /** Upload through the REST API. */
    OrthancPluginInstanceOrigin_RestApi ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 3,
    /** Plugin. */
    OrthancPluginInstanceOrigin_Plugin ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 4,
    /** Lua script. */
    OrthancPluginInstanceOrigin_Lua ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 5,
    /** Upload to a WebDAV share. */
    OrthancPluginInstanceOrigin_WebDav ORTHANC_PLUGIN_SINCE_SDK("1.8.0") = 6,
    _OrthancPluginInstanceOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("0.9.5") = 0x7fffffff
  } OrthancPluginInstanceOrigin;

  /**
   * @brief Result of one step of a job.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** Success of the job: this was its last step. */
    OrthancPluginJobStepStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** Failure of the step, and thereby of the job. */
    OrthancPluginJobStepStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** Success of the step; the job continues with the next one. */
    OrthancPluginJobStepStatus_Continue ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3
  } OrthancPluginJobStepStatus;

  /**
   * @brief Reason why a job stops and releases its resources.
   *
   * All reasons but a pause are final: only a reset restarts the job after them.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  {
    /** Success of the job, after its last step. */
    OrthancPluginJobStopReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 1,
    /** Pause; the job can resume later. */
    OrthancPluginJobStopReason_Paused ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 2,
    /** Failure of a step; the user can resubmit the job. */
    OrthancPluginJobStopReason_Failure ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 3,
    /** Cancellation; the user can resubmit the job. */
    OrthancPluginJobStopReason_Canceled ORTHANC_PLUGIN_SINCE_SDK("1.4.2") = 4
  } OrthancPluginJobStopReason;

  /**
   * @brief Aggregation of the values of a metric.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** Latest value. */
    OrthancPluginMetricsType_Default ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** Duration: largest value of the last 10 seconds. */
    OrthancPluginMetricsType_Timer ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1
  } OrthancPluginMetricsType;

  /**
   * @brief Representation of binary tags (OB, OW, OF and similar VRs) in DICOMweb JSON or XML.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  {
    /** No value. */
    OrthancPluginDicomWebBinaryMode_Ignore ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 0,
    /** Bytes in Base64 (InlineBinary). */
    OrthancPluginDicomWebBinaryMode_InlineBinary ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 1,
    /** URI that serves the bytes (BulkDataURI). */
    OrthancPluginDicomWebBinaryMode_BulkDataUri ORTHANC_PLUGIN_SINCE_SDK("1.5.4") = 2,
    /** List of numbers; not available for OB. */
    OrthancPluginDicomWebBinaryMode_ArrayOfValues ORTHANC_PLUGIN_SINCE_SDK("1.13.0") = 3
  } OrthancPluginDicomWebBinaryMode;

  /**
   * @brief Result of storage commitment for one instance: DICOM tag Failure Reason (0008,1197).
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  {
    /** Success: the SCP keeps the instance safely. */
    OrthancPluginStorageCommitmentFailureReason_Success ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 0,
    /** 0110H: failure without a code of its own. */
    OrthancPluginStorageCommitmentFailureReason_ProcessingFailure ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 1,
    /** 0112H: instance that the SCP does not have. */
    OrthancPluginStorageCommitmentFailureReason_NoSuchObjectInstance ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 2,
    /** 0213H: lack of resources, such as disk space, to keep the instance. */
    OrthancPluginStorageCommitmentFailureReason_ResourceLimitation ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 3,
    /** 0122H: SOP class that the SCP does not support. */
    OrthancPluginStorageCommitmentFailureReason_ReferencedSOPClassNotSupported ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 4,
    /** 0119H: SOP class that differs from the one known to the SCP. */
    OrthancPluginStorageCommitmentFailureReason_ClassInstanceConflict ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 5,
    /** 0131H: transaction UID of another commitment request. */
    OrthancPluginStorageCommitmentFailureReason_DuplicateTransactionUID ORTHANC_PLUGIN_SINCE_SDK("1.6.0") = 6
  } OrthancPluginStorageCommitmentFailureReason;

  /**
   * @brief Action for a received instance, before it is stored.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  {
    /** Store the received file. */
    OrthancPluginReceivedInstanceAction_KeepAsIs ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 1,
    /** Store the file that the callback provides instead. */
    OrthancPluginReceivedInstanceAction_Modify ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 2,
    /** Discard the instance. */
    OrthancPluginReceivedInstanceAction_Discard ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 3,
    _OrthancPluginReceivedInstanceAction_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.10.0") = 0x7fffffff
  } OrthancPluginReceivedInstanceAction;

  /**
   * @brief Part of a stored DICOM file that OrthancPluginLoadDicomInstance() reads.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.1")
  {
    /** Whole file. */
    OrthancPluginLoadDicomInstanceMode_WholeDicom ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 1,
    /** Tags before the pixel data, which is faster. */
    OrthancPluginLoadDicomInstanceMode_UntilPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 2,
    /** Tags before the pixel data, and an empty pixel data tag of the original VR. */
    OrthancPluginLoadDicomInstanceMode_EmptyPixelData ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 3,
    _OrthancPluginLoadDicomInstanceMode_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.1") = 0x7fffffff
  } OrthancPluginLoadDicomInstanceMode;

  /**
   * @brief Severity of a log message.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** Error. */
    OrthancPluginLogLevel_Error ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0,
    /** Warning; shown by default, like errors. */
    OrthancPluginLogLevel_Warning ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** Information; shown with --verbose. */
    OrthancPluginLogLevel_Info ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** Details for debugging; shown with --trace. */
    OrthancPluginLogLevel_Trace ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 3,
    _OrthancPluginLogLevel_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogLevel;

  /**
   * @brief Part of the server to which a log message belongs.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.4")
  {
    /** General category, for most messages of plugins. */
    OrthancPluginLogCategory_Generic ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 1,
    /** Engine that runs plugins. Reserved for the core. */
    OrthancPluginLogCategory_Plugins ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 2,
    /** HTTP server and client. */
    OrthancPluginLogCategory_Http ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 4,
    /** SQLite. Reserved for the core. */
    OrthancPluginLogCategory_Sqlite ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 8,
    /** DICOM networking and files. */
    OrthancPluginLogCategory_Dicom ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 16,
    /** Jobs engine. */
    OrthancPluginLogCategory_Jobs ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 32,
    /** Lua. Reserved for the core. */
    OrthancPluginLogCategory_Lua ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 64,
    _OrthancPluginLogCategory_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.4") = 0x7fffffff
  } OrthancPluginLogCategory;

  /**
   * @brief Result of the storage of a DICOM instance.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** Stored. */
    OrthancPluginStoreStatus_Success ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** Unchanged: it was stored before, and option OverwriteInstances keeps such instances. */
    OrthancPluginStoreStatus_AlreadyStored ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    /** Not stored. */
    OrthancPluginStoreStatus_Failure ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 2,
    /** Refused by a plugin or by a Lua script. */
    OrthancPluginStoreStatus_FilteredOut ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 3,
    /** Refused because a limit of the storage is reached and MaximumStorageMode is Reject. */
    OrthancPluginStoreStatus_StorageFull ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 4,
    _OrthancPluginStoreStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginStoreStatus;

  /**
   * @brief End of a queue from which a value is taken.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  {
    /** Front. */
    OrthancPluginQueueOrigin_Front ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0,
    /** Back. */
    OrthancPluginQueueOrigin_Back ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 1,
    _OrthancPluginQueueOrigin_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.8") = 0x7fffffff
  } OrthancPluginQueueOrigin;

  /**
   * @brief Stability of a patient, study or series.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** Stable: no further instances are expected. */
    OrthancPluginStableStatus_Stable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** Unstable: further instances may arrive. */
    OrthancPluginStableStatus_Unstable ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    _OrthancPluginStableStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginStableStatus;

  /**
   * @brief Decision about an HTTP request by the authentication of a plugin.
   **/
  typedef enum ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  {
    /** Accept the request. */
    OrthancPluginHttpAuthenticationStatus_Granted ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0,
    /** Refuse the request of an unknown user (HTTP status 401). */
    OrthancPluginHttpAuthenticationStatus_Unauthorized ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 1,
    /** Refuse the request of a user without permission (HTTP status 403). */
    OrthancPluginHttpAuthenticationStatus_Forbidden ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 2,
    /** Redirect the client, for instance to a login page (HTTP status 307). */
    OrthancPluginHttpAuthenticationStatus_Redirect ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 3,
    _OrthancPluginHttpAuthenticationStatus_INTERNAL ORTHANC_PLUGIN_SINCE_SDK("1.12.9") = 0x7fffffff
  } OrthancPluginHttpAuthenticationStatus;

  /* ====================================================================================================
     Handles: opaque objects of the core.
     ==================================================================================================== */

  /**
   * @brief Answer to an HTTP request, in a REST callback.
   *
   * @par C
   * The core owns it. It is valid until the callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
    _OrthancPluginRestOutput_t OrthancPluginRestOutput;

  /**
   * @brief DICOM instance in memory, parsed by the core.
   *
   * An instance that a callback receives is valid until the callback returns.
   *
   * @par C
   * The plugin owns an instance that it has created, loaded or transcoded. Free it with
   * OrthancPluginFreeDicomInstance().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
    _OrthancPluginDicomInstance_t OrthancPluginDicomInstance;

  /**
   * @brief Decoded image: pixel buffer with width, height, pitch and pixel format.
   *
   * @par C
   * Free it with OrthancPluginFreeImage(), except where the core takes ownership.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginImage_t OrthancPluginImage;

  /**
   * @brief Storage area of the server, which is its own or that of a plugin.
   *
   * Database plugins receive it during an upgrade of their schema.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
    _OrthancPluginStorageArea_t OrthancPluginStorageArea;

  /**
   * @brief C-FIND request for modality worklists.
   *
   * @par C
   * The core owns it. It is valid until the worklist callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistQuery_t OrthancPluginWorklistQuery;

  /**
   * @brief Answers of a worklist callback to the C-FIND SCU.
   *
   * @par C
   * The core owns them. They are valid until the worklist callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
    _OrthancPluginWorklistAnswers_t OrthancPluginWorklistAnswers;

  /**
   * @brief C-FIND request for patients, studies, series or instances.
   *
   * @par C
   * The core owns it. It is valid until the C-FIND callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindQuery_t OrthancPluginFindQuery;

  /**
   * @brief Answers of a C-FIND callback to the C-FIND SCU.
   *
   * @par C
   * The core owns them. They are valid until the C-FIND callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
    _OrthancPluginFindAnswers_t OrthancPluginFindAnswers;

  /**
   * @brief C-FIND query that can be matched against DICOM instances.
   *
   * @par C
   * Free it with OrthancPluginFreeFindMatcher().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.2.0")
    _OrthancPluginFindMatcher_t OrthancPluginFindMatcher;

  /**
   * @brief Snapshot of the list of remote Orthanc servers (peers).
   *
   * @par C
   * Free it with OrthancPluginFreePeers().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginPeers_t OrthancPluginPeers;

  /**
   * @brief Job of the plugin, to be submitted to the jobs engine.
   *
   * @par C
   * Pass it to OrthancPluginSubmitJob(), or free it with OrthancPluginFreeJob().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
    _OrthancPluginJob_t OrthancPluginJob;

  /**
   * @brief Binary tag in a DICOMweb document (JSON or XML), while the document is written.
   *
   * @par C
   * The core owns it. It is valid until the callback for binary tags returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
    _OrthancPluginDicomWebNode_t OrthancPluginDicomWebNode;

  /**
   * @brief DICOM association over which a request was received.
   *
   * @par C
   * The core owns it. It is valid until the callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
    _OrthancPluginDicomConnection_t OrthancPluginDicomConnection;

  /**
   * @brief Reader for the body of an HTTP request that arrives in chunks.
   *
   * @par C
   * The plugin defines and creates this object. The core passes it back to the functions that were registered
   * with OrthancPluginRegisterChunkedRestCallback(), the last of which frees it.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
    _OrthancPluginServerChunkedRequestReader_t OrthancPluginServerChunkedRequestReader;

  /**
   * @brief Listing of a WebDAV folder, or content of a WebDAV file, that a callback provides.
   *
   * @par C
   * The core owns it. It is valid until the callback returns.
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
    _OrthancPluginWebDavCollection_t OrthancPluginWebDavCollection;

  /**
   * @brief Iterator over the entries of a key-value store.
   *
   * @par C
   * Free it with OrthancPluginFreeKeysValuesIterator().
   **/
  typedef struct ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
    _OrthancPluginKeysValuesIterator_t OrthancPluginKeysValuesIterator;

  /* ====================================================================================================
     Structs: data that the core shares with plugins.
     ==================================================================================================== */

  /**
   * @brief HTTP request, as a callback receives it.
   *
   * @par C
   * The core owns the struct and everything that it points to, and all of it is valid until the callback
   * returns. Neither the body nor the payload of the authentication ends with a zero byte.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** HTTP method. */
    OrthancPluginHttpMethod method ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of groups. */
    uint32_t groupsCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Matches of the groups in the regular expression of the path, in order. */
    const char* const* groups ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of getKeys and of getValues. */
    uint32_t getCount ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Names of the arguments in the query string of a GET request. */
    const char* const* getKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Values of these arguments, in the order of getKeys. */
    const char* const* getValues ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Body of a POST or PUT request. */
    const void* body ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Size of the body in bytes. */
    uint32_t bodySize ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Length of headersKeys and of headersValues. */
    uint32_t headersCount ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Names of the HTTP headers, in lower case. */
    const char* const* headersKeys ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Values of these headers, in the order of headersKeys. */
    const char* const* headersValues ORTHANC_PLUGIN_SINCE_SDK("0.8.1");
    /** Bytes that the HTTP authentication callback attached to the request. */
    const void* authenticationPayload ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
    /** Size of the payload in bytes; 0 without an HTTP authentication callback. */
    uint32_t authenticationPayloadSize ORTHANC_PLUGIN_SINCE_SDK("1.12.9");
  } OrthancPluginHttpRequest;

  /**
   * @brief Buffer that the core has allocated, with a 32-bit size.
   *
   * @par C
   * Free its content with OrthancPluginFreeMemoryBuffer(). The plugin owns the struct itself.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct
  {
    /** Content of the buffer. */
    void* data ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Size of the buffer in bytes. */
    uint32_t size ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginMemoryBuffer;

  /**
   * @brief Buffer that the core has allocated, with a 64-bit size.
   *
   * @par C
   * Free its content with OrthancPluginFreeMemoryBuffer64(). The plugin owns the struct itself.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef struct
  {
    /** Content of the buffer. */
    void* data ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
    /** Size of the buffer in bytes. */
    uint64_t size ORTHANC_PLUGIN_SINCE_SDK("1.9.0");
  } OrthancPluginMemoryBuffer64;

  /**
   * @brief Entry for a tag in the DICOM dictionary of the server.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef struct
  {
    /** Group of the tag. */
    uint16_t group ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Element of the tag. */
    uint16_t element ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Value representation of the tag. */
    OrthancPluginValueRepresentation vr ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Minimum number of values. */
    uint32_t minMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
    /** Maximum number of values, 0 for any number. */
    uint32_t maxMultiplicity ORTHANC_PLUGIN_SINCE_SDK("0.9.5");
  } OrthancPluginDictionaryEntry;

  /* ====================================================================================================
     Callbacks, Callbacks: types of functions that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief Answer an HTTP request to a registered path.
   *
   * The callback must answer before it returns. With OrthancPluginRegisterRestCallback(), the core runs one
   * such callback at a time; with OrthancPluginRegisterRestCallbackNoLock(), several threads may run it at
   * the same time.
   *
   * @ingroup Callbacks
   * @param output HTTP answer, with which the callback responds. Valid until the callback returns.
   * @param uri Path of the request, without GET arguments. Valid during the call.
   * @param request HTTP method, headers, arguments and body of the request. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code, which the core turns into an HTTP error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef OrthancPluginErrorCode (*OrthancPluginRestCallback)(
    OrthancPluginRestOutput* output,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief React to a DICOM instance that has just been stored.
   *
   * @par C
   * The core waits for this callback, and may hold locks meanwhile. Calls to the REST API can therefore
   * deadlock. Make them in a thread of the plugin instead.
   *
   * @ingroup Callbacks
   * @param instance Stored instance. Valid during the call.
   * @param instanceId Orthanc identifier of the instance. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  typedef OrthancPluginErrorCode (*OrthancPluginOnStoredInstanceCallback)(
    const OrthancPluginDicomInstance* instance,
    const char* instanceId);

  /**
   * @brief React to a change of a resource or of the state of the server.
   *
   * @par C
   * The core waits for this callback, and may hold locks meanwhile. Calls to the REST API can therefore
   * deadlock. Make them in a thread of the plugin instead.
   *
   * @ingroup Callbacks
   * @param changeType Type of the event.
   * @param resourceType Level of the resource, OrthancPluginResourceType_None if the event concerns no
   * resource.
   * @param resourceId Orthanc identifier of the resource. May be NULL if the event concerns no resource, such
   * as the start of the server. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.5")
  typedef OrthancPluginErrorCode (*OrthancPluginOnChangeCallback)(
    OrthancPluginChangeType changeType,
    OrthancPluginResourceType resourceType,
    const char* resourceId);

  /**
   * @brief Decode one frame of a DICOM file into an image.
   *
   * Several threads may call it at the same time. If it fails, the core tries the next decoder. The
   * configuration option "BuiltinDecoderTranscoderOrder" determines whether the built-in decoder is tried
   * before, after or not at all.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with a new image, for instance from OrthancPluginCreateImage(). The
   * core frees it.
   * @param dicom DICOM file. Valid during the call.
   * @param size Size of the DICOM file in bytes.
   * @param frameIndex Index of the frame to decode, counted from 0.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginDecodeImageCallback)(
    OrthancPluginImage** target,
    const void* dicom,
    uint32_t size,
    uint32_t frameIndex);

  /**
   * @brief Free memory that the provider of this function has allocated.
   *
   * This function lets the core return memory to the C library that allocated it.
   *
   * @ingroup Callbacks
   * @param buffer Memory to free. It must not be used afterwards.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef void (*OrthancPluginFree)(
    void* buffer);

  /**
   * @brief Choose the representation of a binary value in a DICOMweb document.
   *
   * @par C
   * The core provides this function to OrthancPluginDicomWebBinaryCallback and
   * OrthancPluginDicomWebBinaryCallback2. Call it only during that callback. The core copies the URI.
   *
   * @ingroup Callbacks
   * @param node Node that the callback received.
   * @param mode Representation of the value.
   * @param bulkDataUri URI for mode OrthancPluginDicomWebBinaryMode_BulkDataUri. May be NULL for the other
   * modes.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginDicomWebSetBinaryNode)(
    OrthancPluginDicomWebNode* node,
    OrthancPluginDicomWebBinaryMode mode,
    const char* bulkDataUri ORTHANC_PLUGIN_NULLABLE);

  /**
   * @brief Write a new file into the storage area.
   *
   * Several threads may call the functions of a storage area at the same time.
   *
   * @ingroup Callbacks
   * @param uuid Name of the file, by which the core later reads and removes it. Valid during the call.
   * @param content Content of the file. Valid during the call.
   * @param size Size of the file in bytes.
   * @param type Type of the content.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCreate)(
    const char* uuid,
    const void* content,
    int64_t size,
    OrthancPluginContentType type);

  /**
   * @brief Read a whole file from the storage area.
   *
   * Several threads may call the functions of a storage area at the same time.
   *
   * @par C
   * Allocate the content with malloc() and no other allocator, because the core passes it to free().
   *
   * @ingroup Callbacks
   * @param content Filled by the plugin with the content of the file. The core frees it.
   * @param size Filled by the plugin with the size of the file in bytes.
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRead)(
    void** content,
    int64_t* size,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Read a whole file from the storage area.
   *
   * Several threads may call the functions of a storage area at the same time.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with the content of the file; create it with
   * OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageReadWhole)(
    OrthancPluginMemoryBuffer64* target,
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Read a range of bytes of a file in the storage area.
   *
   * Several threads may call the functions of a storage area at the same time.
   *
   * @par C
   * The core creates and frees the target. Its size is the number of bytes to read. Write to its memory, and
   * do not create another buffer.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with the bytes of the range.
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @param rangeStart Offset of the first byte to read, counted from 0.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * Several threads may call the functions of a storage area at the same time.
   *
   * @ingroup Callbacks
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.3")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove)(
    const char* uuid,
    OrthancPluginContentType type);

  /**
   * @brief Write a new file into the storage area, with optional custom data.
   *
   * The core stores the custom data in its database, and passes them to the callbacks that read or remove the
   * file. Several threads may call the functions of a storage area at the same time.
   *
   * @par C
   * Leave the buffer of the custom data untouched if the file has none.
   *
   * @ingroup Callbacks
   * @param customData Filled by the plugin with the custom data of the file; create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param uuid Name of the file, by which the core later reads and removes it. Valid during the call.
   * @param content Content of the file, already compressed. Valid during the call.
   * @param size Size of the content in bytes.
   * @param type Type of the content.
   * @param compressionType Compression that the core applied to the content,
   * OrthancPluginCompressionType_None if none.
   * @param dicomInstance DICOM instance to which the file belongs. May be NULL if the file is not a DICOM
   * instance. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCreate2)(
    OrthancPluginMemoryBuffer* customData,
    const char* uuid,
    const void* content,
    uint64_t size,
    OrthancPluginContentType type,
    OrthancPluginCompressionType compressionType,
    const OrthancPluginDicomInstance* dicomInstance ORTHANC_PLUGIN_NULLABLE);

  /**
   * @brief Read a range of bytes of a file in the storage area, given its custom data.
   *
   * The core also reads whole files with this function. Several threads may call the functions of a storage
   * area at the same time.
   *
   * @par C
   * The core creates and frees the target. Its size is the number of bytes to read. Write to its memory, and
   * do not create another buffer.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with the bytes of the range.
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @param rangeStart Offset of the first byte to read, counted from 0.
   * @param customData Custom data that the plugin attached to the file when it created it. Valid during the
   * call.
   * @param customDataSize Size of the custom data in bytes, 0 if the file has none.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * Several threads may call the functions of a storage area at the same time.
   *
   * @ingroup Callbacks
   * @param uuid Name with which the file was created. Valid during the call.
   * @param type Type of the content.
   * @param customData Custom data that the plugin attached to the file when it created it. Valid during the
   * call.
   * @param customDataSize Size of the custom data in bytes, 0 if the file has none.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageRemove2)(
    const char* uuid,
    OrthancPluginContentType type,
    const void* customData,
    uint32_t customDataSize);

  /**
   * @brief Accept or refuse an HTTP request.
   *
   * The client of a refused request receives HTTP status 403. Several threads may call the filter at the same
   * time.
   *
   * @par C
   * Protect shared data with locks. A result of -1 means that the filter failed.
   *
   * @ingroup Callbacks
   * @param method HTTP method.
   * @param uri Path of the request. Valid during the call.
   * @param ip IP address of the client. Valid during the call.
   * @param headersCount Number of headers.
   * @param headersKeys Names of the headers, in lower case. Valid during the call.
   * @param headersValues Values of these headers, in the order of headersKeys. Valid during the call.
   * @return 1 to accept the request, 0 to refuse it.
   * @deprecated Use OrthancPluginIncomingHttpRequestFilter2, which also receives the GET arguments.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginIncomingHttpRequestFilter)(
    OrthancPluginHttpMethod method,
    const char* uri,
    const char* ip,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues);

  /**
   * @brief Accept or refuse an HTTP request, given its GET arguments.
   *
   * The client of a refused request receives HTTP status 403. Several threads may call the filter at the same
   * time. With HTTP Basic authentication, the header "authorization" contains the user name: its value is the
   * Base64 encoding of the name, a colon and the password.
   *
   * @par C
   * Protect shared data with locks. A result of -1 means that the filter failed.
   *
   * @ingroup Callbacks
   * @param method HTTP method.
   * @param uri Path of the request. Valid during the call.
   * @param ip IP address of the client. Valid during the call.
   * @param headersCount Number of headers.
   * @param headersKeys Names of the headers, in lower case. Valid during the call.
   * @param headersValues Values of these headers, in the order of headersKeys. Valid during the call.
   * @param getArgumentsCount Number of GET arguments, 0 for other methods than GET.
   * @param getArgumentsKeys Names of the arguments of a GET request. Valid during the call.
   * @param getArgumentsValues Values of these arguments, in the order of getArgumentsKeys. Valid during the
   * call.
   * @return 1 to accept the request, 0 to refuse it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.3.0")
  typedef int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginIncomingHttpRequestFilter2)(
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
   * @brief Serialize a job of the plugin to JSON.
   *
   * The core stores the JSON in its database. After a restart of Orthanc, an OrthancPluginJobsUnserializer
   * recreates the job from it. Orthanc 1.12.7 and 1.13.0 never call this function: only jobs of
   * OrthancPluginCreateJob() survive a restart there.
   *
   * @par C
   * A result of -1 means that the callback failed.
   *
   * @ingroup Callbacks
   * @param target Filled by the plugin with a JSON object in UTF-8; create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param job Payload of the job, as passed to OrthancPluginCreateJob2().
   * @return 1 if the job is serialized, 0 if jobs of this type are not saved.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginJobGetSerialized2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief Recreate a job from its serialized form.
   *
   * The core calls it when the jobs engine starts, once for each saved job of a plugin.
   *
   * @par C
   * The core takes ownership of the job.
   *
   * @ingroup Callbacks
   * @param jobType Type with which the job was created. Valid during the call.
   * @param serialized JSON from the serialization callback of the job, to which the core has added the type
   * as "Type". Valid during the call.
   * @return New job from OrthancPluginCreateJob() or OrthancPluginCreateJob2(), NULL if the plugin does not
   * know the type.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJob* (*OrthancPluginJobsUnserializer)(
    const char* jobType,
    const char* serialized);

  /**
   * @brief Update the metrics of the plugin.
   *
   * The core calls it when a client, such as Prometheus, is about to collect the metrics. Set the values with
   * OrthancPluginSetMetricsValue() or OrthancPluginSetMetricsIntegerValue(). Measure costly values here,
   * rather than periodically.
   *
   * @ingroup Callbacks
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.4")
  typedef void (*OrthancPluginRefreshMetricsCallback)(void);

  /**
   * @brief Choose the representation of one binary value in a DICOMweb document.
   *
   * The core calls it during OrthancPluginEncodeDicomWebJson() and OrthancPluginEncodeDicomWebXml(), for each
   * element with a VR of OB, OD, OF, OL, OW or UN. A value for which no representation is chosen is left out.
   *
   * @par C
   * Call the setter at most once. All three arrays have the length levelDepth.
   *
   * @ingroup Callbacks
   * @param node Node of the value, on which to choose the representation. Valid during the call.
   * @param setter Function of the core that sets the representation of the node.
   * @param levelDepth Number of sequences that enclose the element, 0 at the top of the dataset.
   * @param levelTagGroup Groups of the tags of the enclosing sequences, outermost first. Valid during the
   * call.
   * @param levelTagElement Elements of the tags of the enclosing sequences, outermost first. Valid during the
   * call.
   * @param levelIndex Indices of the enclosing items in these sequences, counted from 0. Valid during the
   * call.
   * @param tagGroup Group of the tag.
   * @param tagElement Element of the tag.
   * @param vr VR of the tag.
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
   * @brief Choose the representation of one binary value in a DICOMweb document, given a payload.
   *
   * The core calls it during OrthancPluginEncodeDicomWebJson2() and OrthancPluginEncodeDicomWebXml2(), for
   * each element with a VR of OB, OD, OF, OL, OW or UN. A value for which no representation is chosen is left
   * out.
   *
   * @par C
   * Call the setter at most once. All three arrays have the length levelDepth.
   *
   * @ingroup Callbacks
   * @param node Node of the value, on which to choose the representation. Valid during the call.
   * @param setter Function of the core that sets the representation of the node.
   * @param levelDepth Number of sequences that enclose the element, 0 at the top of the dataset.
   * @param levelTagGroup Groups of the tags of the enclosing sequences, outermost first. Valid during the
   * call.
   * @param levelTagElement Elements of the tags of the enclosing sequences, outermost first. Valid during the
   * call.
   * @param levelIndex Indices of the enclosing items in these sequences, counted from 0. Valid during the
   * call.
   * @param tagGroup Group of the tag.
   * @param tagElement Element of the tag.
   * @param vr VR of the tag.
   * @param payload Payload, as passed to the encoding function.
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
   * @brief Create the reader of a POST or PUT request whose body arrives in chunks.
   *
   * Several threads may call it at the same time.
   *
   * @par C
   * The core passes the reader to OrthancPluginServerChunkedRequestReaderFinalize when the request is over.
   *
   * @ingroup Callbacks
   * @param reader Filled by the plugin with a new reader for this request.
   * @param uri Path of the request. Valid during the call.
   * @param request HTTP method, path groups and headers of the request, without a body. Valid during the
   * call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderFactory)(
    OrthancPluginServerChunkedRequestReader** reader,
    const char* uri,
    const OrthancPluginHttpRequest* request);

  /**
   * @brief Receive the next chunk of the body of a request.
   *
   * @ingroup Callbacks
   * @param reader Reader of the request, from the factory.
   * @param data Content of the chunk. Valid during the call.
   * @param size Size of the chunk in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderAddChunk)(
    OrthancPluginServerChunkedRequestReader* reader,
    const void* data,
    uint32_t size);

  /**
   * @brief Answer a request whose body has been received completely.
   *
   * @ingroup Callbacks
   * @param reader Reader of the request, from the factory.
   * @param output HTTP answer, with which the callback responds. Valid until the callback returns.
   * @return OrthancPluginErrorCode_Success, or an error code, which the core turns into an HTTP error.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginServerChunkedRequestReaderExecute)(
    OrthancPluginServerChunkedRequestReader* reader,
    OrthancPluginRestOutput* output);

  /**
   * @brief Free the reader of a request.
   *
   * The core also calls it if the client disconnected or failed before the end of the body.
   *
   * @ingroup Callbacks
   * @param reader Reader of the request, from the factory. The core does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef void (*OrthancPluginServerChunkedRequestReaderFinalize)(
    OrthancPluginServerChunkedRequestReader* reader);

  /**
   * @brief Accept or refuse a DICOM instance that was received.
   *
   * The filter covers all sources, such as the DICOM protocol and HTTP. The instance has no metadata yet: do
   * not call OrthancPluginGetInstanceMetadata().
   *
   * @par C
   * The core waits for this callback, and may hold locks meanwhile. Calls to the REST API can therefore
   * deadlock. Make them in a thread of the plugin instead. A result of -1 means that the filter failed.
   *
   * @ingroup Callbacks
   * @param instance Received instance. Valid during the call.
   * @return 1 to store the instance, 0 to discard it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.1")
  typedef int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginIncomingDicomInstanceFilter)(
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief Accept or refuse a DICOM instance that was received with C-STORE.
   *
   * The instance has no metadata yet: do not call OrthancPluginGetInstanceMetadata().
   *
   * @par C
   * The core waits for this callback, and may hold locks meanwhile. Calls to the REST API can therefore
   * deadlock. Make them in a thread of the plugin instead. A result of -1 means that the filter failed.
   *
   * @ingroup Callbacks
   * @param dimseStatus Filled by the plugin with the DIMSE status of the answer to the SCU, if it discards
   * the instance.
   * @param instance Received instance. Valid during the call.
   * @return 1 to store the instance, 0 to discard it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.0")
  typedef int32_t (*OrthancPluginIncomingCStoreInstanceFilter)(
    uint16_t* dimseStatus,
    const OrthancPluginDicomInstance* instance);

  /**
   * @brief Keep, replace or discard a received DICOM file.
   *
   * The core calls it for all sources, before transcoding and before the filters for incoming instances.
   *
   * @par C
   * The core waits for this callback, and may hold locks meanwhile. Calls to the REST API can therefore
   * deadlock. Make them in a thread of the plugin instead.
   *
   * @ingroup Callbacks
   * @param modifiedDicomBuffer Filled by the plugin with the new DICOM file, if it replaces the received one;
   * create it with OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param receivedDicomBuffer Received DICOM file. Valid during the call.
   * @param receivedDicomBufferSize Size of the received file in bytes.
   * @param origin Origin of the file.
   * @return Action for the received file.
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
   * Several threads may call it at the same time. If it fails, the core tries the next transcoder. The
   * configuration option "BuiltinDecoderTranscoderOrder" determines whether the built-in transcoder is tried
   * before, after or not at all.
   *
   * @ingroup Callbacks
   * @param transcoded Filled by the plugin with the transcoded DICOM file; create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param buffer DICOM file to transcode. Valid during the call.
   * @param size Size of the file in bytes.
   * @param allowedSyntaxes UIDs of the allowed transfer syntaxes, one of which the plugin chooses. Valid
   * during the call.
   * @param countSyntaxes Number of allowed transfer syntaxes.
   * @param allowNewSopInstanceUid 1 if the result may have a new SOP instance UID, as lossy compression
   * requires, 0 if not.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.7.0")
  typedef OrthancPluginErrorCode (*OrthancPluginTranscoderCallback)(
    OrthancPluginMemoryBuffer* transcoded,
    const void* buffer,
    uint64_t size,
    const char* const* allowedSyntaxes,
    uint32_t countSyntaxes,
    uint8_t allowNewSopInstanceUid ORTHANC_PLUGIN_FLAG);

  /**
   * @brief Add a file to the listing of a WebDAV folder.
   *
   * @par C
   * The core provides this function to OrthancPluginWebDavListFolderCallback. Call it only during that
   * callback. The core copies all texts.
   *
   * @ingroup Callbacks
   * @param collection Listing that the callback received.
   * @param name Name of the file, without its path.
   * @param size Size of the file in bytes. Since SDK 1.12.11, ORTHANC_PLUGINS_WEBDAV_UNKNOWN_FILE_SIZE (2**64
   * - 1) omits the size from the answer, for a file that is only created when it is read.
   * @param mimeType MIME type of the file. May be NULL or empty; the core then guesses it from the extension
   * of the name.
   * @param dateTime Creation time in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFile)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    uint64_t size,
    const char* mimeType ORTHANC_PLUGIN_NULLABLE,
    const char* dateTime);

  /**
   * @brief Add a subfolder to the listing of a WebDAV folder.
   *
   * @par C
   * The core provides this function to OrthancPluginWebDavListFolderCallback. Call it only during that
   * callback. The core copies all texts.
   *
   * @ingroup Callbacks
   * @param collection Listing that the callback received.
   * @param name Name of the subfolder, without its path.
   * @param dateTime Creation time in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavAddFolder)(
    OrthancPluginWebDavCollection* collection,
    const char* name,
    const char* dateTime);

  /**
   * @brief Provide the content of a WebDAV file.
   *
   * @par C
   * The core provides this function to OrthancPluginWebDavRetrieveFileCallback. Call it only during that
   * callback. The core copies the content and all texts.
   *
   * @ingroup Callbacks
   * @param collection Answer that the callback received.
   * @param data Content of the file.
   * @param size Size of the file in bytes.
   * @param mimeType MIME type of the file. May be NULL or empty; the core then guesses it from the extension
   * of the name.
   * @param dateTime Creation time in UTC, as YYYYMMDDTHHMMSS,fffffffff (for example
   * 20240131T235959,000000000).
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavRetrieveFile)(
    OrthancPluginWebDavCollection* collection,
    const void* data,
    uint64_t size,
    const char* mimeType ORTHANC_PLUGIN_NULLABLE,
    const char* dateTime);

  /**
   * @brief Check whether a folder of a WebDAV collection exists.
   *
   * @ingroup Callbacks
   * @param isExisting Filled by the plugin: 1 if the folder exists, 0 if not.
   * @param pathSize Number of names in the path, 0 for the root of the collection.
   * @param pathItems Names along the path of the folder, outermost first. Valid during the call.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavIsExistingFolderCallback)(
    uint8_t* isExisting ORTHANC_PLUGIN_FLAG,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief List the files and subfolders of a WebDAV folder.
   *
   * @par C
   * Call addFile and addFolder once for each entry.
   *
   * @ingroup Callbacks
   * @param isExisting Filled by the plugin: 1 if the folder exists, 0 if not.
   * @param collection Listing to which the callback adds each entry. Valid during the call.
   * @param addFile Function of the core that adds one file to the listing.
   * @param addFolder Function of the core that adds one subfolder to the listing.
   * @param pathSize Number of names in the path, 0 for the root of the collection.
   * @param pathItems Names along the path of the folder, outermost first. Valid during the call.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavListFolderCallback)(
    uint8_t* isExisting ORTHANC_PLUGIN_FLAG,
    OrthancPluginWebDavCollection* collection,
    OrthancPluginWebDavAddFile addFile,
    OrthancPluginWebDavAddFolder addFolder,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Read a file of a WebDAV collection.
   *
   * @par C
   * Call retrieveFile once, or not at all if the file does not exist.
   *
   * @ingroup Callbacks
   * @param collection Answer to which the callback passes the content, if the file exists. Valid during the
   * call.
   * @param retrieveFile Function of the core that receives the content.
   * @param pathSize Number of names in the path.
   * @param pathItems Names along the path of the file, outermost first. Valid during the call.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @par C
   * Contrary to its name, isReadOnly is 1 if the operation succeeded.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the file is stored, 0 if it cannot be written.
   * @param pathSize Number of names in the path.
   * @param pathItems Names along the path of the file, outermost first. Valid during the call.
   * @param data Content of the file. Valid during the call.
   * @param size Size of the file in bytes.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavStoreFileCallback)(
    uint8_t* isReadOnly ORTHANC_PLUGIN_FLAG,
    uint32_t pathSize,
    const char* const* pathItems,
    const void* data,
    uint64_t size,
    void* payload);

  /**
   * @brief Create a folder of a WebDAV collection.
   *
   * @par C
   * Contrary to its name, isReadOnly is 1 if the operation succeeded.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the folder is created, 0 if it cannot be created.
   * @param pathSize Number of names in the path.
   * @param pathItems Names along the path of the new folder, outermost first. Valid during the call.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavCreateFolderCallback)(
    uint8_t* isReadOnly ORTHANC_PLUGIN_FLAG,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Delete a file or folder of a WebDAV collection.
   *
   * @par C
   * Contrary to its name, isReadOnly is 1 if the operation succeeded.
   *
   * @ingroup Callbacks
   * @param isReadOnly Filled by the plugin: 1 if the item is deleted, 0 if it cannot be deleted.
   * @param pathSize Number of names in the path.
   * @param pathItems Names along the path of the item, outermost first. Valid during the call.
   * @param payload Payload of the collection, as passed to OrthancPluginRegisterWebDavCollection().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.10.1")
  typedef OrthancPluginErrorCode (*OrthancPluginWebDavDeleteItemCallback)(
    uint8_t* isReadOnly ORTHANC_PLUGIN_FLAG,
    uint32_t pathSize,
    const char* const* pathItems,
    void* payload);

  /**
   * @brief Execute one operation on the database of a plugin.
   *
   * Several threads may call it at the same time. Requests and responses are messages of
   * OrthancDatabasePlugin.proto, in the binary format of Protocol Buffers.
   *
   * @ingroup Callbacks
   * @param response Filled by the plugin with the encoded response; create it with
   * OrthancPluginCreateMemoryBuffer64(). The core frees it.
   * @param backend Database object, as passed to OrthancPluginRegisterDatabaseBackendV4().
   * @param request Encoded request. Valid during the call.
   * @param requestSize Size of the request in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef OrthancPluginErrorCode (*OrthancPluginCallDatabaseBackendV4)(
    OrthancPluginMemoryBuffer64* response,
    void* backend,
    const void* request,
    uint64_t requestSize);

  /**
   * @brief Free the database object of a plugin.
   *
   * @ingroup Callbacks
   * @param backend Database object, as passed to OrthancPluginRegisterDatabaseBackendV4(). The core does not
   * use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.0")
  typedef void (*OrthancPluginFinalizeDatabaseBackendV4)(
    void* backend);

  /**
   * @brief Authenticate an HTTP request, and decide whether to serve it.
   *
   * The core calls it for each HTTP request, in place of its built-in authentication. Several threads may
   * call it at the same time.
   *
   * @ingroup Callbacks
   * @param status Filled by the plugin with the decision.
   * @param customPayload Filled by the plugin with optional bytes for the REST callback, if it accepts the
   * request; create it with OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param redirection Filled by the plugin with the path to which it redirects the client, relative to the
   * root of the HTTP server; create it with OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param uri Path of the request, without GET arguments. Valid during the call.
   * @param ip IP address of the client. Valid during the call.
   * @param headersCount Number of headers.
   * @param headersKeys Names of the headers, in lower case. Valid during the call.
   * @param headersValues Values of these headers, in the order of headersKeys. Valid during the call.
   * @param getCount Number of GET arguments, 0 for other methods than GET.
   * @param getKeys Names of the arguments of a GET request. Valid during the call.
   * @param getValues Values of these arguments, in the order of getKeys. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Record an audit log: an action of a user on a resource.
   *
   * Plugins emit audit logs with OrthancPluginEmitAuditLog(). The emitting plugin defines the meaning of the
   * action and the format of the data.
   *
   * @ingroup Callbacks
   * @param sourcePlugin Name of the plugin that emitted the audit log. Valid during the call.
   * @param userId Identifier of the person or program that acted. Valid during the call.
   * @param resourceType Level of the resource.
   * @param resourceId Identifier of the resource. Valid during the call.
   * @param action Action on the resource, as named by the emitting plugin. Valid during the call.
   * @param logData Additional data, in a format of the emitting plugin. Valid during the call.
   * @param logDataSize Size of the additional data in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
     Callbacks, DicomCallbacks: types of functions that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief Answer a C-FIND request for modality worklists.
   *
   * Add each matching worklist with OrthancPluginWorklistAddAnswer(). OrthancPluginWorklistIsMatch() checks
   * whether a worklist matches. Prefer OrthancPluginWorklistCallback2 where the core provides it.
   *
   * @ingroup DicomCallbacks
   * @param answers Answers, to which the callback adds the matching worklists. Valid during the call.
   * @param query Query of the SCU. Valid during the call.
   * @param issuerAet AET of the SCU. Valid during the call.
   * @param calledAet AET of Orthanc, as called by the SCU. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief Answer a C-FIND request for modality worklists, given the DICOM connection.
   *
   * Add each matching worklist with OrthancPluginWorklistAddAnswer(). OrthancPluginWorklistIsMatch() checks
   * whether a worklist matches.
   *
   * @ingroup DicomCallbacks
   * @param answers Answers, to which the callback adds the matching worklists. Valid during the call.
   * @param query Query of the SCU. Valid during the call.
   * @param connection DICOM connection of the request. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginWorklistCallback2)(
    OrthancPluginWorklistAnswers* answers,
    const OrthancPluginWorklistQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief Answer a C-FIND request for patients, studies, series or instances.
   *
   * The callback replaces the built-in C-FIND SCP. Requests for worklists go to OrthancPluginWorklistCallback
   * instead. Add each match with OrthancPluginFindAddAnswer(). Prefer OrthancPluginFindCallback2 where the
   * core provides it.
   *
   * @ingroup DicomCallbacks
   * @param answers Answers, to which the callback adds the matches. Valid during the call.
   * @param query Tags and values of the query. Valid during the call.
   * @param issuerAet AET of the SCU. Valid during the call.
   * @param calledAet AET of Orthanc, as called by the SCU. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const char* issuerAet,
    const char* calledAet);

  /**
   * @brief Answer a C-FIND request for patients, studies, series or instances, given the DICOM connection.
   *
   * The callback replaces the built-in C-FIND SCP. Requests for worklists go to
   * OrthancPluginWorklistCallback2 instead. Add each match with OrthancPluginFindAddAnswer().
   *
   * @ingroup DicomCallbacks
   * @param answers Answers, to which the callback adds the matches. Valid during the call.
   * @param query Tags and values of the query. Valid during the call.
   * @param connection DICOM connection of the request. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef OrthancPluginErrorCode (*OrthancPluginFindCallback2)(
    OrthancPluginFindAnswers* answers,
    const OrthancPluginFindQuery* query,
    const OrthancPluginDicomConnection* connection);

  /**
   * @brief Create the driver of a C-MOVE request.
   *
   * A driver is an object of the plugin that knows the instances to send. Each call to OrthancPluginApplyMove
   * sends one of them. The request is a query/retrieve if source and target have the same AET. Prefer
   * OrthancPluginMoveCallback2 where the core provides it.
   *
   * @par C
   * The core passes the driver to OrthancPluginFreeMove when the request is over.
   *
   * @ingroup DicomCallbacks
   * @param resourceType Query/Retrieve Level (0008,0052) of the request, OrthancPluginResourceType_None if
   * the request has none.
   * @param patientId Patient ID (0010,0020). May be NULL if the request has none. Valid during the call.
   * @param accessionNumber Accession Number (0008,0050). May be NULL if the request has none. Valid during
   * the call.
   * @param studyInstanceUid Study Instance UID (0020,000D). May be NULL if the request has none. Valid during
   * the call.
   * @param seriesInstanceUid Series Instance UID (0020,000E). May be NULL if the request has none. Valid
   * during the call.
   * @param sopInstanceUid SOP Instance UID (0008,0018). May be NULL if the request has none. Valid during the
   * call.
   * @param originatorAet AET of the SCU. Valid during the call.
   * @param sourceAet AET of the server that sends the instances. Valid during the call.
   * @param targetAet AET of the server that receives the instances. Valid during the call.
   * @param originatorId Message ID (0000,0110) of the request.
   * @return New driver, NULL if the plugin cannot serve the request.
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
   * @brief Create the driver of a C-MOVE request, given the DICOM connection.
   *
   * A driver is an object of the plugin that knows the instances to send. Each call to OrthancPluginApplyMove
   * sends one of them.
   *
   * @par C
   * The core passes the driver to OrthancPluginFreeMove when the request is over.
   *
   * @ingroup DicomCallbacks
   * @param resourceType Query/Retrieve Level (0008,0052) of the request, OrthancPluginResourceType_None if
   * the request has none.
   * @param patientId Patient ID (0010,0020). May be NULL if the request has none. Valid during the call.
   * @param accessionNumber Accession Number (0008,0050). May be NULL if the request has none. Valid during
   * the call.
   * @param studyInstanceUid Study Instance UID (0020,000D). May be NULL if the request has none. Valid during
   * the call.
   * @param seriesInstanceUid Series Instance UID (0020,000E). May be NULL if the request has none. Valid
   * during the call.
   * @param sopInstanceUid SOP Instance UID (0008,0018). May be NULL if the request has none. Valid during the
   * call.
   * @param connection DICOM connection of the request. Valid during the call.
   * @param targetAet AET of the server that receives the instances. Valid during the call.
   * @param originatorId Message ID (0000,0110) of the request.
   * @return New driver, NULL if the plugin cannot serve the request.
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
   * @brief Return the number of C-STORE sub-operations of a C-MOVE.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver Driver that the C-MOVE callback created.
   * @return Number of sub-operations, each of which is one call to OrthancPluginApplyMove.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef uint32_t (*OrthancPluginGetMoveSize)(
    void* moveDriver);

  /**
   * @brief Execute the next sub-operation of a C-MOVE.
   *
   * The driver keeps track of the next sub-operation.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver Driver that the C-MOVE callback created.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef OrthancPluginErrorCode (*OrthancPluginApplyMove)(
    void* moveDriver);

  /**
   * @brief Release the driver of a C-MOVE.
   *
   * @ingroup DicomCallbacks
   * @param moveDriver Driver that the C-MOVE callback created. The core does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  typedef void (*OrthancPluginFreeMove)(
    void* moveDriver);

  /**
   * @brief Create the handler of a storage commitment request.
   *
   * The factory receives all instances of the request, so a plugin can prefetch data for the lookups of
   * single instances. Prefer OrthancPluginStorageCommitmentFactory2 where the core provides it.
   *
   * @ingroup DicomCallbacks
   * @param handler Filled by the plugin with a new handler for this request. The core frees it with
   * OrthancPluginStorageCommitmentDestructor.
   * @param jobId Identifier of the Orthanc job that processes the request. Valid during the call.
   * @param transactionUid Transaction UID (0008,1195) of the request. Valid during the call.
   * @param sopClassUids SOP Class UIDs (0008,0016) of the instances. Valid during the call.
   * @param sopInstanceUids SOP Instance UIDs (0008,0018) of the instances, in the same order. Valid during
   * the call.
   * @param countInstances Number of instances.
   * @param remoteAet AET of the SCU. Valid during the call.
   * @param calledAet AET of Orthanc, as called by the SCU. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Create the handler of a storage commitment request, given the DICOM connection.
   *
   * The factory receives all instances of the request, so a plugin can prefetch data for the lookups of
   * single instances.
   *
   * @ingroup DicomCallbacks
   * @param handler Filled by the plugin with a new handler for this request. The core frees it with
   * OrthancPluginStorageCommitmentDestructor.
   * @param jobId Identifier of the Orthanc job that processes the request. Valid during the call.
   * @param transactionUid Transaction UID (0008,1195) of the request. Valid during the call.
   * @param sopClassUids SOP Class UIDs (0008,0016) of the instances. Valid during the call.
   * @param sopInstanceUids SOP Instance UIDs (0008,0018) of the instances, in the same order. Valid during
   * the call.
   * @param countInstances Number of instances.
   * @param connection DICOM connection of the request. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Free the handler of a storage commitment request.
   *
   * @ingroup DicomCallbacks
   * @param handler Handler that the factory created. The core does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef void (*OrthancPluginStorageCommitmentDestructor)(
    void* handler);

  /**
   * @brief Check whether the storage of one DICOM instance is committed.
   *
   * The core calls it for one instance after the other, and updates the progress of the job each time.
   *
   * @ingroup DicomCallbacks
   * @param target Filled by the plugin with OrthancPluginStorageCommitmentFailureReason_Success if the
   * instance is stored safely, otherwise the reason of the failure.
   * @param handler Handler that the factory created.
   * @param sopClassUid SOP Class UID (0008,0016) of the instance. Valid during the call.
   * @param sopInstanceUid SOP Instance UID (0008,0018) of the instance. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.6.0")
  typedef OrthancPluginErrorCode (*OrthancPluginStorageCommitmentLookup)(
    OrthancPluginStorageCommitmentFailureReason* target,
    void* handler,
    const char* sopClassUid,
    const char* sopInstanceUid);

  /* ====================================================================================================
     Callbacks, Toolbox: types of functions that are passed as pointers.
     ==================================================================================================== */

  /**
   * @brief Free the payload of a job.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob() or OrthancPluginCreateJob2(). The
   * core does not use it again.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef void (*OrthancPluginJobFinalize)(
    void* job);

  /**
   * @brief Return the progress of a job.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob() or OrthancPluginCreateJob2().
   * @return Progress, from 0 (start) to 1 (end).
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef float (*OrthancPluginJobGetProgress)(
    void* job);

  /**
   * @brief Describe a job of the plugin in JSON, for users.
   *
   * The description is shown under "Content" in the REST API, and among the jobs in Orthanc Explorer.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob().
   * @return JSON object. The plugin owns the text and keeps it until the next call for this job.
   * @deprecated Use OrthancPluginJobGetContent2, in which the ownership of the text is clear.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetContent)(
    void* job);

  /**
   * @brief Describe a job of the plugin in JSON, for users.
   *
   * The description is shown under "Content" in the REST API, and among the jobs in Orthanc Explorer.
   *
   * @ingroup Toolbox
   * @param target Filled by the plugin with a JSON object in UTF-8; create it with
   * OrthancPluginCreateMemoryBuffer(). The core frees it.
   * @param job Payload of the job, as passed to OrthancPluginCreateJob2().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.11.3")
  typedef OrthancPluginErrorCode (*OrthancPluginJobGetContent2)(
    OrthancPluginMemoryBuffer* target,
    void* job);

  /**
   * @brief Serialize a job of the plugin to JSON.
   *
   * The core stores the JSON in its database. After a restart of Orthanc, an OrthancPluginJobsUnserializer
   * recreates the job from it.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob().
   * @return JSON object, NULL if jobs of this type are not saved. The plugin owns the text and keeps it until
   * the next call for this job.
   * @deprecated Use OrthancPluginJobGetSerialized2, in which the ownership of the text is clear.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef const char* (*OrthancPluginJobGetSerialized)(
    void* job);

  /**
   * @brief Execute the next step of a job.
   *
   * The core repeats the call until the result is not OrthancPluginJobStepStatus_Continue. Keep each step
   * short: a job can only be paused or canceled between two steps.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob() or OrthancPluginCreateJob2().
   * @return Whether the job continues, has succeeded or has failed.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginJobStepStatus (*OrthancPluginJobStep)(
    void* job);

  /**
   * @brief React to a job that stops.
   *
   * A job stops after its last step, when a user pauses or cancels it, or when the server stops. Stop threads
   * and delete temporary files here, but keep the data that a paused job needs to resume.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob() or OrthancPluginCreateJob2().
   * @param reason Reason of the stop.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobStop)(
    void* job,
    OrthancPluginJobStopReason reason);

  /**
   * @brief Reset a failed or canceled job, so that it can run again.
   *
   * The progress usually returns to 0. The job is then pending until the jobs engine resumes it.
   *
   * @ingroup Toolbox
   * @param job Payload of the job, as passed to OrthancPluginCreateJob() or OrthancPluginCreateJob2().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  typedef OrthancPluginErrorCode (*OrthancPluginJobReset)(
    void* job);

  /**
   * @brief Receive one HTTP header of the answer to OrthancPluginChunkedHttpClient().
   *
   * @ingroup Toolbox
   * @param answer Answer object, as passed to that function.
   * @param key Name of the header. Valid during the call.
   * @param value Value of the header. Valid during the call.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddHeader)(
    void* answer,
    const char* key,
    const char* value);

  /**
   * @brief Receive the next chunk of the body of the answer to OrthancPluginChunkedHttpClient().
   *
   * @ingroup Toolbox
   * @param answer Answer object, as passed to that function.
   * @param data Content of the chunk. Valid during the call.
   * @param size Size of the chunk in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientAnswerAddChunk)(
    void* answer,
    const void* data,
    uint32_t size);

  /**
   * @brief Check whether all chunks of a request body have been read.
   *
   * OrthancPluginChunkedHttpClient() calls it before each chunk of a POST or PUT request, the first included.
   *
   * @ingroup Toolbox
   * @param request Request object, as passed to that function.
   * @return 1 after the last chunk, 0 while a chunk remains.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef uint8_t ORTHANC_PLUGIN_FLAG (*OrthancPluginChunkedClientRequestIsDone)(
    void* request);

  /**
   * @brief Advance to the next chunk of a request body.
   *
   * @ingroup Toolbox
   * @param request Request object, as passed to OrthancPluginChunkedHttpClient().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef OrthancPluginErrorCode (*OrthancPluginChunkedClientRequestNext)(
    void* request);

  /**
   * @brief Return the content of the current chunk of a request body.
   *
   * @ingroup Toolbox
   * @param request Request object, as passed to OrthancPluginChunkedHttpClient().
   * @return Content of the chunk. The plugin owns it and keeps it until it advances to the next chunk.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef const void* (*OrthancPluginChunkedClientRequestGetChunkData)(
    void* request);

  /**
   * @brief Return the size of the current chunk of a request body.
   *
   * @ingroup Toolbox
   * @param request Request object, as passed to OrthancPluginChunkedHttpClient().
   * @return Size of the chunk in bytes.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  typedef uint32_t (*OrthancPluginChunkedClientRequestGetChunkSize)(
    void* request);

  /* ====================================================================================================
     Services: numbers of the requests that the functions below send to the core.
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
     Context: the connection of a plugin to the core, and the entry points of a plugin.
     ==================================================================================================== */

  /**
   * @brief Connection of a plugin to the server; the first argument of every function.
   *
   * @par C
   * The core passes it to OrthancPluginInitialize(). Keep the pointer: it is valid until
   * OrthancPluginFinalize() returns.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct _OrthancPluginContext_t
  {
    /** Reserved for the core. */
    void* pluginsManager ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Version of the server, such as "1.12.8", or "mainline" for a development build. */
    const char* orthancVersion ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Frees a string or other memory that the core has allocated. */
    OrthancPluginFree Free ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** Entry point of all functions of this header. Plugins do not call it directly. */
    OrthancPluginErrorCode (*InvokeService)(struct _OrthancPluginContext_t* context,
                                            _OrthancPluginService service,
                                            const void* params) ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginContext;

  /**
   * @brief Return the name of the plugin.
   *
   * @par C
   * Every plugin defines and exports this function with C linkage, and three others.
   * OrthancPluginInitialize() receives the context and registers the callbacks. OrthancPluginFinalize() frees
   * all resources when the server stops. OrthancPluginGetVersion() returns the version. The server identifies
   * plugins by name and version, and refuses a plugin that is already loaded. It does not free the name,
   * which must stay valid while the plugin is loaded.
   *
   * @return Short name that identifies the plugin.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGINS_API const char* OrthancPluginGetName(void);

  /* ====================================================================================================
     Functions, Images: pixel buffers, image files, fonts, and zlib and gzip compression.
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
   * @brief Compress or uncompress a buffer.
   *
   * The core uses its own copy of zlib.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the result; free it with OrthancPluginFreeMemoryBuffer().
   * @param source Content to compress or uncompress.
   * @param size Size of the content in bytes.
   * @param compression Compression format.
   * @param uncompress 0 to compress, 1 to uncompress.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginBufferCompression(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const void* source,
    uint32_t size,
    OrthancPluginCompressionType compression,
    uint8_t uncompress ORTHANC_PLUGIN_FLAG)
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
   * @par C
   * Returns OrthancPluginPixelFormat_Unknown in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image The image.
   * @return Pixel format of the image.
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
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image The image.
   * @return Width in pixels.
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
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image The image.
   * @return Height in pixels.
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
   * The pitch is the distance in bytes between the starts of two consecutive rows. Rows can be padded: the
   * pitch is then greater than the width times the size of a pixel.
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image The image.
   * @return Pitch in bytes.
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
   * @brief Get the pixels of an image.
   *
   * The rows are ordered from top to bottom, at a distance of OrthancPluginGetImagePitch() bytes.
   *
   * @par C
   * The buffer is the memory of the image: changes to it change the image. It belongs to the image, and is
   * freed with the image.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image The image.
   * @return Start of the first row, NULL in case of an error.
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
   * For a DICOM file, the image is the first frame. OrthancPluginDecodeDicomImage() decodes other frames.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param data Content of the file.
   * @param size Size of the file in bytes.
   * @param format Format of the file.
   * @return Decoded image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * Images come from the functions of this group and from decoded frames of DICOM instances. The pixels of an
   * image from OrthancPluginCreateImageAccessor() are not freed.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image Image to free. It must not be used afterwards.
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
   * @brief Encode pixels as a PNG file.
   *
   * OrthancPluginCompressAndAnswerPngImage() sends the file directly as the answer to a REST request.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the PNG file; free it with OrthancPluginFreeMemoryBuffer().
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance between the starts of two consecutive rows, in bytes.
   * @param buffer Pixels, row by row from the top.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Encode pixels as a JPEG file.
   *
   * JPEG is lossy and has 8 bits per channel. Convert other pixel formats to
   * OrthancPluginPixelFormat_Grayscale8 or OrthancPluginPixelFormat_RGB24 first, with
   * OrthancPluginConvertPixelFormat().
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the JPEG file; free it with OrthancPluginFreeMemoryBuffer().
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance between the starts of two consecutive rows, in bytes.
   * @param buffer Pixels, row by row from the top.
   * @param quality JPEG quality, from 1 (smallest file) to 100 (best image).
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Convert an image to another pixel format.
   *
   * The source is not modified. Some conversions are not supported.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param source Image to convert.
   * @param targetFormat Pixel format of the new image.
   * @return New image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * @brief Get the number of fonts of the core.
   *
   * OrthancPluginDrawText() uses these fonts.
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return Number of fonts.
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
   * @brief Get the name of a font of the core.
   *
   * @par C
   * Returns NULL in case of an error. The name is valid during the lifetime of the core. Do not free it.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param fontIndex Index of the font, from 0 to OrthancPluginGetFontsCount() - 1.
   * @return Name of the font.
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
   * @brief Get the size of a font of the core.
   *
   * Each font has a fixed size. Another size of the same typeface is another font.
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param fontIndex Index of the font, from 0 to OrthancPluginGetFontsCount() - 1.
   * @return Size of the font.
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
   * @brief Draw text on an image.
   *
   * The image is modified in place. Parts of the text outside of the image are clipped.
   *
   * @par C
   * The text is in UTF-8.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param image Image to draw on.
   * @param fontIndex Index of the font, from 0 to OrthancPluginGetFontsCount() - 1.
   * @param utf8Text Text to draw.
   * @param x Column of the start of the text, in pixels from the left edge.
   * @param y Row of the start of the text, in pixels from the top edge.
   * @param r Red component of the color, 0 to 255.
   * @param g Green component of the color, 0 to 255.
   * @param b Blue component of the color, 0 to 255.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Create an image.
   *
   * The core allocates the pixels and chooses the pitch. The initial pixels are undefined: write all of them.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @return New image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * @brief Create an image from pixels of the plugin, without a copy.
   *
   * @par C
   * The plugin keeps the ownership of the pixels. They must stay in place until the image is freed, which
   * does not free them. The image reads and writes this memory.
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance between the starts of two consecutive rows, in bytes.
   * @param buffer Pixels, row by row from the top.
   * @return New image, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
   * The decoders of OrthancPluginRegisterDecodeImageCallback() are used too. For an instance that the core
   * has already parsed, use OrthancPluginGetInstanceDecodedFrame().
   *
   * @ingroup Images
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer Content of the DICOM file.
   * @param bufferSize Size of the file in bytes.
   * @param frameIndex Index of the frame to decode, counted from 0.
   * @return Decoded frame, NULL in case of an error. Free it with OrthancPluginFreeImage().
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
     Functions, REST: answers to HTTP requests.
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
   * The HTTP status is 200. Set cookies and headers before this call. A request can be answered only once.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param answer Body of the answer.
   * @param answerSize Size of the body in bytes.
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
   * @brief Answer a REST request with a PNG image.
   *
   * The core encodes the image and sends it in one step.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance between the starts of two consecutive rows, in bytes.
   * @param buffer Pixels, row by row from the top.
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
   * @brief Answer a REST request with a redirection (HTTP status 301).
   *
   * Browsers cache this status.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param redirection Target of the redirection, for the Location header.
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
   * @brief Answer a REST request with an HTTP status and no body.
   *
   * Other functions send some statuses: OrthancPluginAnswerBuffer() sends 200, OrthancPluginRedirect() 301,
   * OrthancPluginSendUnauthorized() 401 and OrthancPluginSendMethodNotAllowed() 405.
   * OrthancPluginSendHttpStatus() also sends a body.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param status HTTP status, such as 404.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendHttpStatusCode(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    uint16_t status ORTHANC_PLUGIN_HTTP_STATUS)
  {
    _OrthancPluginSendHttpStatusCode params;
    memset(&params, 0, sizeof(params));
    params.output = output;
    params.status = status;
    context->InvokeService(context, _OrthancPluginService_SendHttpStatusCode, &params);
  }

  /**
   * @brief Answer a REST request with HTTP status 401: the client must log in.
   *
   * The answer requests HTTP Basic authentication.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param realm Name of the protected area, which browsers may show in their login form.
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
   * @brief Answer a REST request with HTTP status 405: the path does not support the method.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param allowedMethods Supported methods, separated by commas, such as "GET,DELETE", for the Allow header.
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
   * @brief Set a cookie in the answer to a REST request.
   *
   * Call it before the function that sends the answer.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
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
   * @brief Set an HTTP header in the answer to a REST request.
   *
   * Call it before the function that sends the answer.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
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
   * @brief Start a multipart answer to a REST request.
   *
   * Send the parts with OrthancPluginSendMultipartItem() or OrthancPluginSendMultipartItem2(). The answer
   * ends when the REST callback returns.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param subType Subtype of the multipart answer: "mixed" or "related".
   * @param contentType MIME type of the parts.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * Call OrthancPluginStartMultipartAnswer() first. The call fails if the client has disconnected: stop then.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param answer Content of the part.
   * @param answerSize Size of the part in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The body is sent only if the configuration option HttpDescribeErrors is true.
   * OrthancPluginSendHttpStatusCode() lists the statuses that other functions send.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param status HTTP status, such as 404.
   * @param body Body of the answer, which explains the status.
   * @param bodySize Size of the body in bytes.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSendHttpStatus(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    uint16_t status ORTHANC_PLUGIN_HTTP_STATUS,
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
   * @brief Answer a REST request with a JPEG image.
   *
   * The core encodes the image and sends it in one step. It supports the same pixel formats as
   * OrthancPluginCompressJpegImage().
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param format Pixel format.
   * @param width Width in pixels.
   * @param height Height in pixels.
   * @param pitch Distance between the starts of two consecutive rows, in bytes.
   * @param buffer Pixels, row by row from the top.
   * @param quality JPEG quality, from 1 (smallest file) to 100 (best image).
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
   * @brief Send the next part of a multipart answer, with HTTP headers.
   *
   * Call OrthancPluginStartMultipartAnswer() first. The call fails if the client has disconnected: stop then.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param answer Content of the part.
   * @param answerSize Size of the part in bytes.
   * @param headersCount How many headers to send.
   * @param headersKeys Names of the headers.
   * @param headersValues Values of these headers, in the order of headersKeys.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Set the details of the error with which a REST callback ends.
   *
   * The text becomes the field "Details" of the error message in JSON that the core sends. It has an effect
   * only if the callback then fails, and if the configuration option HttpDescribeErrors is true.
   *
   * @par C
   * The details are in UTF-8.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param details Description of the error.
   * @param log 1 to also write the details to the log of Orthanc, 0 to only send them.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginSetHttpErrorDetails(
    OrthancPluginContext* context,
    OrthancPluginRestOutput* output,
    const char* details,
    uint8_t log ORTHANC_PLUGIN_FLAG)
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
   * @brief Start an answer to a REST request that is sent in chunks.
   *
   * This suits bodies that are large, or whose size is not known in advance. Send the chunks with
   * OrthancPluginSendStreamChunk(). The answer ends when the REST callback returns.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param contentType MIME type of the body.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send the next chunk of a streamed answer.
   *
   * Call OrthancPluginStartStreamAnswer() first. The call fails if the client has disconnected: stop then.
   *
   * @ingroup REST
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param output HTTP answer, as passed to the REST callback.
   * @param answer Content of the chunk.
   * @param answerSize Size of the chunk in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
     Functions, Callbacks: registration of callbacks, and the version check.
     ==================================================================================================== */

  /**
   * @brief Check whether Orthanc has at least a given version.
   *
   * With this function, a plugin can support servers that are older than the SDK. The plugin must know which
   * functions the given version provides. Development builds ("mainline") always pass the check.
   *
   * @par C
   * Returns 0 if the compiler uses enumerations that are not 32 bits wide. If the result is 0,
   * OrthancPluginInitialize() should return an error.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param expectedMajor Major number of the oldest supported version.
   * @param expectedMinor Minor number of that version.
   * @param expectedRevision Revision number of that version.
   * @return 1 if Orthanc is recent enough, 0 if not.
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

    /* The core expects 32-bit integers and enumerations. This enumeration stands for all that contain
       0x7fffffff. */
    if (sizeof(int) != sizeof(int32_t) ||
        sizeof(OrthancPluginErrorCode) != sizeof(int32_t))
    {
      return 0;
    }

    /* A development build provides all functions. */
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
   * @brief Check whether Orthanc has at least the version of this header.
   *
   * If so, the core provides all functions of this header.
   *
   * @par C
   * Call it first in OrthancPluginInitialize(), unless OrthancPluginCheckVersionAdvanced() checks for an
   * older version. If the result is 0, OrthancPluginInitialize() should return an error.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return 1 if Orthanc is recent enough, 0 if not.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.1")
  ORTHANC_PLUGIN_INLINE int32_t OrthancPluginCheckVersion(
    const OrthancPluginContext* context)
  {
    /* Does not use OrthancPluginCheckVersionAdvanced(), which is newer. */
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
   * @brief Register a callback that serves the paths of a regular expression, one request at a time.
   *
   * The core serializes all callbacks that are registered with this function. Use
   * OrthancPluginRegisterRestCallbackNoLock() to serve requests concurrently.
   *
   * Do not call this function in a REST callback: the core cannot change its routes while it serves one.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param pathRegularExpression Perl regular expression for the path, case-sensitive. The request contains
   * the matches of its groups.
   * @param callback Function that answers the requests.
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
   * @brief Register a callback that serves the paths of a regular expression concurrently.
   *
   * Unlike with OrthancPluginRegisterRestCallback(), the core holds no lock during the callback. Several HTTP
   * threads can run the callback at the same time, so it must protect shared data.
   *
   * Do not call this function in a REST callback: the core cannot change its routes while it serves one.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param pathRegularExpression Perl regular expression for the path, case-sensitive. The request contains
   * the matches of its groups.
   * @param callback Function that answers the requests. It must be thread-safe.
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
   * @brief Register a callback that is called after a new DICOM instance has been stored.
   *
   * @par C
   * The core waits for the callback. Calls into Orthanc during the callback, above all to its REST API, can
   * deadlock. Queue the event, and process it in a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function to call.
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
   * @brief Register the storage area of the plugin, in place of the built-in one.
   *
   * The built-in storage area is the folder in the file system where Orthanc stores attachments by default.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param create Function that writes a file.
   * @param read Function that reads a whole file.
   * @param remove Function that deletes a file.
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
   * @brief Register a callback that is called when a patient, study, series or instance changes.
   *
   * The callback also receives changes of the server itself, such as its start and its stop.
   *
   * @par C
   * The core waits for the callback. Calls into Orthanc during the callback, above all to its REST API, can
   * deadlock. Queue the event, and process it in a thread of the plugin.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function to call.
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
   * @brief Get the version of the database schema that the core expects.
   *
   * This function is for plugins that replace the database.
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return Version of the schema.
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
   * @brief Write a file into the storage area.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storageArea The storage area.
   * @param uuid UUID of the file.
   * @param content Content of the file.
   * @param size Size of the file in bytes.
   * @param type Type of the content.
   * @retval OrthancPluginErrorCode_NotImplemented If Orthanc is newer than 1.12.6.
   * @return OrthancPluginErrorCode_Success, or an error code.
   * @deprecated Use OrthancPluginRestApiPut() with the attachments of a resource, such as
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
   * @brief Read a file from the storage area.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the content of the file; free it with OrthancPluginFreeMemoryBuffer().
   * @param storageArea The storage area.
   * @param uuid UUID of the file.
   * @param type Type of the content.
   * @retval OrthancPluginErrorCode_NotImplemented If Orthanc is newer than 1.12.6.
   * @return OrthancPluginErrorCode_Success, or an error code.
   * @deprecated Use OrthancPluginRestApiGet() with the attachments of a resource, such as
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
   * @brief Delete a file from the storage area.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storageArea The storage area.
   * @param uuid UUID of the file.
   * @param type Type of the content.
   * @retval OrthancPluginErrorCode_NotImplemented If Orthanc is newer than 1.12.6.
   * @return OrthancPluginErrorCode_Success, or an error code.
   * @deprecated Use OrthancPluginRestApiDelete() with the attachments of a resource, such as
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
   * @brief Reconstruct the main DICOM tags of one level from the stored files.
   *
   * This function is reserved for database plugins that upgrade their schema. The core opens the transaction.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storageArea The storage area.
   * @param level Level of the resources to process: patient, study, series or instance.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a decoder for the frames of DICOM images.
   *
   * The decoder complements the built-in one, which uses DCMTK. Since Orthanc 1.7.0, the configuration option
   * BuiltinDecoderTranscoderOrder determines which of the two is tried first, or whether only one is used.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that decodes a frame.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a filter for HTTP requests.
   *
   * The client of a refused request receives HTTP status 403. Several HTTP threads can run the filter at the
   * same time. The filter does not receive the arguments of the query.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that accepts or refuses a request. It must be thread-safe.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a filter for HTTP requests, which also receives their GET arguments.
   *
   * The client of a refused request receives HTTP status 403. Several HTTP threads can run the filter at the
   * same time. To authenticate the sender of the request, use OrthancPluginRegisterHttpAuthentication().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that accepts or refuses a request. It must be thread-safe.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that recreates the jobs of the plugin after a restart.
   *
   * When the jobs engine starts, the core calls it for each job in the database.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param unserializer Function that recreates a job from its saved JSON.
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
   * @brief Register a callback that is called before the metrics are collected.
   *
   * The callback updates the metrics of the plugin with OrthancPluginSetMetricsIntegerValue() or
   * OrthancPluginSetMetricsValue(). This suits values that are too costly to update periodically.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that updates the metrics.
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
   * @brief Register callbacks that serve the paths of a regular expression, with request bodies in chunks.
   *
   * A POST or PUT request creates a reader of the plugin, which receives the body in chunks. Large uploads
   * therefore need not fit in memory. GET and DELETE requests are served as by other REST callbacks. The core
   * holds no lock: several HTTP threads can run the callbacks at the same time, so they must protect shared
   * data.
   *
   * Do not call this function in a REST callback: the core cannot change its routes while it serves one.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param pathRegularExpression Perl regular expression for the path, case-sensitive. The request contains
   * the matches of its groups.
   * @param getHandler Function that answers GET requests.
   * @param postHandler Function that creates the reader of a POST request.
   * @param deleteHandler Function that answers DELETE requests.
   * @param putHandler Function that creates the reader of a PUT request.
   * @param addChunk Function that passes the next chunk of the body to a reader.
   * @param execute Function that answers the request, after its reader has received the whole body.
   * @param finalize Function that frees a reader.
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
   * @brief Register a filter for received DICOM instances.
   *
   * The filter applies to instances from REST and from DICOM. Several plugins can each register a filter. To
   * filter C-STORE only, and to choose the DIMSE status, use
   * OrthancPluginRegisterIncomingCStoreInstanceFilter().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that accepts or refuses an instance.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a filter for DICOM instances that are received with C-STORE.
   *
   * For a refused instance, the filter sets the DIMSE status of the answer to the sender. Several plugins can
   * each register a filter. The filter does not apply to uploads through REST.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that accepts or refuses an instance.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that keeps, replaces or discards received DICOM instances.
   *
   * The callback applies to instances from REST and from C-STORE. The core calls it before transcoding and
   * before the filters of OrthancPluginRegisterIncomingDicomInstanceFilter(). Only one plugin of a server can
   * register this callback.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that returns the action for an instance.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a transcoder for DICOM instances, which converts them to other transfer syntaxes.
   *
   * The transcoder complements the built-in one, which uses DCMTK. The configuration option
   * BuiltinDecoderTranscoderOrder determines which of the two is tried first, or whether only one is used.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that transcodes an instance.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register the storage area of the plugin, with reads of ranges, in place of the built-in one.
   *
   * The built-in storage area is the folder in the file system where Orthanc stores attachments by default.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param create Function that writes a file.
   * @param readWhole Function that reads a whole file.
   * @param readRange Function that reads a range of a file. May be NULL if the plugin can only read whole
   * files.
   * @param remove Function that deletes a file.
   * @deprecated Use OrthancPluginRegisterStorageArea3().
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterStorageArea2(
    OrthancPluginContext* context,
    OrthancPluginStorageCreate create,
    OrthancPluginStorageReadWhole readWhole,
    OrthancPluginStorageReadRange readRange ORTHANC_PLUGIN_NULLABLE,
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
   * @brief Register a collection of folders and files of the plugin for WebDAV.
   *
   * WebDAV clients access the collection below the given path, next to the REST API.
   *
   * @par C
   * Call it in OrthancPluginInitialize(). The core passes the payload to each callback unchanged.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param uri Path of the root of the collection, starting with a slash.
   * @param isExistingFolder Function that checks whether a folder exists.
   * @param listFolder Function that lists the content of a folder.
   * @param retrieveFile Function that reads a file.
   * @param storeFile Function that writes a file that a client uploads.
   * @param createFolder Function that creates a folder.
   * @param deleteItem Function that deletes a file or a folder.
   * @param payload Object of the plugin that represents the collection.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register the storage area of the plugin, with custom data for each file, in place of the built-in
   * one.
   *
   * When the plugin writes a file, it may attach custom data to it, such as its location. The core stores the
   * custom data in the database, and passes them to the functions that read or delete the file. The built-in
   * storage area is the folder in the file system where Orthanc stores attachments by default.
   *
   * @par C
   * Call it in OrthancPluginInitialize().
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param create Function that writes a file, and may return its custom data.
   * @param readRange Function that reads a range of a file, or the whole file.
   * @param remove Function that deletes a file.
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
   * @brief Register the database of the plugin, in place of the built-in one.
   *
   * Requests and responses are messages in the format of Protocol Buffers. OrthancDatabasePlugin.proto, in
   * the sources of Orthanc, defines them.
   *
   * @par C
   * The core passes the database object to both callbacks unchanged.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param backend Database object of the plugin.
   * @param maxDatabaseRetries Maximum number of retries of a transaction that conflicts with another one.
   * After them, it fails with OrthancPluginErrorCode_DatabaseCannotSerialize.
   * @param operations Function that executes one request.
   * @param finalize Function that frees the database object.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that authenticates HTTP requests.
   *
   * The callback accepts the request, refuses it, or redirects the client, typically to a login page. With
   * OrthancPluginHttpAuthenticationStatus_Forbidden, it can also check permissions. If it accepts the
   * request, it may attach a payload, which REST callbacks receive with the request. The filters of
   * OrthancPluginRegisterIncomingHttpRequestFilter2() do not receive the payload.
   *
   * The callback replaces the authentication of the core. The configuration options AuthenticationEnabled and
   * RegisteredUsers and the tokens of OrthancPluginGenerateRestApiAuthorizationToken() have no effect then.
   * The callback can therefore make some paths public on a server whose option RemoteAccessAllowed is true.
   * Only one plugin of a server can register this callback.
   *
   * @par C
   * The payload is the field authenticationPayload of OrthancPluginHttpRequest.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that authenticates a request.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a handler for the audit logs that plugins emit.
   *
   * Plugins emit audit logs with OrthancPluginEmitAuditLog(). The handler can, for instance, store or forward
   * them.
   *
   * @ingroup Callbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param handler Function that records an audit log.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that answers C-FIND requests for modality worklists.
   *
   * Orthanc then acts as a worklist SCP. OrthancPluginRegisterWorklistCallback2(), where the core provides
   * it, gives access to the DICOM connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that answers a request.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The core matches the worklist against the query again. It removes tags that the SCU did not request, or
   * that it could not match, as in a query by both ScheduledProcedureStepStartDate and
   * ScheduledProcedureStepStartTime. OrthancPluginCreateDicom() creates the DICOM file from JSON.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answers Answers, as passed to the callback.
   * @param query Worklist query, as passed to the callback.
   * @param dicom Worklist, as a DICOM file.
   * @param size Size of the file in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Mark the answers to a worklist request as incomplete.
   *
   * Call it if the search stops early, because there are too many matches.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answers Answers, as passed to the callback.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Check whether a worklist matches a worklist query.
   *
   * Call it for each candidate, before OrthancPluginWorklistAddAnswer().
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param query Worklist query, as passed to the callback.
   * @param dicom Worklist, as a DICOM file.
   * @param size Size of the file in bytes.
   * @return 1 if the worklist matches, 0 if not.
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
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the DICOM file; free it with OrthancPluginFreeMemoryBuffer().
   * @param query Worklist query, as passed to the callback.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that answers C-FIND requests, except those for modality worklists.
   *
   * The plugin answers these requests in place of the database of Orthanc.
   * OrthancPluginRegisterFindCallback2(), where the core provides it, gives access to the DICOM connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that answers a request.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * For worklist requests, use OrthancPluginWorklistAddAnswer() instead. OrthancPluginCreateDicom() creates
   * the DICOM file from JSON.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answers Answers, as passed to the callback.
   * @param dicom Match, as a DICOM file.
   * @param size Size of the file in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Mark the answers to a C-FIND request as incomplete.
   *
   * Call it if the search stops early, because there are too many matches. For worklist requests, use
   * OrthancPluginWorklistMarkIncomplete() instead.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answers Answers, as passed to the callback.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Get the number of tags in a C-FIND query.
   *
   * @par C
   * Returns 0 in case of an error.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param query C-FIND query, as passed to the callback.
   * @return Number of tags.
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
   * @brief Get the group and element of a tag in a C-FIND query.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param group Set to the group, such as 0x0010.
   * @param element Set to the element, such as 0x0020.
   * @param query C-FIND query, as passed to the callback.
   * @param index Index of the tag, from 0 to OrthancPluginGetFindQuerySize() - 1.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Get the name of a tag in a C-FIND query.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param query C-FIND query, as passed to the callback.
   * @param index Index of the tag, from 0 to OrthancPluginGetFindQuerySize() - 1.
   * @return Name of the tag, such as "PatientID", NULL in case of an error. Free it with
   * OrthancPluginFreeString().
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
   * @brief Get the value of a tag in a C-FIND query.
   *
   * The value is a plain value, a pattern with wildcards, a range or a list. It is empty if the SCU only
   * requests the tag.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param query C-FIND query, as passed to the callback.
   * @param index Index of the tag, from 0 to OrthancPluginGetFindQuerySize() - 1.
   * @return Value of the tag, NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Register callbacks that serve C-MOVE requests.
   *
   * The plugin creates a driver for each request. The core then calls the driver for one sub-operation after
   * the other. OrthancPluginRegisterMoveCallback2(), where the core provides it, gives access to the DICOM
   * connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that creates the driver of a request.
   * @param getMoveSize Function that returns the number of sub-operations of a driver.
   * @param applyMove Function that executes the next sub-operation of a driver.
   * @param freeMove Function that releases a driver.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register callbacks that serve storage commitment requests.
   *
   * The plugin creates a handler for each request. A job of the core then calls the handler for one SOP
   * instance after the other. OrthancPluginRegisterStorageCommitmentScpCallback2(), where the core provides
   * it, gives access to the DICOM connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param factory Function that creates the handler of a request.
   * @param destructor Function that frees a handler.
   * @param lookup Function that checks whether the storage of one SOP instance is committed.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that answers C-FIND requests for modality worklists, given the DICOM
   * connection.
   *
   * Orthanc then acts as a worklist SCP. Unlike with OrthancPluginRegisterWorklistCallback(), the callback
   * receives the DICOM connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that answers a request.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register a callback that answers C-FIND requests other than for worklists, given the DICOM
   * connection.
   *
   * The plugin answers these requests in place of the database of Orthanc. Unlike with
   * OrthancPluginRegisterFindCallback(), the callback receives the DICOM connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that answers a request.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register callbacks that serve C-MOVE requests, given the DICOM connection.
   *
   * Unlike with OrthancPluginRegisterMoveCallback(), the function that creates the driver receives the DICOM
   * connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param callback Function that creates the driver of a request.
   * @param getMoveSize Function that returns the number of sub-operations of a driver.
   * @param applyMove Function that executes the next sub-operation of a driver.
   * @param freeMove Function that releases a driver.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Register callbacks that serve storage commitment requests, given the DICOM connection.
   *
   * Unlike with OrthancPluginRegisterStorageCommitmentScpCallback(), the factory receives the DICOM
   * connection.
   *
   * @ingroup DicomCallbacks
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param factory Function that creates the handler of a request.
   * @param destructor Function that frees a handler.
   * @param lookup Function that checks whether the storage of one SOP instance is committed.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
     Functions, Orthanc: read stored resources and call the REST API of the server.
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
   * The function copies the whole file into memory, including the pixel data.
   * OrthancPluginLoadDicomInstance() can read less and returns a parsed instance.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the file, including the DICOM preamble. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @retval OrthancPluginErrorCode_UnknownResource If the server does not know the identifier.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a GET request to the built-in REST API of the server.
   *
   * The request has the rights of the server: no login, no authorization callback. It ignores the routes of
   * plugins, even those that override built-in routes. An HTTP error status is reported as an error.
   * OrthancPluginCallRestApi() also returns the status and the headers.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, with an optional query string, such as "/changes?limit=10".
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a GET request to the REST API, including the routes of plugins.
   *
   * The request has the rights of the server: no login, no authorization callback. Unlike
   * OrthancPluginRestApiGet(), it reaches the routes that plugins add or override. A callback that requests
   * the route it is serving recurses without end. An HTTP error status is reported as an error.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, with an optional query string, such as "/changes?limit=10".
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a POST request to the built-in REST API of the server.
   *
   * The request has the rights of the server: no login, no authorization callback. It ignores the routes of
   * plugins, even those that override built-in routes. An HTTP error status is reported as an error.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @param body Body of the request, any bytes. Most routes expect JSON in UTF-8.
   * @param bodySize Size of the body in bytes.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a POST request to the REST API, including the routes of plugins.
   *
   * The request has the rights of the server: no login, no authorization callback. Unlike
   * OrthancPluginRestApiPost(), it reaches the routes that plugins add or override. A callback that requests
   * the route it is serving recurses without end. An HTTP error status is reported as an error.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @param body Body of the request, any bytes. Most routes expect JSON in UTF-8.
   * @param bodySize Size of the body in bytes.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a DELETE request to the built-in REST API of the server.
   *
   * The request has the rights of the server: no login, no authorization callback. It ignores the routes of
   * plugins, even those that override built-in routes. The body of the answer is discarded. An HTTP error
   * status is reported as an error.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDelete(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDelete, uri);
  }

  /**
   * @brief Send a DELETE request to the REST API, including the routes of plugins.
   *
   * The request has the rights of the server: no login, no authorization callback. Unlike
   * OrthancPluginRestApiDelete(), it reaches the routes that plugins add or override. A callback that
   * requests the route it is serving recurses without end. The body of the answer is discarded. An HTTP error
   * status is reported as an error.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.6")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiDeleteAfterPlugins(
    OrthancPluginContext* context,
    const char* uri)
  {
    return context->InvokeService(context, _OrthancPluginService_RestApiDeleteAfterPlugins, uri);
  }

  /**
   * @brief Send a PUT request to the built-in REST API of the server.
   *
   * The request has the rights of the server: no login, no authorization callback. It ignores the routes of
   * plugins, even those that override built-in routes. An HTTP error status is reported as an error.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @param body Body of the request, any bytes. Most routes expect JSON in UTF-8.
   * @param bodySize Size of the body in bytes.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send a PUT request to the REST API, including the routes of plugins.
   *
   * The request has the rights of the server: no login, no authorization callback. Unlike
   * OrthancPluginRestApiPut(), it reaches the routes that plugins add or override. A callback that requests
   * the route it is serving recurses without end. An HTTP error status is reported as an error.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, such as "/instances/ID/tags". Percent-encode the characters
   * that a URI cannot contain.
   * @param body Body of the request, any bytes. Most routes expect JSON in UTF-8.
   * @param bodySize Size of the body in bytes.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Find the Orthanc identifier of a patient by its Patient ID.
   *
   * The lookup uses the index of the database and opens no file. It compares DICOM tag (0010,0020) regardless
   * of case and surrounding spaces. Wildcards have no effect.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param patientID Patient ID to search for, in UTF-8.
   * @retval OrthancPluginErrorCode_UnknownResource If no patient matches.
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
   * @brief Find the Orthanc identifier of a study by its Study Instance UID.
   *
   * The lookup uses the index of the database and opens no file. It compares DICOM tag (0020,000d) regardless
   * of case and surrounding spaces. Wildcards have no effect. Orthanc keeps studies of different patients
   * apart, even if they share a UID: the lookup then chooses none of them.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param studyUID Study Instance UID to search for, in UTF-8.
   * @retval OrthancPluginErrorCode_UnknownResource If no study matches, or more than one.
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
   * @brief Find the Orthanc identifier of a study by its Accession Number.
   *
   * The lookup uses the index of the database and opens no file. It compares DICOM tag (0008,0050) regardless
   * of case and surrounding spaces. Wildcards have no effect. If several studies have the number, the lookup
   * chooses none of them. The route /tools/find of the REST API lists all of them.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param accessionNumber Accession Number to search for, in UTF-8.
   * @retval OrthancPluginErrorCode_UnknownResource If no study matches, or more than one.
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
   * @brief Find the Orthanc identifier of a series by its Series Instance UID.
   *
   * The lookup uses the index of the database and opens no file. It compares DICOM tag (0020,000e) regardless
   * of case and surrounding spaces. Wildcards have no effect. If copies below different patients or studies
   * share the UID, the lookup chooses none of them.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param seriesUID Series Instance UID to search for, in UTF-8.
   * @retval OrthancPluginErrorCode_UnknownResource If no series matches, or more than one.
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
   * @brief Find the Orthanc identifier of an instance by its SOP Instance UID.
   *
   * The lookup uses the index of the database and opens no file. It compares DICOM tag (0008,0018) regardless
   * of case and surrounding spaces. Wildcards have no effect. If copies below different parents share the
   * UID, the lookup chooses none of them.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param sopInstanceUID SOP Instance UID to search for, in UTF-8.
   * @retval OrthancPluginErrorCode_UnknownResource If no instance matches, or more than one.
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
   * @brief Read a setting that a plugin stored in the database.
   *
   * Numbers below 1024 are reserved for the server.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param property Number of the setting. Plugins cannot reserve a number, so make it configurable.
   * @param defaultValue Text, in UTF-8, to return if the setting has no value yet.
   * @return The value, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Store a setting in the database, where it survives a restart.
   *
   * Numbers below 1024 are reserved for the server and refused. For more than a few short values, use
   * OrthancPluginStoreKeyValue().
   *
   * @par C
   * The core copies value.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param property Number of the setting, 1024 or above. Plugins cannot reserve a number, so make it
   * configurable.
   * @param value New text, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The request has the rights of the server: no login, no authorization callback. An HTTP error status is
   * reported as an error. OrthancPluginCallRestApi() supports other methods, and returns the status and the
   * headers.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param uri Path below the root of the API, with an optional query string, such as "/changes?limit=10".
   * @param headersCount How many headers to send.
   * @param headersKeys Names of the headers, headersCount strings. May be NULL if there are none.
   * @param headersValues Values in the order of the names, headersCount strings. May be NULL if there are
   * none.
   * @param afterPlugins 1 to reach the routes of plugins too, 0 for the built-in routes only.
   * @retval OrthancPluginErrorCode_UnknownResource If the status is 404.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRestApiGet2(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* uri,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    int32_t afterPlugins ORTHANC_PLUGIN_FLAG)
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
   * @brief Create a token that gives an HTTP client access to the whole REST API.
   *
   * The token is for helper processes of the plugin. They cannot use its context, but can send HTTP requests
   * without a user account. The token is valid for this run of the server. Treat it like a password and keep
   * it out of logs.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The token, including the word "Bearer", in the form of the Authorization header; NULL in case of
   * an error. Free it with OrthancPluginFreeString().
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
   * @brief Send a request to the REST API and get the status, headers and body of the answer.
   *
   * The request has the rights of the server: no login, no authorization callback. This function combines the
   * other REST functions. It returns the HTTP status, even if that is an error.
   *
   * @par C
   * For an HTTP error, the call may also return an error code, depending on the route.
   *
   * @ingroup Orthanc
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answerBody Filled with the body of the answer, unchanged for DELETE. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param answerHeaders Filled with the headers of the answer, a JSON object from name to value. May be NULL
   * if they are of no use. Free it with OrthancPluginFreeMemoryBuffer().
   * @param httpStatus Set to the HTTP status of the answer. Unchanged if the call fails with an error code.
   * @param method HTTP method.
   * @param uri Path below the root of the API, such as "/changes?limit=10". A GET request may have a query
   * string.
   * @param headersCount How many headers to send.
   * @param headersKeys Names of the headers, headersCount strings. May be NULL if there are none.
   * @param headersValues Values in the order of the names, headersCount strings. May be NULL if there are
   * none.
   * @param body Body of a POST or PUT request, any bytes. Other methods have no body.
   * @param bodySize Size of the body in bytes.
   * @param afterPlugins 1 to reach the routes of plugins too, 0 for the built-in routes only.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCallRestApi(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus ORTHANC_PLUGIN_HTTP_STATUS,
    OrthancPluginHttpMethod method,
    const char* uri,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize,
    uint8_t afterPlugins ORTHANC_PLUGIN_FLAG)
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
     Functions, DicomInstance: inspect and convert DICOM instances in memory.
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
   * @brief Get the AET of the sender of an instance.
   *
   * Only instances received by C-STORE have one. For other origins the result is empty.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The calling AET, NULL in case of an error. It belongs to the instance: do not free it, and copy
   * it to keep it longer.
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
   * @brief Get the size of the DICOM file of an instance.
   *
   * @par C
   * If the call fails, the result is -1.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The size in bytes.
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
   * @brief Get the DICOM file of an instance as bytes.
   *
   * @par C
   * The file is not copied. OrthancPluginGetInstanceSize() returns its size.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The first byte of the file, NULL in case of an error. It belongs to the instance: do not free it,
   * and copy the bytes to keep them longer.
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
   * @brief Describe an instance as JSON, with the name, type and value of each tag.
   *
   * The keys are tags such as "0010,0020". OrthancPluginGetInstanceAdvancedJson() supports other formats.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
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
   * @brief Describe an instance as JSON that maps the name of each tag to its value.
   *
   * The keys are names such as "PatientID". The document is shorter than that of
   * OrthancPluginGetInstanceJson(), but private tags are hard to distinguish.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
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
   * @brief Test whether an instance has a metadata entry.
   *
   * During a callback for stored instances, only the entries set at reception exist. Among them are
   * "ReceptionDate" and, after a C-STORE, "RemoteAET".
   *
   * @par C
   * If the test fails, the result is -1.
   *
   * @warning Servers such as 1.10.1 return 1 for every name that is neither built in nor declared in the
   * configuration option "UserMetadata". OrthancPluginGetInstanceMetadata() is reliable.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param metadata Name of the metadata entry, such as "ReceptionDate".
   * @return 1 if the instance has the entry, 0 if not.
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
   * @brief Read a metadata entry of an instance.
   *
   * OrthancPluginHasInstanceMetadata() tests whether an instance has an entry.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param metadata Name of the metadata entry, such as "ReceptionDate".
   * @return The value, in UTF-8; NULL if the instance lacks the entry. It belongs to the instance: do not
   * free it, and copy it to keep it longer.
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
   * @brief Get the origin of an instance: the protocol or component that brought it into the server.
   *
   * @par C
   * If the call fails, the result is OrthancPluginInstanceOrigin_Unknown.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The origin.
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
   * @brief Get the UID of the transfer syntax of an instance.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The UID, empty if the file does not contain it; NULL in case of an error. Free it with
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
   * @par C
   * If the test fails, the result is -1.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return 1 if the instance has pixel data, 0 if not.
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
   * @brief Parse a DICOM file in memory.
   *
   * The function stores nothing in the server: only this plugin has the instance.
   *
   * @par C
   * The core copies the file, so that buffer need not outlive the call.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer DICOM file.
   * @param size Size of the file in bytes.
   * @return The instance, NULL in case of an error, for example if the bytes are not DICOM. Free it with
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
   * Such instances come from OrthancPluginCreateDicomInstance(), OrthancPluginTranscodeDicomInstance() or
   * OrthancPluginLoadDicomInstance(). The server owns the instances that it passes to callbacks: do not free
   * them.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param dicom Instance to free. Do not use it afterwards, nor memory that it owns.
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
   * @par C
   * If the call fails, the result is 0.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @return The number of frames.
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
   * @brief Read one frame as stored in the file, without decoding it.
   *
   * In a compressed transfer syntax, the frame is a JPEG, JPEG-LS or JPEG 2000 stream, joined from all
   * fragments of the frame. Otherwise, it is the plain pixels.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the bytes of the frame. Free it with OrthancPluginFreeMemoryBuffer().
   * @param instance Instance that a callback received or the plugin created.
   * @param frameIndex Index of the frame, counted from 0 and below OrthancPluginGetInstanceFramesCount().
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The server uses its own decoder and those that plugins registered.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param frameIndex Index of the frame, counted from 0 and below OrthancPluginGetInstanceFramesCount().
   * @return The image, NULL in case of an error, for example if no decoder supports the transfer syntax. Free
   * it with OrthancPluginFreeImage().
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
   * @brief Parse a DICOM file in memory and convert it to another transfer syntax.
   *
   * A lossy transfer syntax makes a new image, with a new SOP Instance UID. The server also uses the
   * transcoders of plugins. It stores nothing: OrthancPluginSerializeDicomInstance() returns the resulting
   * file.
   *
   * @par C
   * buffer need not outlive the call.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer DICOM file to convert.
   * @param size Size of the file in bytes.
   * @param transferSyntax UID of the new transfer syntax, such as "1.2.840.10008.1.2.1".
   * @return The converted instance, NULL in case of an error, for example if no transcoder supports the
   * conversion. Free it with OrthancPluginFreeDicomInstance().
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
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the file. Free it with OrthancPluginFreeMemoryBuffer().
   * @param instance Instance that a callback received or the plugin created.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Describe an instance as JSON in a given format.
   *
   * For a file that is not parsed yet, use OrthancPluginDicomBufferToJson().
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param format Format of tags and values.
   * @param flags Selection of tags and format of binary values, a bitwise OR of flags.
   * @param maxStringLength Maximum length of a value, in characters; 0 for no limit. Longer values become
   * null.
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
   * @brief Convert an instance to the JSON of DICOMweb.
   *
   * All calls of the callback happen before this function returns.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param callback Callback that chooses, for each binary tag, whether and how to write its value.
   * @param payload Payload of the callback, passed unchanged. The core does not read it.
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
   * @brief Convert an instance to the XML of DICOMweb.
   *
   * All calls of the callback happen before this function returns.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instance Instance that a callback received or the plugin created.
   * @param callback Callback that chooses, for each binary tag, whether and how to write its value.
   * @param payload Payload of the callback, passed unchanged. The core does not read it.
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
   * If only the tags are needed, a mode without pixel data avoids reading most of a large file.
   *
   * @ingroup DicomInstance
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @param mode Part of the file to read: all of it, or all but the pixel data.
   * @return The instance, NULL in case of an error, for example if the server does not know the identifier.
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
     Functions, DicomConnection: identify the peer of a DICOM association.
     ==================================================================================================== */

  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  typedef struct
  {
    const OrthancPluginDicomConnection* connection ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
    const char** resultString ORTHANC_PLUGIN_SINCE_SDK("1.12.10");
  } _OrthancPluginAccessDicomConnection;

  /**
   * @brief Get the AET of the peer that opened a connection.
   *
   * The peer claims its AET in the association request, without proof.
   *
   * @ingroup DicomConnection
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param connection Connection that a callback received. Valid until the callback returns.
   * @return The calling AET, NULL in case of an error. It belongs to the connection: do not free it, and copy
   * it to keep it after the callback.
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
   * @brief Get the IP address of the peer that opened a connection.
   *
   * @ingroup DicomConnection
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param connection Connection that a callback received. Valid until the callback returns.
   * @return The address as text, NULL in case of an error. It belongs to the connection: do not free it, and
   * copy it to keep it after the callback.
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
   * @brief Get the AET of this server that the peer called.
   *
   * A server can have several AETs. The one that a peer calls may depend on the configuration of the peer.
   *
   * @ingroup DicomConnection
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param connection Connection that a callback received. Valid until the callback returns.
   * @return The called AET, NULL in case of an error. It belongs to the connection: do not free it, and copy
   * it to keep it after the callback.
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
   * @brief Free a string that the core passed to the plugin.
   *
   * Use it for strings that functions of this SDK return as "char*". It does nothing if str is NULL. Do not
   * pass such a string to free(), and do not pass a string that the plugin allocated to this function.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param str String to free. Do not use it afterwards.
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
   * @brief Free the content of a memory buffer.
   *
   * The function frees only the memory behind the member "data", not the structure. The members keep their
   * values: do not free the same content twice.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer Buffer whose content to free.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief Free the content of a memory buffer with a 64-bit size.
   *
   * It is the counterpart of OrthancPluginFreeMemoryBuffer() for OrthancPluginMemoryBuffer64. It does not
   * change the structure itself.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer Buffer whose content to free.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE void OrthancPluginFreeMemoryBuffer64(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer64* buffer)
  {
    context->Free(buffer->data);
  }

  /**
   * @brief Write an error to the log of Orthanc.
   *
   * OrthancPluginLogMessage() adds the origin and a category.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
   * @brief Write a warning to the log of Orthanc.
   *
   * Warnings appear in the log by default. OrthancPluginLogMessage() adds the origin and a category.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
   * The line appears only if Orthanc runs in verbose mode. OrthancPluginLogMessage() adds the origin and a
   * category.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
   * @brief Read a whole file into memory.
   *
   * The call fails if the path does not exist or is not a regular file. The size of the file is limited to 4
   * GB.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the bytes of the file. Free it with OrthancPluginFreeMemoryBuffer().
   * @param path Path in the file system of the server, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Write bytes to a file.
   *
   * The function overwrites an existing file. The folder must exist.
   *
   * @par C
   * The core reads data only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param path Path in the file system of the server, in UTF-8.
   * @param data Bytes to write.
   * @param size Number of bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Get a short English description of an error code.
   *
   * For codes that the core does not know, the result is "Unknown error code". All codes from
   * OrthancPluginRegisterErrorCode() share one general text about plugins: the result is not the registered
   * message.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param error Error code to describe.
   * @return The description. It belongs to the core: do not free it.
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
   * @brief Send an HTTP GET request to a URL.
   *
   * A status other than success, such as 404, is reported as an error. To set headers, a timeout or a client
   * certificate, or to read the status, use OrthancPluginHttpClient(). For the REST API of this Orthanc, use
   * OrthancPluginRestApiGet(), which needs no network.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpGet(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE)
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
   * @brief Send an HTTP POST request to a URL.
   *
   * A status other than success, such as 404, is reported as an error. To set headers, a timeout or a client
   * certificate, or to read the status, use OrthancPluginHttpClient(). For the REST API of this Orthanc, use
   * OrthancPluginRestApiPost(), which needs no network.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param body Body of the request.
   * @param bodySize Size of the body in bytes.
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpPost(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const void* body,
    uint32_t bodySize,
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE)
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
   * @brief Send an HTTP PUT request to a URL.
   *
   * A status other than success, such as 404, is reported as an error. To set headers, a timeout or a client
   * certificate, or to read the status, use OrthancPluginHttpClient(). For the REST API of this Orthanc, use
   * OrthancPluginRestApiPut(), which needs no network.
   *
   * @par C
   * The core reads body only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the body of the answer. Free it with OrthancPluginFreeMemoryBuffer().
   * @param url Full URL, with its scheme (http or https).
   * @param body Body of the request.
   * @param bodySize Size of the body in bytes.
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpPut(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* url,
    const void* body,
    uint32_t bodySize,
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE)
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
   * @brief Send an HTTP DELETE request to a URL.
   *
   * The body of the answer is discarded. A status other than success, such as 404, is reported as an error.
   * To set headers or a timeout, use OrthancPluginHttpClient(). For the REST API of this Orthanc, use
   * OrthancPluginRestApiDelete(), which needs no network.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param url Full URL, with its scheme (http or https).
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.4")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpDelete(
    OrthancPluginContext* context,
    const char* url,
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE)
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
   * @brief Register an error code of this plugin, with its HTTP status and message.
   *
   * Callbacks of the plugin can then fail with the returned code. If a REST callback does so, the client
   * receives the HTTP status, and the body of the answer contains the message.
   *
   * @par C
   * If the registration fails, the result is OrthancPluginErrorCode_Plugin.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param code Number of the error, chosen by the plugin. It may equal an error code of Orthanc.
   * @param httpStatus HTTP status of the answer, such as 404.
   * @param message Description of the error, in UTF-8.
   * @return The error code for the callbacks.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginRegisterErrorCode(
    OrthancPluginContext* context,
    int32_t code,
    uint16_t httpStatus ORTHANC_PLUGIN_HTTP_STATUS,
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
   * Call it while the plugin initializes. The call fails if the multiplicities contradict each other, or if
   * the dictionary already contains the tag. For private tags, use
   * OrthancPluginRegisterPrivateDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param group Group number, the first half of the tag (0x0010 in 0010,0020).
   * @param element Element number, the second half of the tag (0x0020 in 0010,0020).
   * @param vr Value representation of the tag.
   * @param name Symbolic name of the tag, in the style of "PatientID".
   * @param minMultiplicity Minimum number of values, at least 1.
   * @param maxMultiplicity Maximum number of values, not below the minimum; 0 for no limit.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * Call it while the plugin initializes. The call fails if the multiplicities contradict each other, or if
   * the tag is not private (its group is even). For public tags, use OrthancPluginRegisterDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param group Group number of the tag, odd for private tags.
   * @param element Element number of the tag.
   * @param vr Value representation of the tag.
   * @param name Symbolic name of the tag, in the style of "PatientID".
   * @param minMultiplicity Minimum number of values, at least 1.
   * @param maxMultiplicity Maximum number of values, not below the minimum; 0 for no limit.
   * @param privateCreator Private creator that reserves the block of the tag.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Convert a DICOM file in memory to JSON.
   *
   * For a stored instance, use OrthancPluginDicomInstanceToJson().
   *
   * @par C
   * The core reads buffer only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer DICOM file.
   * @param size Size of the file in bytes.
   * @param format Format of the JSON: full, short or human-readable.
   * @param flags Selection of tags and format of binary values, a combination of
   * OrthancPluginDicomToJsonFlags.
   * @param maxStringLength Maximum length of a value, in characters; 0 for no limit. Longer values become
   * null.
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
   * @brief Convert a stored instance to JSON.
   *
   * The function reads the instance from the storage area. For a file in memory, use
   * OrthancPluginDicomBufferToJson().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instanceId Orthanc identifier of the instance (not its SOP Instance UID).
   * @param format Format of the JSON: full, short or human-readable.
   * @param flags Selection of tags and format of binary values, a combination of
   * OrthancPluginDicomToJsonFlags.
   * @param maxStringLength Maximum length of a value, in characters; 0 for no limit. Longer values become
   * null.
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
   * @brief Create a DICOM file from JSON and an optional image.
   *
   * The function does not store the file in the server. Private tags get the private creator of the
   * configuration option "DefaultPrivateCreator". OrthancPluginCreateDicom2() has an argument for it.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the DICOM file. Free it with OrthancPluginFreeMemoryBuffer().
   * @param json JSON object, in UTF-8, from tags ("PatientID" or "0010,0020") to their values.
   * @param pixelData Image for the pixel data. May be NULL if there is none, or if the JSON contains it as a
   * data URI.
   * @param flags Options, a combination of OrthancPluginCreateDicomFlags.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.9.5")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateDicom(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* json,
    const OrthancPluginImage* pixelData ORTHANC_PLUGIN_NULLABLE,
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
   * @brief Compute the MD5 digest of bytes.
   *
   * @par C
   * The core reads buffer only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer Bytes to digest.
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
   * @brief Compute the SHA-1 digest of bytes.
   *
   * The digest has the form of an Orthanc identifier: five groups of eight lower-case hexadecimal digits,
   * joined by hyphens.
   *
   * @par C
   * The core reads buffer only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param buffer Bytes to digest.
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
   * The dictionary includes the tags that plugins or the configuration registered.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the numbers, the value representation and the multiplicity of the tag.
   * @param name Symbolic name such as "PatientID", or the numbers in hexadecimal such as "0010-0020".
   * @retval OrthancPluginErrorCode_UnknownDicomTag If the dictionary does not contain the tag.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Send an HTTP request, with control over all options.
   *
   * The configuration of Orthanc provides the other settings: "HttpProxy", "HttpTimeout", "HttpsVerifyPeers",
   * "HttpsCACertificates" and "Pkcs11". If the status is not a success, such as 404, the core discards the
   * headers and body of the answer. The function holds both bodies in memory. For large bodies, use
   * OrthancPluginChunkedHttpClient(). For Orthanc peers, use OrthancPluginCallPeerApi().
   *
   * @par C
   * If the status is not a success, the call also returns an error code.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answerBody Filled with the body of the answer, not used for DELETE. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param answerHeaders Filled with the headers of the answer, as a JSON object. May be NULL if they are of
   * no interest. Free it with OrthancPluginFreeMemoryBuffer().
   * @param httpStatus Set to the HTTP status, also if the call fails because of it.
   * @param method HTTP method.
   * @param url Full URL, with its scheme (http or https).
   * @param headersCount How many headers to send.
   * @param headersKeys Names of the headers. May be NULL if there are none.
   * @param headersValues Values of the headers, in the order of the names. May be NULL if there are none.
   * @param body Body of the request, for POST and PUT only.
   * @param bodySize Size of the body in bytes.
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @param timeout Time to wait for the answer, in seconds; 0 for the configured timeout.
   * @param certificateFile Path of the client certificate, a PEM file. May be NULL if the server requires
   * none, or for plain HTTP.
   * @param certificateKeyFile Path of the private key of the certificate, a PEM file. May be NULL without a
   * certificate.
   * @param certificateKeyPassword Password of the private key. May be NULL without a certificate.
   * @param pkcs11 1 to authenticate through PKCS#11 (smart card or hardware security module), 0 otherwise.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.1.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginHttpClient(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus ORTHANC_PLUGIN_HTTP_STATUS,
    OrthancPluginHttpMethod method,
    const char* url,
    uint32_t headersCount,
    const char* const* headersKeys,
    const char* const* headersValues,
    const void* body,
    uint32_t bodySize,
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE,
    uint32_t timeout,
    const char* certificateFile ORTHANC_PLUGIN_NULLABLE,
    const char* certificateKeyFile ORTHANC_PLUGIN_NULLABLE,
    const char* certificateKeyPassword ORTHANC_PLUGIN_NULLABLE,
    uint8_t pkcs11 ORTHANC_PLUGIN_FLAG)
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
   * @brief Generate a random UUID.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The UUID, 36 characters including hyphens, NULL in case of an error. Free it with
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
   * @brief Prepare a C-FIND query for matching against DICOM files.
   *
   * A matcher serves to answer queries from data outside the database of Orthanc. Call
   * OrthancPluginFindMatcherIsMatch() for each candidate.
   *
   * @par C
   * The core reads query only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param query Query as a DICOM file.
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
   * @brief Free a C-FIND matcher.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param matcher Matcher from OrthancPluginCreateFindMatcher(). Do not use it afterwards.
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
   * @brief Test whether a DICOM file matches a C-FIND query.
   *
   * A file that cannot be parsed does not match.
   *
   * @par C
   * The core reads dicom only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param matcher Matcher of the query.
   * @param dicom Candidate, a DICOM file.
   * @param size Size of the candidate in bytes.
   * @return 1 if the file meets all the criteria, otherwise 0.
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
   * @brief Get a copy of the list of Orthanc peers that this server knows.
   *
   * The copy does not follow later changes. The list may still be empty while the plugin initializes: call it
   * once Orthanc has started.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
   * @brief Free a list of Orthanc peers.
   *
   * The names, URLs and properties read from the list are freed with it.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param peers List from OrthancPluginGetPeers(). Do not use it afterwards.
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
   * Several threads may use the same list of peers at the same time.
   *
   * @par C
   * If the call fails, the result is 0.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param peers List from OrthancPluginGetPeers().
   * @return The number of peers.
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
   * @brief Get the name of a peer.
   *
   * The name is the key of the peer in the configuration option "OrthancPeers". Several threads may use the
   * same list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param peers List from OrthancPluginGetPeers().
   * @param peerIndex Index in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @return The name, NULL in case of an error. It belongs to the list: do not free it, and do not use it
   * after OrthancPluginFreePeers().
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
   * @brief Get the base URL of the REST API of a peer.
   *
   * Several threads may use the same list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param peers List from OrthancPluginGetPeers().
   * @param peerIndex Index in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @return The URL, NULL in case of an error. It belongs to the list: do not free it, and do not use it
   * after OrthancPluginFreePeers().
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
   * @brief Get a setting of a peer that only plugins and scripts use.
   *
   * Such settings are entries of the peer in the configuration that the core does not interpret. Several
   * threads may use the same list of peers at the same time.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param peers List from OrthancPluginGetPeers().
   * @param peerIndex Index in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @param userProperty Key of the setting.
   * @return The value, NULL if the peer has no such property. It belongs to the list: do not free it, and do
   * not use it after OrthancPluginFreePeers().
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
   * @brief Send a request to the REST API of an Orthanc peer.
   *
   * The configuration option "OrthancPeers" provides the URL, credentials and certificates. If the status is
   * not a success, such as 404, the core discards the headers and body of the answer. Several threads may use
   * the same list of peers at the same time. For other servers, use OrthancPluginHttpClient().
   *
   * @par C
   * If the status is not a success, the call also returns an error code.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answerBody Filled with the body of the answer, not used for DELETE. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param answerHeaders Filled with the headers of the answer, as a JSON object. May be NULL if they are of
   * no interest. Free it with OrthancPluginFreeMemoryBuffer().
   * @param httpStatus Set to the HTTP status, also if the call fails because of it.
   * @param peers List from OrthancPluginGetPeers().
   * @param peerIndex Index in the list, counted from 0 and below OrthancPluginGetPeersCount().
   * @param method HTTP method.
   * @param uri Path below the URL of the peer, such as "/system".
   * @param additionalHeadersCount How many headers to send in addition to the configured ones.
   * @param additionalHeadersKeys Names of the headers. May be NULL if there are none.
   * @param additionalHeadersValues Values of the headers, in the order of the names. May be NULL if there are
   * none.
   * @param body Body of the request, for POST and PUT only.
   * @param bodySize Size of the body in bytes.
   * @param timeout Time to wait for the answer, in seconds; 0 for the configured timeout.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.4.2")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCallPeerApi(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* answerBody,
    OrthancPluginMemoryBuffer* answerHeaders,
    uint16_t* httpStatus ORTHANC_PLUGIN_HTTP_STATUS,
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
   * @brief Create a job from callbacks that return strings.
   *
   * The job waits until OrthancPluginSubmitJob() queues it. While it runs, it has its own thread, which calls
   * all its callbacks. The callbacks never run at the same time, so they need no lock among themselves. If a
   * job starts threads, start them in the first step() and end them in stop().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param job State of the job, shared by its callbacks. It must live until finalize() is called.
   * @param finalize Callback that frees the state, once Orthanc no longer needs the job.
   * @param type Name of the kind of job. The callback of OrthancPluginRegisterJobsUnserializer() uses it to
   * recognize the job.
   * @param getProgress Callback that returns the progress of the job, from 0 to 1.
   * @param getContent Callback that returns information about the job for people, as a JSON object.
   * @param getSerialized Callback that returns the data to recreate the job after a restart, as a JSON
   * object.
   * @param step Callback that does one portion of the work and returns whether to continue.
   * @param stop Callback for a job that stops running, because of a pause or at its end.
   * @param reset Callback that prepares a stopped job for a new start.
   * @return The job, NULL in case of an error. Free it with OrthancPluginFreeJob(), unless it is submitted.
   * @deprecated Use OrthancPluginCreateJob2().
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
   * @brief Create a job from callbacks of the plugin.
   *
   * The job waits until OrthancPluginSubmitJob() queues it. While it runs, it has its own thread, which calls
   * all its callbacks. The callbacks never run at the same time, so they need no lock among themselves. If a
   * job starts threads, start them in the first step() and end them in stop().
   *
   * Orthanc 1.12.7 and 1.13.0 never request the serialized form of such a job, so it does not survive a
   * restart. A job from OrthancPluginCreateJob() does.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param job State of the job, shared by its callbacks. It must live until finalize() is called.
   * @param finalize Callback that frees the state, once Orthanc no longer needs the job.
   * @param type Name of the kind of job. The callback of OrthancPluginRegisterJobsUnserializer() uses it to
   * recognize the job.
   * @param getProgress Callback that returns the progress of the job, from 0 to 1.
   * @param getContent Callback that fills a buffer with information about the job for people, as a JSON
   * object.
   * @param getSerialized Callback that fills a buffer with the data to recreate the job after a restart, as a
   * JSON object.
   * @param step Callback that does one portion of the work and returns whether to continue.
   * @param stop Callback for a job that stops running, because of a pause or at its end.
   * @param reset Callback that prepares a stopped job for a new start.
   * @return The job, NULL in case of an error. Free it with OrthancPluginFreeJob(), unless it is submitted.
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
   * @brief Free a job that was not submitted.
   *
   * The function calls the finalize() callback of the job. Orthanc owns submitted jobs: do not free them.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param job Job from OrthancPluginCreateJob2() or OrthancPluginCreateJob(). Do not use it afterwards.
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
   * @brief Submit a job to the jobs engine, which runs it when its turn comes.
   *
   * @par C
   * Orthanc owns the job from then on and calls its finalize() callback in the end. It also owns the job if
   * the call fails because one of its callbacks fails: do not free it then.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param job Job from OrthancPluginCreateJob2() or OrthancPluginCreateJob().
   * @param priority Priority of the job, usually 0; may be negative. Jobs with a higher priority run first.
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
   * @brief Guess the MIME type of a file from its name.
   *
   * Only the extension counts, and the file need not exist. For unknown extensions, the result is
   * "application/octet-stream".
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param path Path or name of the file, in UTF-8.
   * @return The MIME type, NULL in case of an error. It belongs to the core: do not free it.
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
   * @brief Set the value of a metric to a floating-point number.
   *
   * Orthanc collects the metrics of all plugins and publishes them in the format of Prometheus. For integers,
   * use OrthancPluginSetMetricsIntegerValue().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param name Name of the metric in Prometheus.
   * @param value Value of the metric.
   * @param type Combination of values over time. Only the first call for a name sets it.
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
   * @brief Convert a DICOM file to the JSON of DICOMweb, with a callback that has no payload.
   *
   * @par C
   * The core reads dicom only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param dicom DICOM file.
   * @param dicomSize Size of the file in bytes.
   * @param callback Callback that chooses, for each binary element, whether and how to write its value.
   * @return The JSON document, NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginEncodeDicomWebJson2(), whose callback has a payload.
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
   * @brief Convert a DICOM file to the XML of DICOMweb, with a callback that has no payload.
   *
   * @par C
   * The core reads dicom only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param dicom DICOM file.
   * @param dicomSize Size of the file in bytes.
   * @param callback Callback that chooses, for each binary element, whether and how to write its value.
   * @return The XML document, NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginEncodeDicomWebXml2(), whose callback has a payload.
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
   * @brief Convert a DICOM file to the JSON of DICOMweb.
   *
   * The core converts text and numbers. The callback handles binary elements. It runs in the calling thread,
   * before this function returns.
   *
   * @par C
   * The core reads dicom only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param dicom DICOM file.
   * @param dicomSize Size of the file in bytes.
   * @param callback Callback that chooses, for each binary element, whether and how to write its value.
   * @param payload Payload of the callback, passed unchanged. The core does not read it.
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
   * @brief Convert a DICOM file to the XML of DICOMweb.
   *
   * The core converts text and numbers. The callback handles binary elements. It runs in the calling thread,
   * before this function returns.
   *
   * @par C
   * The core reads dicom only during the call.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param dicom DICOM file.
   * @param dicomSize Size of the file in bytes.
   * @param callback Callback that chooses, for each binary element, whether and how to write its value.
   * @param payload Payload of the callback, passed unchanged. The core does not read it.
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
   * @brief Send an HTTP request and stream the bodies of request and answer in chunks.
   *
   * Unlike OrthancPluginHttpClient(), it never holds a whole body in memory. Orthanc up to version 1.5.6
   * cannot receive such requests. The callbacks run in the calling thread, before this function returns. The
   * configuration of Orthanc provides the other settings: "HttpProxy", "HttpTimeout", "HttpsVerifyPeers",
   * "HttpsCACertificates" and "Pkcs11".
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param answer Receiver of the answer: the state of its two callbacks.
   * @param answerAddChunk Callback that receives the next chunk of the body of the answer.
   * @param answerAddHeader Callback that receives one header of the answer.
   * @param httpStatus Filled with the HTTP status.
   * @param method HTTP method.
   * @param url Full URL, with its scheme (http or https).
   * @param headersCount How many headers to send.
   * @param headersKeys Names of the headers. May be NULL if there are none.
   * @param headersValues Values of the headers, in the order of the names. May be NULL if there are none.
   * @param request Iterator over the chunks of the body to send: the state of its four callbacks.
   * @param requestIsDone Callback that returns whether all chunks have been sent.
   * @param requestChunkData Callback that returns the address of the current chunk.
   * @param requestChunkSize Callback that returns the size of the current chunk in bytes.
   * @param requestNext Callback that advances to the next chunk.
   * @param username User name for HTTP authentication. May be NULL if the server requires none.
   * @param password Password of the user. May be NULL if the server requires none.
   * @param timeout Time to wait for the answer, in seconds; 0 for the configured timeout.
   * @param certificateFile Path of the client certificate, a PEM file. May be NULL if the server requires
   * none, or for plain HTTP.
   * @param certificateKeyFile Path of the private key of the certificate, a PEM file. May be NULL without a
   * certificate.
   * @param certificateKeyPassword Password of the private key. May be NULL without a certificate.
   * @param pkcs11 1 to authenticate through PKCS#11 (smart card or hardware security module), 0 otherwise.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginChunkedHttpClient(
    OrthancPluginContext* context,
    void* answer,
    OrthancPluginChunkedClientAnswerAddChunk answerAddChunk,
    OrthancPluginChunkedClientAnswerAddHeader answerAddHeader,
    uint16_t* httpStatus ORTHANC_PLUGIN_HTTP_STATUS,
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
    const char* username ORTHANC_PLUGIN_NULLABLE,
    const char* password ORTHANC_PLUGIN_NULLABLE,
    uint32_t timeout,
    const char* certificateFile ORTHANC_PLUGIN_NULLABLE,
    const char* certificateKeyFile ORTHANC_PLUGIN_NULLABLE,
    const char* certificateKeyPassword ORTHANC_PLUGIN_NULLABLE,
    uint8_t pkcs11 ORTHANC_PLUGIN_FLAG)
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
   * @brief Get the symbolic name of a tag from the DICOM dictionary of Orthanc.
   *
   * If the dictionary does not contain the tag, the result is "Unknown Tag & Data".
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param group Group number, the first half of the tag (0x0010 in 0010,0020).
   * @param element Element number, the second half of the tag (0x0020 in 0010,0020).
   * @param privateCreator Private creator of a private tag. May be NULL for public tags.
   * @return The name, such as "PatientID", NULL in case of an error. Free it with OrthancPluginFreeString().
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.5.7")
  ORTHANC_PLUGIN_INLINE char* OrthancPluginGetTagName(
    OrthancPluginContext* context,
    uint16_t group,
    uint16_t element,
    const char* privateCreator ORTHANC_PLUGIN_NULLABLE)
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
   * @brief Allocate a memory buffer that the plugin can pass to the core.
   *
   * The core allocates the memory, and the plugin writes to it. Callbacks that return a buffer, such as DICOM
   * transcoders, need one. Do not pass the memory to free(): plugin and core may use different C libraries.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the address and the size. Free it with OrthancPluginFreeMemoryBuffer(). If a
   * callback returns the buffer, the core frees it.
   * @param size Size in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Allocate a memory buffer with a 64-bit size that the plugin can pass to the core.
   *
   * The core allocates the memory, and the plugin writes to it. Callbacks that return such a buffer, such as
   * those that read files of a storage area, need one. Do not pass the memory to free(): plugin and core may
   * use different C libraries.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the address and the size. Free it with OrthancPluginFreeMemoryBuffer64(). If a
   * callback returns the buffer, the core frees it.
   * @param size Size in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Create a DICOM file from JSON and an optional image, with a private creator.
   *
   * Only the last argument differs from OrthancPluginCreateDicom(). The private tags must be registered,
   * either by the configuration option "Dictionary" or by OrthancPluginRegisterPrivateDictionaryTag().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the DICOM file. Free it with OrthancPluginFreeMemoryBuffer().
   * @param json JSON object, in UTF-8, from tags ("PatientID" or "0010,0020") to their values.
   * @param pixelData Image for the pixel data. May be NULL if there is none, or if the JSON contains it as a
   * data URI.
   * @param flags Options, a combination of OrthancPluginCreateDicomFlags.
   * @param privateCreator Private creator for the lookup of the private tags in the JSON.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.9.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCreateDicom2(
    OrthancPluginContext* context,
    OrthancPluginMemoryBuffer* target,
    const char* json,
    const OrthancPluginImage* pixelData ORTHANC_PLUGIN_NULLABLE,
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
   * @brief Get the identifier of this Orthanc among the servers that share its database.
   *
   * The configuration option "DatabaseServerIdentifier" can set it.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The identifier, NULL in case of an error. It belongs to the core: do not free it.
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
   * @brief Set the value of a metric to an integer.
   *
   * Orthanc collects the metrics of all plugins and publishes them in the format of Prometheus. For other
   * numbers, use OrthancPluginSetMetricsValue().
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param name Name of the metric in Prometheus.
   * @param value Value of the metric.
   * @param type Combination of values over time. Only the first call for a name sets it.
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
   * @brief Set the name of the calling thread in the log of Orthanc.
   *
   * Use it for threads that the plugin started, not for those of Orthanc. From SDK 1.13.0 on, call
   * OrthancPluginClearCurrentThreadName() before such a thread ends.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param threadName Name of the thread, at most 16 characters.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The line appears if its level is enabled for its category.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param message Text of the line, in UTF-8.
   * @param plugin Name of the plugin that writes the line.
   * @param file Name of the source file that writes the line.
   * @param line Line number in the source file.
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
   * @brief Clear the name of the calling thread.
   *
   * If OrthancPluginSetCurrentThreadName() named a thread of the plugin, call this function just before the
   * thread ends. Otherwise, the memory of the name is not released.
   *
   * @ingroup Toolbox
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.13.0")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginClearCurrentThreadName(
    OrthancPluginContext* context)
  {
    return context->InvokeService(context, _OrthancPluginService_ClearCurrentThreadName, NULL);
  }

  /* ====================================================================================================
     Functions, Plugin: describe the plugin to users and read the settings of the server.
     ==================================================================================================== */

  /**
   * @brief Get the path of the executable of the server.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The path, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
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
   * @brief Get the folder that contains the executable of the server.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
   * @brief Get the path of the configuration file or folder of the server.
   *
   * The path is the argument given at the start of the server. If it is a folder, the server reads all
   * configuration files in it.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The path, in UTF-8; NULL in case of an error. Free it with OrthancPluginFreeString().
   * @deprecated Use OrthancPluginGetConfiguration(), which returns the settings from any number of files.
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
   * @brief Set the start page of the web interface of the plugin.
   *
   * Orthanc Explorer links to the page from its list of plugins. A later call replaces the address.
   *
   * @par C
   * The function calls OrthancPluginGetName(). With several plugins loaded, the function of that name that
   * the linker picks depends on the platform.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param uri Address of the page, such as "/my-plugin/index.html".
   * @deprecated Use OrthancPluginSetRootUri2(), which has an argument for the name of the plugin.
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
   * @brief Set the start page of the web interface of the plugin.
   *
   * Orthanc Explorer links to the page from its list of plugins. A later call replaces the address.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param plugin Name of the plugin, equal to the result of its OrthancPluginGetName(). It selects the entry
   * to change.
   * @param uri Address of the page, such as "/my-plugin/index.html".
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
   * @brief Set the description of the plugin.
   *
   * The description appears in the list of plugins of Orthanc Explorer, and at /plugins/NAME in the REST API.
   *
   * @par C
   * The function calls OrthancPluginGetName(). With several plugins loaded, the function of that name that
   * the linker picks depends on the platform.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param description One or two lines for administrators, in UTF-8.
   * @deprecated Use OrthancPluginSetDescription2(), which has an argument for the name of the plugin.
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
   * @brief Set the description of the plugin.
   *
   * The description appears in the list of plugins of Orthanc Explorer, and at /plugins/NAME in the REST API.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param plugin Name of the plugin, equal to the result of its OrthancPluginGetName(). It selects the entry
   * to change.
   * @param description One or two lines for administrators, in UTF-8.
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
   * @brief Add JavaScript of the plugin to Orthanc Explorer.
   *
   * Orthanc Explorer runs the code on every page, so that the plugin can add its own buttons. A later call
   * replaces the code.
   *
   * @par C
   * The core copies javascript. The function calls OrthancPluginGetName(). With several plugins loaded, the
   * function of that name that the linker picks depends on the platform.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param javascript Source code, in UTF-8.
   * @deprecated Use OrthancPluginExtendOrthancExplorer2(), which has an argument for the name of the plugin.
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
   * @brief Add JavaScript of the plugin to Orthanc Explorer.
   *
   * Orthanc Explorer runs the code on every page, so that the plugin can add its own buttons. A later call
   * replaces the code.
   *
   * @par C
   * The core copies javascript.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param plugin Name of the plugin, equal to the result of its OrthancPluginGetName(). It selects the entry
   * to change.
   * @param javascript Source code, in UTF-8.
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
   * @brief Count the command-line arguments of the server.
   *
   * The name of the executable does not count.
   *
   * @par C
   * If the call fails, the result is 0.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @return The number of arguments.
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
   * @brief Get a command-line argument of the server.
   *
   * @par C
   * Keep the index below OrthancPluginGetCommandLineArgumentsCount(). A larger index stops servers such as
   * 1.10.1.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param argument Index of the argument, counted from 0. The name of the executable does not count.
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
   * @brief Get the configuration of the server.
   *
   * The result merges all configuration files. It contains no default values, only the options that the files
   * set. Passwords are readable in it.
   *
   * @ingroup Plugin
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
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
     Functions, Stores: store data of plugins in the database of the server and signal events.
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
   * The server indexes the file as a new instance. The file becomes its DICOM attachment
   * (OrthancPluginContentType_Dicom). The function is for plugins with their own storage area, registered
   * with OrthancPluginRegisterStorageArea3(). Such a storage area recognizes an adopted file by its custom
   * data, and reads it from its original location. Do not use this function without such a storage area.
   *
   * The store status says whether the file was stored, already existed, or was refused.
   *
   * @par C
   * instanceId and attachmentUuid have no terminating zero byte. The core copies customData, and dicom need
   * not outlive the call.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param instanceId Filled with the Orthanc identifier of the instance, as text. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param attachmentUuid Filled with the UUID of the DICOM attachment, as text. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param storeStatus Set to the store status of the file.
   * @param dicom Content of the DICOM file.
   * @param dicomSize Size of the content in bytes.
   * @param customData Data with which the storage area finds the file again, any bytes.
   * @param customDataSize Size of the custom data in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * If the attachment has no custom data, the result is empty. The call fails if the database does not
   * support custom data.
   *
   * @par C
   * The data pointer of an empty buffer is NULL.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param customData Filled with the custom data. Free it with OrthancPluginFreeMemoryBuffer().
   * @param attachmentUuid UUID of the attachment in the storage area.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * A storage area calls it after it moved a file, for example to slower disks. The call fails if the
   * database does not support custom data.
   *
   * @par C
   * The core copies customData.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param attachmentUuid UUID of the attachment in the storage area.
   * @param customData New custom data, any bytes.
   * @param customDataSize Size of the custom data in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Write a value under a key in a store of the database.
   *
   * The first key creates the store. A new value replaces the old value of its key. The call fails if the
   * database does not support key-value stores.
   *
   * @par C
   * The core copies value.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storeId Name of the store. All plugins share the names, so begin it with the name of the plugin.
   * @param key Key in the store, in UTF-8.
   * @param value Value, any bytes.
   * @param valueSize Size of the value in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Delete a key and its value from a store.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storeId Name of the store. All plugins share the names, so begin it with the name of the plugin.
   * @param key Key in the store, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * A missing key is not an error.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param found Set to 1 if the store contains the key, to 0 if not.
   * @param target Filled with the value if the store contains the key. Free it with
   * OrthancPluginFreeMemoryBuffer().
   * @param storeId Name of the store. All plugins share the names, so begin it with the name of the plugin.
   * @param key Key in the store, in UTF-8.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginGetKeyValue(
    OrthancPluginContext* context,
    uint8_t* found ORTHANC_PLUGIN_FOUND,
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
   * @brief Create an iterator over the keys and values of a store.
   *
   * The iterator visits the keys in lexicographic order. It starts before the first key: call
   * OrthancPluginKeysValuesIteratorNext() before reading a key or value.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param storeId Name of the store. All plugins share the names, so begin it with the name of the plugin.
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
   * @brief Free an iterator over a store.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param iterator Iterator to free. Do not use it afterwards, nor a key that it returned.
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
   * @brief Advance an iterator to the next key of its store.
   *
   * The iterator visits the keys in lexicographic order. After the last key, there is nothing to read.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param done Set to 1 after the last key, else to 0.
   * @param iterator Iterator to advance.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginKeysValuesIteratorNext(
    OrthancPluginContext* context,
    uint8_t* done ORTHANC_PLUGIN_FLAG,
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
   * @brief Read the current key of an iterator.
   *
   * Call OrthancPluginKeysValuesIteratorNext() first. Otherwise, the call fails.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param iterator Iterator at a key.
   * @return The key, in UTF-8; NULL in case of an error. It belongs to the iterator: do not free it, and do
   * not use it after the iterator moves.
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
   * @brief Read the current value of an iterator.
   *
   * Call OrthancPluginKeysValuesIteratorNext() first. Otherwise, the call fails.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param target Filled with the value. Free it with OrthancPluginFreeMemoryBuffer().
   * @param iterator Iterator at a key.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * The first value creates the queue. Any plugin, and any server on the same database, can take the value
   * from the queue. The call fails if the database does not support queues.
   *
   * @par C
   * The core copies value.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param queueId Name of the queue. All plugins share the names, so begin it with the name of the plugin.
   * @param value Value, any bytes.
   * @param valueSize Size of the value in bytes.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Remove a value from a queue and return it.
   *
   * An empty queue is not an error. The function does not wait for a value.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param found Set to 1 if there was a value, to 0 if the queue is empty.
   * @param target Filled with the value if there was one. Free it with OrthancPluginFreeMemoryBuffer().
   * @param queueId Name of the queue. All plugins share the names, so begin it with the name of the plugin.
   * @param origin End of the queue: the front holds the oldest value (FIFO), the back the newest (LIFO).
   * @return OrthancPluginErrorCode_Success, or an error code.
   * @deprecated Use OrthancPluginReserveQueueValue() and OrthancPluginAcknowledgeQueueValue(). With this
   * function, a value is lost if the plugin stops before it has processed it.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.8")
  ORTHANC_PLUGIN_DEPRECATED
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDequeueValue(
    OrthancPluginContext* context,
    uint8_t* found ORTHANC_PLUGIN_FOUND,
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
   * Other plugins and servers may add or take values at any time, so use the number for display only.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param queueId Name of the queue. All plugins share the names, so begin it with the name of the plugin.
   * @param size Set to the number of values.
   * @return OrthancPluginErrorCode_Success, or an error code.
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
   * @brief Mark a resource as stable or unstable, regardless of its age.
   *
   * If an unstable resource becomes stable, Orthanc signals the change to the change callbacks, as if no data
   * had arrived for the configured time. For a resource that is already stable, nothing happens. Marking a
   * resource as unstable restarts that time, even if the resource was unstable before.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param statusHasChanged Set to 1 if the resource had the other status before, else to 0.
   * @param resourceId Orthanc identifier of the patient, study or series.
   * @param stableStatus New status.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.9")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetStableStatus(
    OrthancPluginContext* context,
    uint8_t* statusHasChanged ORTHANC_PLUGIN_FLAG,
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
   * @brief Report an action of a user on a resource to the audit logs.
   *
   * The server passes the report to each handler registered with OrthancPluginRegisterAuditLogHandler(). It
   * writes nothing itself: without a handler, the report is lost.
   *
   * @par C
   * logData need not outlive the call.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param sourcePlugin Name of the reporting plugin. It defines the meaning of action and data.
   * @param userId Unique name of the person or system that acted.
   * @param resourceType Level of the resource.
   * @param resourceId Orthanc identifier of the resource.
   * @param action Short name of the action, chosen by the plugin.
   * @param logData Details in any format, any bytes.
   * @param logDataSize Size of the details in bytes.
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
   * @brief Reserve a value of a queue for a limited time.
   *
   * While the value is reserved, no other consumer gets it. OrthancPluginAcknowledgeQueueValue() removes the
   * processed value. If the time ends first, for example after a crash, the value returns to its queue. A
   * value may thus be processed twice. An empty queue is not an error. The function does not wait for a
   * value.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param found Set to 1 if there was a value, to 0 if none is available.
   * @param target Filled with the value if there was one. Free it with OrthancPluginFreeMemoryBuffer().
   * @param valueId Set to the number with which to acknowledge the value.
   * @param queueId Name of the queue. All plugins share the names, so begin it with the name of the plugin.
   * @param origin End of the queue: the front holds the oldest value (FIFO), the back the newest (LIFO).
   * @param releaseTimeout Duration of the reservation in seconds, at least 1.
   * @return OrthancPluginErrorCode_Success, or an error code.
   **/
  ORTHANC_PLUGIN_SINCE_SDK("1.12.10")
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginReserveQueueValue(
    OrthancPluginContext* context,
    uint8_t* found ORTHANC_PLUGIN_FOUND,
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
   * @brief Remove a reserved value from its queue after processing it.
   *
   * @ingroup Stores
   * @param context Context of the plugin, as received by OrthancPluginInitialize().
   * @param queueId Name of the queue that contains the value.
   * @param valueId Number of the value, from OrthancPluginReserveQueueValue().
   * @return OrthancPluginErrorCode_Success, or an error code.
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
