<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "How the core calls Python: C arguments as Python arguments, the Python result as the C one.")}
#include "generated_callbacks.h"

#include "classes.h"
#include "core.h"
#include "enums.h"
#include "handles.h"
#include "results.h"
#include "text.h"

namespace orthanc_python {

% for c in plan.callbacks:
// Python: f(${", ".join(f"{a.name}=" if a.keyword else a.name for a in c.arguments)})
${c.c_result} ${c.name}::Invoke(const CallbackSlot& slot${"".join(f", {t} {n}" for t, n in c.c_parameters)}) {
% for b in c.borrows:
  const BorrowedHandle ${b.local}(classes::${b.class_name}, ${b.c_name});
% endfor
  CallbackCall call(slot, "${c.registrar}", ${c.positional}, ${c.subject});
% for a in c.arguments:
% if a.condition:
  if (${a.condition}) ${a.statement}
% else:
  ${a.statement}
% endif
% endfor
% for statement in c.result.run:
  ${statement}
% endfor
  return ${c.result.success};
}

% endfor
}  // namespace orthanc_python
