## Converts the result of a callable and passes it to the core.
<%def name="answers(c)">\
% if len(c.answers) > 1:
  PyObject* values[${len(c.answers)}] = {};
  if (!call.Unpack(answer.Get(), ${c.fewest_answers}, ${len(c.answers)}, values)) ${c.failure}
% endif
% for a in c.answers:
  ${a.holder.declaration}
% if len(c.answers) > 1:
  if (!${a.holder.local}.Convert(values[${loop.index}], call.Answer("${a.name}"))) ${c.failure}
% else:
  if (!${a.holder.local}.Convert(answer.Get(), call.Answer(""))) ${c.failure}
% endif
% endfor
% for a in c.answers:
% if a.store:
  if (!${a.store}) ${c.failure}
% endif
% endfor
</%def>
