<%namespace file="banner.mako" import="banner"/><%namespace file="answers.mako" import="answers"/>\
${banner(plan, "How the core calls Python: C arguments as Python arguments, the Python result as the C one.")}
#include "generated_callbacks.h"

#include <limits>
#include <memory>

#include "answers.h"
#include "classes.h"
#include "core.h"
#include "enums.h"
#include "handles.h"
#include "locks.h"
#include "payload.h"
#include "results.h"
#include "text.h"

namespace orthanc_python {

% for c in plan.callbacks:
// Python: ${(c.payload.method if c.payload and c.payload.method else "f")}(${", ".join(f"{a.name}=" if a.keyword else a.name for a in c.arguments)}) -> ${c.result.annotation}
${c.c_result} ${c.cpp_name}::Invoke(${", ".join(f"{type} {name}" for type, name in c.cpp_parameters)}) {
% if c.locks:
  const LockHeld held(${", ".join(f"locks::{lock.cpp_name}" for lock in c.locks)});
% endif
% if c.releases:
  const std::unique_ptr<Payload> released(Payload::Of(${c.releases}));
  if (released != nullptr && released->Object() == nullptr) return;  // made after a failure
% endif
% for b in c.borrows:
% if b.functions:
  const Lent_${b.class_name} functions_of_${b.local} = {${", ".join(b.functions)}};
  const BorrowedHandle ${b.local}(classes::k${b.class_name}, ${b.c_name}, &functions_of_${b.local});
% else:
  const BorrowedHandle ${b.local}(classes::k${b.class_name}, ${b.c_name});
% endif
% endfor
% if c.payload:
  CallbackCall call(${c.payload.expression}, "${c.payload.method}", ${"true" if c.payload.optional else "false"}, ${c.positional}, ${c.subject});
% else:
  CallbackCall call(slot, ${c.positional}, ${c.subject});
% endif
% if c.about:
  call.About(${c.about});
% endif
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
${answers(c.result)}\
  return ${c.result.success};
}

% endfor
}  // namespace orthanc_python
