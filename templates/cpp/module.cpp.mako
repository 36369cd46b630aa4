<%namespace file="banner.mako" import="banner"/>\
${banner("The initialization of the module `orthanc`.")}
#include "classes.h"
#include "core/locks.h"
#include "core/waits.h"
#include "enums.h"
#include "functions.h"
#include "python/errors.h"
#include "python/methods.h"
#include "python/python.h"
#include "python/reference.h"
#include "records.h"

namespace orthanc_python {
namespace {

// The plan observes the limits of the runtime.
% for condition in cpp.assertions:
static_assert(${condition});
% endfor

constexpr const char* kDoc =
    "The plugin SDK of the DICOM server Orthanc, release ${plan.sdk}.\n\n"
    "Scripts that Orthanc runs extend the server through this module. It can also be imported outside Orthanc:\n"
    "classes and enumerations are then available, and calls that need the server raise OrthancException.";

PyModuleDef definition = {PyModuleDef_HEAD_INIT, "orthanc", kDoc, -1, nullptr, nullptr, nullptr, nullptr, nullptr};

bool AddEnums(PyObject* module) {
  return ${" && ".join(f"enums::k{e.name}.Create(module)" for e in plan.enums) or "module != nullptr"};
}

bool AddClasses(PyObject* module) {
  return ${" && ".join(f"classes::k{c.name}.Create(module)" for c in plan.classes) or "module != nullptr"};
}

bool AddRecords(PyObject* module) {
  return ${" && ".join(f"records::k{t.name}.Create(module)" for t in plan.named_tuples) or "module != nullptr"};
}

bool AddFunctions(PyObject* module) {
  return ${" && ".join(f"PyModule_AddFunctions(module, {g.table}) == 0" for g in cpp.groups) or "module != nullptr"};
}

PyObject* MakeModule() {
  Reference module(PyModule_Create(&definition));
  const bool complete = module && AddEnums(module.Get()) && CreateExceptionType(module.Get(), enums::kErrorCode) &&
                        AddClasses(module.Get()) && AddRecords(module.Get()) && AddFunctions(module.Get());
  return complete ? module.Release() : nullptr;
}

}  // namespace
}  // namespace orthanc_python

PyMODINIT_FUNC PyInit_orthanc() {
  return orthanc_python::ForPython(orthanc_python::MakeModule);
}
