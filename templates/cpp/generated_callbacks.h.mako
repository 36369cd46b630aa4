<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The callback types of the SDK that Python callables can serve.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstddef>

#include "callbacks.h"

namespace orthanc_python {

% for c in plan.callbacks:
// ${cpp_comment(c.doc.brief)}
// Registered with ${c.registrar}().
struct ${c.name} {
  using Function = ${c.c_name};
  static constexpr std::size_t kSlots = ${c.slots};
% if c.result.refused:
  static constexpr ${c.c_result} kRefused = ${c.result.refused};
% endif
  static ${c.c_result} Invoke(const CallbackSlot& slot${"".join(f", {t} {n}" for t, n in c.c_parameters)});
};

% endfor
}  // namespace orthanc_python
