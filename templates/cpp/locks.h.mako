<%namespace file="banner.mako" import="banner"/>\
${banner("The locks of the core that functions acquire and that the core may hold during callbacks.")}
#pragma once

#include "core/locks.h"

namespace orthanc_python::locks {

% for lock in cpp.locks:
// ${cpp_comment(lock.plan.reason)}
constexpr CoreLock ${lock.name} = {1U << ${loop.index}, ${cpp_string(lock.plan.guards)}, {${lock.until}}};
% endfor

}  // namespace orthanc_python::locks
