## Every declaration of a header but the context, in an order in which C accepts them.
<%namespace name="d" file="declarations.mako"/>\
% if public_enums:
${d.section("Enumerations", "whole numbers of 32 bits.")}
% for enum in public_enums:
${d.enum(enum)}
% endfor
% endif
% if header.opaques:
${d.section("Handles", "objects of the core, of which a plugin only ever holds pointers.")}
% for opaque in header.opaques:
${d.opaque(opaque)}
% endfor
% endif
% if structs:
${d.section("Structs", "what the core and its plugins show to each other.")}
% for struct in structs:
${d.struct(struct)}
% endfor
% endif
% for section in callbacks:
${d.section("Callbacks, " + section.name, "functions of a plugin or of the core that are passed as pointers.")}
% for item in section.items:
${d.callback(item)}
% endfor
% endfor
% if private_enums:
${d.section("Services", "the numbers by which the functions below tell the core what they ask for.")}
% for enum in private_enums:
${d.enum(enum)}
% endfor
% endif
% if complete:
<%include file="context.mako"/>\
% endif
% for section in functions:
${d.section("Functions, " + section.name, section.brief)}
% for item in section.items:
% if c.is_described(item.name):
${d.function(item)}
% else:
${d.struct(item)}
% endif
% endfor
% endfor
