## A function or method of the reference.
<%def name="function(f, directive, indent)">
<% doc = docs.doc(f.doc) %>\
${indent}.. py:${directive}:: ${f.qualified_name if directive == "function" else f.name}(${shown_type(typed(types.parameters_of(f)))}) -> ${shown_type(types.return_type(f))}

${indent}   ${rst(doc.brief)}

% for paragraph in doc.description:
${indent}   ${rst(paragraph)}

% endfor
% for a in f.arguments:
${indent}   :param ${a.name}: ${prose(a.doc)}
% endfor
% if docs.returned(f):
${indent}   :returns: ${rst(docs.returned(f))}
% endif
% for error in docs.raised(f):
${indent}   :raises ${error.exception}: ${rst(error.when)}
% endfor

% for note in (*doc.notes, *doc.warnings):
${indent}   .. note:: ${rst(note)}

% endfor
% if doc.deprecated is not None:
${indent}   Deprecated. ${rst(doc.deprecated)}

% endif
${indent}   C origin: ${rst_literal(f.c_name)}${f", since SDK {f.since}" if f.since else ""}

</%def>
