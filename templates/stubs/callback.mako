## A callback as a protocol: positional arguments first, then keyword arguments.
<%def name="protocol(c)">
@type_check_only
class _${c.name}(Protocol):
    """${python_docstring(docs.callback(c)).replace("\n", "\n    ")}
    """

    ${method(c, "__call__", " ...")}
</%def>
## The methods of a payload.
<%def name="methods(p)">
@type_check_only
class _${p.name}(Protocol):
    """The methods that the core calls on an object of ${p.registrar}()."""

% for c in p.methods:
% if not c.payload.optional:
    ${method(c, c.method, "")}
        """${python_docstring(docs.callback(c)).replace("\n", "\n        ")}
        """

% endif
% endfor
% if any(c.payload.optional for c in p.methods):
    # Optional methods:
% for c in p.methods:
% if c.payload.optional:
    #   def ${c.method}(${", ".join(filter(None, ["self", typed(types.callable_parameters(c))]))}) -> ${stub_types.returned_type(c)}
% endif
% endfor
% endif
</%def>
<%def name="method(c, name, body)">\
def ${name}(
        self,
% for item in typed_items(types.callable_parameters(c)):
        ${item},
% endfor
    ) -> ${stub_types.returned_type(c)}:${body}\
</%def>
