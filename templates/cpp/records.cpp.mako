<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "Structs as dicts, and several outputs as named tuples.")}
#include "records.h"

#include "enums.h"

namespace orthanc_python {

% for d in plan.dicts:
PyObject* ${d.converter}(const ${d.c_name}& value) {
  DictBuilder dict;
% for k in d.keys:
  if (!dict.Add("${k.name}", ${k.to_python})) return nullptr;
% endfor
  return dict.Release();
}

% endfor
namespace records {

% for t in plan.named_tuples:
NamedTupleClass k${t.name} = {
    "${t.name}", "${" ".join(name for name, _, _ in t.fields)}",
${cpp_string(one_line(t.doc))}};

% endfor
}  // namespace records
}  // namespace orthanc_python
