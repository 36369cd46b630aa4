## What an interface header lacks, to be moved to its place by hand.
<%namespace name="d" file="declarations.mako" inheritable="True"/>\
% for addition in additions:
/* ${addition.name} has grown by: */
% if hasattr(addition.lacking, "enumerators"):
${d.enumerators(addition.lacking)}
% else:
${d.fields(addition.lacking)}
% endif
% endfor
<%include file="sections.mako"/>\
