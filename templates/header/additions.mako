## Declarations that the interface header lacks, to be inserted by hand.
<%namespace name="d" file="declarations.mako" inheritable="True"/>\
% for addition in additions:
/* New in ${addition.name}: */
${d.enumerators(addition.enumerators)}${d.fields(addition.name, addition.fields)}
% endfor
<%include file="sections.mako"/>\
