// The Pythons and plugins that are loaded in this process.
#pragma once

#include <string>

namespace orthanc_python {

// Returns the file of the libpython whose symbols are global in this process. Empty if there is none.
std::string GlobalPython();

// Returns the file of a Python that has been started in this process. Empty if there is none.
std::string StartedPython();

// Lists the other Orthanc plugins in this process, ex) "worklists (/usr/lib/libWorklists.so)". If some of
// them are linked to Python, lists only those. Empty if there are none.
std::string OtherPlugins();

}  // namespace orthanc_python
