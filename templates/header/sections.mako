## Declarations in the order of the interface header.
<%namespace name="d" file="declarations.mako"/>\
% if public_enums:
${d.section("Enumerations", "32-bit integers.")}
% for enum in public_enums:
${d.enum(enum)}
% endfor
% endif
% if header.opaques:
${d.section("Handles", "opaque objects of the core.")}
% for opaque in header.opaques:
${d.opaque(opaque)}
% endfor
% endif
% if structs:
${d.section("Structs", "data that the core and its plugins exchange.")}
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
${d.section("Services", "identifiers of the services that functions request from the core.")}
% for enum in private_enums:
${d.enum(enum)}
% endfor
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
