// Logs Python exceptions through the core.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <string>

namespace orthanc_python {

// Logs the current exception: `where`, then the indented traceback. Clears it and returns its error code,
// which is OrthancPluginErrorCode_Plugin unless it is an OrthancException. Requires the GIL, and releases it
// while the core writes.
OrthancPluginErrorCode LogException(const std::string& where);

}  // namespace orthanc_python
