## What a callable returned, taken apart and handed to the core.
<%def name="answers(result)">\
% if len(result.answers) > 1:
  PyObject* values[${len(result.answers)}] = {};
  if (!call.Unpack(answer.Get(), ${result.required}, ${len(result.answers)}, values)) ${result.failure}
% endif
% for a in result.answers:
  ${a.holder} ${a.local}${f"({a.initializer})" if a.initializer else ""};
% if len(result.answers) > 1:
  if (!${a.local}.Convert(values[${loop.index}], call.Answer("${a.name}"))) ${result.failure}
% else:
  if (!${a.local}.Convert(answer.Get(), call.Answer(""))) ${result.failure}
% endif
% endfor
% for a in result.answers:
% if a.store:
  if (!${a.store}) ${result.failure}
% endif
% endfor
</%def>
