<%namespace file="banner.mako" import="banner"/><%namespace file="wrapper.mako" import="wrapper, method_table"/>\
${banner(f"The functions of the SDK's group {group.name}.")}
#include <orthanc/OrthancCPlugin.h>

#include "callbacks/payload_arguments.h"
#include "callbacks/payload_trampolines.h"
#include "callbacks/slots.h"
#include "classes.h"
#include "convert/arguments.h"
#include "convert/results.h"
#include "core/calls.h"
#include "enums.h"
#include "functions.h"
#include "generated_callbacks.h"
#include "handles/handles.h"
#include "locks.h"
#include "python/gil.h"
#include "python/methods.h"
#include "records.h"

namespace orthanc_python {
namespace {
% for f in group.functions:
${wrapper(f)}
% endfor
}  // namespace

PyMethodDef ${group.table}[] = {
${method_table(group.functions)}
};

}  // namespace orthanc_python
