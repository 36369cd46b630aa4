<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The opaque types of the SDK as classes of handles.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include "handles.h"

namespace orthanc_python {
% for c in plan.classes:
% if c.lent:

// What the core lends to a callback together with a ${c.name}; NULL where it lends it not.
struct Lent_${c.name} {
% for c_type, name in c.lent:
  ${c_type} ${name};
% endfor
};
% endif
% endfor

namespace classes {

% for c in plan.classes:
extern HandleClass k${c.name};  // ${c.c_name}
% endfor

}  // namespace classes
}  // namespace orthanc_python
