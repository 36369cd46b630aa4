<%namespace file="banner.mako" import="banner"/><%namespace file="wrapper.mako" import="wrapper, method_table"/>\
${banner(plan, f"The functions of the SDK's group {group.name}.")}
#include <orthanc/OrthancCPlugin.h>

#include "arguments.h"
#include "callbacks.h"
#include "classes.h"
#include "core.h"
#include "enums.h"
#include "functions.h"
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
% for f in group.functions:
${wrapper(f)}
% endfor
}  // namespace

PyMethodDef k${group.cpp_name}Functions[] = {
${method_table(group.functions)}
};

}  // namespace orthanc_python
