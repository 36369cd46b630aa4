<%namespace file="banner.mako" import="banner"/>\
${banner("The callback types of the SDK that Python callables can serve.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstddef>

#include "callbacks/slots.h"

namespace orthanc_python {

% for c in cpp.callbacks:
// ${cpp_comment(in_python(c.plan.doc.brief))}
// ${f"The method {c.plan.method}() of a payload of {c.plan.registrar}()." if c.plan.method else f"Registered with {c.plan.registrar}()."}
struct ${c.name} {
  using Function = ${c.plan.c_name};
  static constexpr unsigned kRegistry = ${c.plan.registry};
% if not c.plan.payload:
  static constexpr std::size_t kSlots = ${c.plan.slots};
% endif
% if c.refused:
  static constexpr ${c.result} kRefused = ${c.refused};
% endif
  static ${c.result} Invoke(${c.parameters});
};

% endfor
}  // namespace orthanc_python
