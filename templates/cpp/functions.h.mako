<%namespace file="banner.mako" import="banner"/>\
${banner("The method tables of the module, one for each group of functions.")}
#pragma once

#include "python/python.h"

namespace orthanc_python {

% for group in cpp.groups:
extern PyMethodDef ${group.table}[];
% endfor

}  // namespace orthanc_python
