<%namespace file="banner.mako" import="banner"/>\
${banner(plan, "The callback types of the SDK that Python callables can serve.")}
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstddef>

#include "callbacks.h"

namespace orthanc_python {

% for c in plan.callbacks:
// ${cpp_comment(c.doc.brief)}
// ${f"The method {c.payload.method}() of what {c.registrar}() takes or makes." if c.payload and c.payload.method else f"Registered with {c.registrar}()."}
struct ${c.cpp_name} {
  using Function = ${c.c_name};
  static constexpr unsigned kRegistry = ${c.registry};
% if not c.payload:
  static constexpr std::size_t kSlots = ${c.slots};
% endif
% if c.result.refused:
  static constexpr ${c.c_result} kRefused = ${c.result.refused};
% endif
  static ${c.c_result} Invoke(${", ".join(f"{type} {name}" for type, name in c.cpp_parameters)});
};

% endfor
}  // namespace orthanc_python
