## The wrapper of one function: parse the arguments, convert, call, check, return.
<%def name="wrapper(f)">
// ${cpp_comment(in_python(f.plan.doc.brief))}
// C: ${cpp_comment(f"{f.plan.c_name}({', '.join(f.plan.c_parameters)})")}
PyObject* ${f.name}(PyObject* ${"self" if f.bound_self else "/*module*/"}, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords) {
% if f.arguments:
  static constexpr const char* kNames[] = {${", ".join(f'"{a.name}"' for a in f.plan.arguments)}};
  static constexpr Signature kSignature = {"${f.plan.qualified_name}", kNames, ${len(f.arguments)}, ${f.plan.required}};
  PyObject* values[${len(f.arguments)}] = {};
  if (!kSignature.Parse(arguments, count, keywords, values)) return nullptr;
% else:
  static constexpr Signature kSignature = {"${f.plan.qualified_name}", nullptr, 0, 0};
  if (!kSignature.Parse(arguments, count, keywords, nullptr)) return nullptr;
% endif

% if f.bound_self:
  ${f.bound_self.declaration}
  if (!${f.bound_self.local}.Convert(self, {kSignature.function, "self"})) return nullptr;
% endif
% for a in f.arguments:
  ${a.holder.declaration}
  if (!${a.holder.local}.Convert(values[${loop.index}], kSignature.At(${loop.index}))) return nullptr;
% endfor
% for check in f.converted_checks:
  if (!${check}) return nullptr;
% endfor

% for o in f.outputs:
  ${o.declaration}
% if o.prepares:
  if (!${o.local}.Prepare()) return nullptr;
% endif
% endfor
  SdkCall call;
  if (!${f.begin}) return nullptr;
% for limit in f.limits:
  auto ${limit.local} = decltype(${limit.count}){};
  {
    ${f.unlocked}
    ${limit.local} = ${limit.count};
  }
  if (!call.Succeeded() || !${limit.check}) return nullptr;
% endfor
  {
    ${f.unlocked}
% for statement in f.before:
    ${statement}
% endfor
    ${f.statement}
  }
% for check in f.checks:
  if (!${check}) return nullptr;
% endfor
% for statement in f.commits:
  ${statement}
% endfor
  return ${f.result};
}
</%def>

<%def name="method_table(functions, owned=False)">\
% for f in functions:
    Method<${f.name}>("${f.plan.name}",
${cpp_string(docs.signed(f.plan))}),
% endfor
% if owned:
    Method<HandleClose>("Close", "Close($self)\n--\n\nFree the object. Later uses of it raise ValueError."),
    Method<HandleEnter>("__enter__", nullptr),
    Method<HandleExit>("__exit__", nullptr),
% endif
    {nullptr, nullptr, 0, nullptr},
</%def>
