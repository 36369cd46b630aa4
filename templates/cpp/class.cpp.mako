<%namespace file="banner.mako" import="banner"/><%namespace file="wrapper.mako" import="wrapper, method_table"/>\
${banner(plan, f"The class {class_.name}.")}
#include <orthanc/OrthancCPlugin.h>

#include "arguments.h"
#include "callbacks.h"
#include "classes.h"
#include "containers.h"
#include "core.h"
#include "enums.h"
#include "generated_callbacks.h"
#include "gil.h"
#include "handles.h"
#include "locks.h"
#include "methods.h"
#include "payload.h"
#include "records.h"
#include "results.h"

namespace orthanc_python {
namespace {
% for f in class_.methods:
${wrapper(f)}
% endfor
PyMethodDef methods[] = {
${method_table(class_.methods, class_.free is not None)}
};

% if class_.container:
const PyType_Slot kContainer[] = {
% for slot, function in class_.container:
    {${slot}, reinterpret_cast<void*>(${function})},
% endfor
    {0, nullptr}};

% endif
% if class_.free:
// C: ${class_.free}(handle)
void Free(OrthancPluginContext* context, void* handle) {
  ${class_.free}(context, static_cast<${class_.c_name}*>(handle));
}

% endif
% if class_.clone:
void* Clone(OrthancPluginContext* context, void* handle) {
  auto* object = static_cast<${class_.c_name}*>(handle);
  return ${class_.clone};
}

% endif
% if class_.memory:
void Memory(OrthancPluginContext* context, void* handle, HandleMemory* memory) {
  auto* object = static_cast<${class_.c_name}*>(handle);
% for statement in class_.memory:
  ${statement}
% endfor
}

% endif

}  // namespace

HandleClass classes::k${class_.name} = {
    "${class_.name}", "orthanc.${class_.name}",
${cpp_string(f"{one_line(class_.doc.brief)}\n\nC origin: {class_.c_name}")},
    methods,
    ${"&Free" if class_.free else "nullptr"},
    ${"&Clone" if class_.clone else "nullptr"},
    ${"&Memory" if class_.memory else "nullptr"},
    ${"kContainer" if class_.container else "nullptr"},
    ${"true" if class_.concurrent else "false"}};

}  // namespace orthanc_python
