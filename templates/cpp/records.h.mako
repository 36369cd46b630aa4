<%namespace file="banner.mako" import="banner"/>\
${banner("Structs as dicts, and several outputs as named tuples.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include "python/records.h"

namespace orthanc_python {

% for d in cpp.dicts:
// ${cpp_comment(in_python(d.plan.doc.brief))}
PyObject* ${d.function}(const ${d.plan.c_name}& value);
% endfor

namespace records {

% for t in plan.named_tuples:
extern NamedTupleClass k${t.name};
% endfor

}  // namespace records
}  // namespace orthanc_python
