<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The method tables of the module, one for each group of functions.")}
#pragma once

#include "python.h"

namespace orthanc_python {

% for group in plan.groups:
extern PyMethodDef k${group.cpp_name}Functions[];
% endfor

}  // namespace orthanc_python
