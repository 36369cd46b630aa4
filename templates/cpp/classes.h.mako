<%namespace file="banner.mako" import="banner"/>\
${banner("The opaque types of the SDK as classes of handles.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include "handles/handles.h"

namespace orthanc_python {
% for c in plan.classes:
% if c.functions:

// Functions of the core that a callback receives with a ${c.name}; NULL if the core does not provide them.
struct Functions_${c.name} {
% for c_type, name in c.functions:
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
