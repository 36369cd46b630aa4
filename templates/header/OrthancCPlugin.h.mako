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
#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER ${header.version.major}
#define ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER ${header.version.minor}
#define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER ${header.version.revision}

/* Whether that release is this one or newer, for #if. */
#ifndef ORTHANC_PLUGINS_VERSION_IS_ABOVE
#  define ORTHANC_PLUGINS_VERSION_IS_ABOVE(major, minor, revision) ${"\\"}
    (ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER != (major) ? ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER > (major) ${"\\"}
     : ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER != (minor) ? ORTHANC_PLUGINS_MINIMAL_MINOR_NUMBER > (minor) ${"\\"}
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
% for name, brief in header.groups:
 * @defgroup ${name} ${name}
 * @brief ?
% endfor
 **/

#ifdef __cplusplus
extern "C"
{
#endif

<%include file="sections.mako"/>\
#ifdef __cplusplus
}
#endif
