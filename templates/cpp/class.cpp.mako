<%namespace file="banner.mako" import="banner"/><%namespace file="wrapper.mako" import="wrapper, method_table"/>\
${banner(f"The class {class_.plan.name}.")}
#include <orthanc/OrthancCPlugin.h>

#include "callbacks/payload_arguments.h"
#include "callbacks/payload_trampolines.h"
#include "callbacks/slots.h"
#include "classes.h"
#include "convert/arguments.h"
#include "convert/results.h"
#include "core/calls.h"
#include "enums.h"
#include "generated_callbacks.h"
#include "handles/class_slots.h"
#include "handles/containers.h"
#include "handles/handles.h"
#include "locks.h"
#include "python/gil.h"
#include "python/methods.h"
#include "records.h"

namespace orthanc_python {
namespace {
% for f in class_.methods:
${wrapper(f)}
% endfor
PyMethodDef methods[] = {
${method_table(class_.methods, class_.plan.closable)}
};

% if class_.container:
const PyType_Slot kContainer[] = {
% for slot, function in class_.container:
    {${slot}, reinterpret_cast<void*>(${function})},
% endfor
    {0, nullptr}};

% endif

}  // namespace

% if class_.plan.closable:
// C: ${class_.plan.free}(handle)
% endif
HandleClass classes::k${class_.plan.name} = {
    "${class_.plan.name}", "orthanc.${class_.plan.name}",
${cpp_string(f"{one_line(in_python(class_.plan.doc.brief))}\n\nC origin: {class_.plan.c_name}")},
    methods,
    ${class_.free},
    ${class_.clone},
    ${class_.memory},
    ${"kContainer" if class_.container else "nullptr"},
    ${"true" if class_.plan.concurrent else "false"}};

}  // namespace orthanc_python
