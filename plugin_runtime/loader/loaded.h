// Which Pythons are in this process, whoever brought them.
#pragma once

#include <string>

namespace orthanc_python {

// The file whose Py_GetVersion every library of this process is bound to that opens none itself; empty: none.
std::string GlobalPython();

// The file of a Python that has been started in this process; empty: none.
std::string StartedPython();

// The plugins of Orthanc in this process except this one, ex) "worklists (/usr/lib/libWorklists.so)"; only
// those that are linked to Python where there are such. Empty: none.
std::string OtherPlugins();

}  // namespace orthanc_python
