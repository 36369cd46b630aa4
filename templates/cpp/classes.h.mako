<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The opaque types of the SDK as classes of handles.")}
#pragma once

#include "handles.h"

namespace orthanc_python::classes {

% for c in plan.classes:
extern HandleClass ${c.name};  // ${c.c_name}
% endfor

}  // namespace orthanc_python::classes
