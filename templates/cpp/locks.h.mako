<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The locks of the core that functions need and callbacks may find held.")}
#pragma once

#include "core_lock.h"

namespace orthanc_python::locks {

% for lock in plan.locks:
// ${cpp_comment(lock.reason)}
constexpr CoreLock ${lock.cpp_name} = {1U << ${loop.index}, ${cpp_string(lock.guards)}, {${f"{lock.until.major}, {lock.until.minor}, {lock.until.revision}" if lock.until else ""}}};
% endfor

}  // namespace orthanc_python::locks
