<%namespace file="banner.mako" import="banner"/>\
${banner("The enumerations of the SDK.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>

#include "python/enum_class.h"

namespace orthanc_python {
namespace enums {

% for e in plan.enums:
extern EnumClass k${e.name};  // ${e.c_name}
% endfor

}  // namespace enums
% for t in plan.enum_tables:

// ${cpp_comment(in_python(t.doc))}
std::uint32_t ${t.name}(${t.c_enum} value);
% endfor

}  // namespace orthanc_python
