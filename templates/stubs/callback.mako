## A callback as a protocol: positional arguments first, the others by name.
<%def name="protocol(c)">
@type_check_only
class _${c.name}(Protocol):
    """${python_docstring(callback_doc(c)).replace("\n", "\n    ")}
    """

    ${method(c, "__call__", " ...")}
</%def>
## The methods of an object that a script gives to the core.
<%def name="methods(p)">
@type_check_only
class _${p.name}(Protocol):
    """What an object needs for ${p.registrar}(): methods that the core calls."""

% for c in p.methods:
% if not c.payload.optional:
    ${method(c, c.payload.method, "")}
        """${python_docstring(callback_doc(c)).replace("\n", "\n        ")}
        """

% endif
% endfor
% if any(c.payload.optional for c in p.methods):
    # It may have these too:
% for c in p.methods:
% if c.payload.optional:
    #   def ${c.payload.method}(self${"".join(f", {a.name}: {a.annotation}" for a in c.arguments)}) -> ${c.result.annotation}
% endif
% endfor
% endif
</%def>
<%def name="method(c, name, body)">\
def ${name}(
        self,
% for a in c.arguments:
% if not a.keyword:
        ${a.name}: ${a.annotation},
% endif
% endfor
% if c.positional:
        /,
% endif
% if c.positional < len(c.arguments):
        *,
% endif
% for a in c.arguments:
% if a.keyword:
        ${a.name}: ${a.annotation}${" = ..." if a.condition else ""},
% endif
% endfor
    ) -> ${c.result.annotation}:${body}\
</%def>
