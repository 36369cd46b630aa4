<%namespace file="banner.mako" import="banner"/>\
${banner("Structs as dicts, and several outputs as named tuples.")}
#include "records.h"

#include "convert/results.h"
#include "enums.h"
#include "python/text.h"

namespace orthanc_python {

% for d in cpp.dicts:
PyObject* ${d.function}(const ${d.plan.c_name}& value) {
  static DictKey keys[] = {${", ".join(f'{{"{name}"}}' for name, _ in d.keys)}};
  DictBuilder dict;
% for _, value in d.keys:
  if (!dict.Add(&keys[${loop.index}], ${value})) return nullptr;
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
