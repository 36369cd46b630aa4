## A function or method of the reference, the sentences about error codes, and the origin of a symbol.
<%def name="function(f, directive, indent)">\
${indent}.. py:${directive}:: ${f.qualified_name if directive == "function" else f.name}(${shown_type(typed(types.parameters_of(f)))}) -> ${shown_type(types.return_type(f))}

${indent}   ${prose(f.doc.brief)}

% if f.doc.deprecated is not None:
${indent}   **Deprecated.** ${prose(f.doc.deprecated)}

% endif
% for paragraph in f.doc.description:
${indent}   ${prose(paragraph)}

% endfor
% for a in f.arguments:
${indent}   :param ${a.name}: ${prose(a.doc)}
% endfor
% if return_doc(f):
${indent}   :returns: ${prose(return_doc(f))}
% endif
% for error in raised_errors(f, plan.locks):
${indent}   :raises ${error.exception}: ${prose(error.when)}
% endfor

% for note in (*f.doc.notes, *f.doc.warnings):
${indent}   .. note:: ${prose(note)}

% endfor
${origin(f.c_name, f.since, indent + "   ")}\
</%def>
<%def name="error_codes()">\
:py:obj:`OrthancException <orthanc.OrthancException>` has the error code in ``args[0]``. The codes that a function is
known to report are listed with it; Orthanc may report others. :py:obj:`ErrorCode <orthanc.ErrorCode>` is the table of
all codes. Arguments of a wrong type or value raise ``TypeError``, ``ValueError`` or ``OverflowError``, and without a
running server each function raises ${links.symbol("ErrorCode.BAD_SEQUENCE_OF_CALLS")}.

</%def>
<%def name="origin(c_name, since, indent)">\
${indent}.. rst-class:: origin

${indent}${f"Since Orthanc {since}. " if since else ""}C origin: ${rst_literal(c_name)}

</%def>
