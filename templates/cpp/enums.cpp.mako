<%namespace file="banner.mako" import="banner"/>\
${banner("The enumerations of the SDK.")}
#include "enums.h"

#include <iterator>

namespace orthanc_python {
namespace {

% for e in plan.enums:
constexpr EnumMember Members_${e.name}[] = {
% for m in e.members:
    {"${m.name}", ${m.c_name}},
% endfor
};

% endfor
}  // namespace

namespace enums {

% for e in plan.enums:
EnumClass k${e.name}("${e.name}", EnumKind::k${e.kind.capitalize()},
${cpp_string(f"{one_line(in_python(e.doc.brief))}\n\nC origin: {e.c_name}")},
                    Members_${e.name}, std::size(Members_${e.name}));

% endfor
}  // namespace enums
% for t in plan.enum_tables:

std::uint32_t ${t.name}(${t.c_enum} value) {
  switch (value) {
% for c_name, number in t.rows:
    case ${c_name}:
      return ${number};
% endfor
    default:
      return 0;
  }
}
% endfor

}  // namespace orthanc_python
