<%namespace file="banner.mako" import="banner"/>\
${banner("Structs as dicts, and several outputs as named tuples.")}
#include "records.h"

#include "convert/results.h"
#include "enums.h"
#include "python/text.h"

namespace orthanc_python {

% for d in cpp.dicts:
PyObject* ${d.function}(const ${d.plan.c_name}& value) {
  DictBuilder dict;
% for name, value in d.keys:
  if (!dict.Add("${name}", ${value})) return nullptr;
% endfor
  return dict.Release();
}

% endfor
namespace records {

% for t in plan.named_tuples:
NamedTupleClass k${t.name} = {
    "${t.name}", "${" ".join(field.name for field in t.fields)}",
${cpp_string(one_line(docs.named_tuple(t)))}};

% endfor
}  // namespace records
}  // namespace orthanc_python
