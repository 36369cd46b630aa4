## What an interface header lacks, to be moved to its place by hand.
<%namespace name="d" file="declarations.mako" inheritable="True"/>\
% for addition in additions:
/* ${addition.name} has grown by: */
${d.enumerators(addition.enumerators)}${d.fields(addition.name, addition.fields)}
% endfor
<%include file="sections.mako"/>\
