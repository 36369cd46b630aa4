## A function or method of the reference.
<%def name="function(f, directive, indent)">
${indent}.. py:${directive}:: ${f.qualified_name if directive == "function" else f.name}(${", ".join(f"{a.name}: {shown_type(a.annotation)}{f' = {a.default}' if a.default else ''}" for a in f.arguments)}) -> ${shown_type(f.returns.annotation)}

${indent}   ${rst(f.doc.brief)}

% for paragraph in f.doc.description:
${indent}   ${rst(paragraph)}

% endfor
% for a in f.arguments:
${indent}   :param ${a.name}: ${rst(a.doc)}
% endfor
% if f.returns.doc:
${indent}   :returns: ${rst(f.returns.doc)}
% endif
${indent}   :raises OrthancException: The core refused the call.

% for note in (*f.doc.notes, *f.doc.warnings):
${indent}   .. note:: ${rst(note)}

% endfor
% if f.doc.deprecated is not None:
${indent}   Deprecated. ${rst(f.doc.deprecated)}

% endif
${indent}   C origin: ${rst_literal(f.c_name)}${f", since SDK {f.since}" if f.since else ""}

</%def>
