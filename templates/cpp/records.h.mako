<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "Structs as dicts, and several outputs as named tuples.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include "results.h"

namespace orthanc_python {

% for d in plan.dicts:
// ${cpp_comment(d.doc.brief)}
PyObject* ${d.converter}(const ${d.c_name}& value);
% endfor

namespace records {

% for t in plan.named_tuples:
extern NamedTupleClass k${t.name};
% endfor

}  // namespace records
}  // namespace orthanc_python
