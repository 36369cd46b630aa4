## A callback as a protocol: positional arguments first, the others by name.
<%def name="protocol(c)">
@type_check_only
class _${c.name}(Protocol):
    """${short_doc(c.doc.brief, "    ")}

    Registered with ${c.registrar}().
    C origin: ${c.c_name}
    """

    def __call__(
        self,
% for a in c.arguments:
% if not a.keyword:
        ${a.name}: ${a.annotation},
% endif
% endfor
        /,
% if c.positional < len(c.arguments):
        *,
% endif
% for a in c.arguments:
% if a.keyword:
        ${a.name}: ${a.annotation}${" = ..." if a.condition else ""},
% endif
% endfor
    ) -> ${c.result.annotation}: ...
</%def>
