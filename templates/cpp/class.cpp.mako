<%namespace file="banner.mako" import="banner"/><%namespace file="wrapper.mako" import="wrapper, method_table"/>\
${banner(plan, f"The class {class_.name}.")}
#include <orthanc/OrthancCPlugin.h>

#include "arguments.h"
#include "callbacks.h"
#include "classes.h"
#include "core.h"
#include "enums.h"
#include "generated_callbacks.h"
#include "gil.h"
#include "handles.h"
#include "methods.h"
#include "records.h"
#include "results.h"

namespace orthanc_python {
namespace {
% for f in class_.methods:
${wrapper(f)}
% endfor
PyMethodDef methods[] = {
${method_table(class_.methods)}
};

% if class_.free:
void Free(OrthancPluginContext* context, void* handle) {
  ${class_.free}(context, static_cast<${class_.c_name}*>(handle));
}
% endif

}  // namespace

HandleClass classes::${class_.name} = {
    "${class_.name}", "orthanc.${class_.name}",
${cpp_string(f"{one_line(class_.doc.brief)}\n\nC origin: {class_.c_name}")},
    methods, ${"Free" if class_.free else "nullptr"}};

}  // namespace orthanc_python
