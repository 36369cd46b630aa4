## One function of the SDK as a function that Python calls: parse, convert, call, check, return.
<%def name="wrapper(f)">
// ${cpp_comment(f.doc.brief)}
// C: ${cpp_comment(f.c_signature)}
PyObject* ${f.cpp_name}(PyObject* ${"self" if f.bound_self else "/*module*/"}, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords) {
% if f.arguments:
  static constexpr const char* kNames[] = {${", ".join(f'"{a.name}"' for a in f.arguments)}};
  static constexpr Signature kSignature = {"${f.qualified_name}", kNames, ${len(f.arguments)}, ${f.required}};
  PyObject* values[${len(f.arguments)}] = {};
  if (!kSignature.Parse(arguments, count, keywords, values)) return nullptr;
% else:
  static constexpr Signature kSignature = {"${f.qualified_name}", nullptr, 0, 0};
  if (!kSignature.Parse(arguments, count, keywords, nullptr)) return nullptr;
% endif

% if f.bound_self:
  ${f.bound_self.holder} ${f.bound_self.local}(classes::k${f.bound_self.class_name});
  if (!${f.bound_self.local}.Convert(self, {kSignature.function, "self"})) return nullptr;
% endif
% for a in f.arguments:
  ${a.holder} ${a.local}${f"({a.initializer})" if a.initializer else ""};
  if (!${a.local}.Convert(values[${loop.index}], kSignature.At(${loop.index}))) return nullptr;
% endfor
% for a in f.arguments:
% if a.check:
  if (!${a.check}) return nullptr;
% endif
% endfor

% for o in f.outputs:
  ${o.holder} ${o.local}${f"({o.initializer})" if o.initializer else ""};
% endfor
  SdkCall call;
  if (!${f.call.begin}) return nullptr;
% for limit in f.call.limits:
  auto ${limit.local} = decltype(${limit.count}){};
  {
    const GilRelease unlocked;
    ${limit.local} = ${limit.count};
  }
  if (!call.Succeeded() || !${limit.check}) return nullptr;
% endfor
  {
% if f.call.gil == "release":
    const GilRelease unlocked;
% endif
% for statement in f.call.before:
    ${statement}
% endfor
    ${f.call.statement}
  }
% for check in f.call.checks:
  if (!${check}) return nullptr;
% endfor
% for part in filter(None, (f.bound_self, *f.arguments)):
% if part.commit:
  ${part.commit}
% endif
% endfor
  return ${f.returns.expression};
}
</%def>

<%def name="method_table(functions, owned=False)">\
% for f in functions:
    Method<${f.cpp_name}>("${f.name}",
${cpp_string(text_signature(f) + function_doc(f))}),
% endfor
% if owned:
    Method<HandleClose>("Close", "Close($self)\n--\n\nFree the object now; using it later raises ValueError."),
    Method<HandleEnter>("__enter__", nullptr),
    Method<HandleExit>("__exit__", nullptr),
% endif
    {nullptr, nullptr, 0, nullptr},
</%def>
