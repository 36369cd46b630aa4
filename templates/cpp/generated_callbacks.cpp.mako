<%namespace file="banner.mako" import="banner"/><%namespace file="answers.mako" import="answers"/>\
${banner("The callbacks of the core: convert C arguments to Python, call Python, convert the result to C.")}
#include "generated_callbacks.h"

#include <limits>
#include <memory>

#include "callbacks/call.h"
#include "callbacks/payload_answers.h"
#include "callbacks/payload_trampolines.h"
#include "classes.h"
#include "convert/answers.h"
#include "convert/arrays.h"
#include "convert/results.h"
#include "convert/text_dicts.h"
#include "core/attachment.h"
#include "enums.h"
#include "handles/handles.h"
#include "handles/handover.h"
#include "locks.h"
#include "python/text.h"

namespace orthanc_python {

% if cpp.callbacks:
static_assert(CallbackCall::kMostArguments >= ${max(len(c.passes) for c in cpp.callbacks)}, "a callback has more arguments");

% endif
% for c in cpp.callbacks:
// Python: ${c.shape} -> ${types.result_type(c.plan)}
${c.result} ${c.name}::Invoke(${c.parameters}) {
% if c.locks:
  const LockHeld held(${c.locks});
% endif
% if c.releases:
  const std::unique_ptr<Payload> released(Payload::Of(${c.releases}));
  if (released != nullptr && released->Object() == nullptr) return;  // created by a failed callback
% endif
% for b in c.borrows:
% if b.functions:
  const Functions_${b.class_name} functions_of_${b.local} = {${", ".join(b.functions)}};
  const BorrowedHandle ${b.local}(classes::k${b.class_name}, ${b.value}, &functions_of_${b.local});
% else:
  const BorrowedHandle ${b.local}(classes::k${b.class_name}, ${b.value});
% endif
% endfor
  CallbackCall call(${c.call});
% if c.about:
  call.About(${c.about});
% endif
% for p in c.passes:
% if p.condition:
  if (${p.condition}) ${p.statement}
% else:
  ${p.statement}
% endif
% endfor
% for statement in c.run:
  ${statement}
% endfor
${answers(c)}\
  return ${c.success};
}

% endfor
}  // namespace orthanc_python
