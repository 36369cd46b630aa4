## Declarations of the interface header, with question marks for missing texts.
<%def name="doc(lines)">\
  /**
% for line in lines:
   *${" " + line if line else ""}
% endfor
   **/
</%def>
<%def name="function_doc(item)">\
<%
lines = ["@brief ?", "", "?", "", f"@ingroup {item.doc.group}"]
lines += [f"@param {p.name} {c.known_words(p)}" for p in item.parameters]
lines += ["@return ?"] if c.returns(item) else []
lines += ["@deprecated ?"] if item.doc.deprecated is not None else []
%>\
${doc(lines)}\
</%def>
<%def name="enumerators(values)">\
% for value in values:
% if c.is_described(value.name):
    /** ? */
% endif
    ${value.name} ${c.since(value)} = ${c.value(value)}${"" if loop.last else ","}
% endfor
</%def>
<%def name="enum(enum)">\
% if c.is_described(enum.name):
${doc(["@brief ?"] + (["@deprecated ?"] if enum.doc.deprecated is not None else []))}\
% endif
  typedef enum ${c.since(enum)}
  {
${enumerators(enum.enumerators)}\
  } ${enum.name};
</%def>
<%def name="fields(struct, fields)">\
% for field in fields:
% if c.is_described(struct):
    /** ? */
% endif
    ${c.declare(field.type, field.name)} ${c.since(field)}${c.markers(struct, field)};
% endfor
</%def>
<%def name="struct(struct)">\
% if c.is_described(struct.name):
${doc(["@brief ?"])}\
% endif
  ${c.since(struct)}
  typedef struct
  {
${fields(struct.name, struct.fields)}\
  } ${struct.name};
</%def>
<%def name="opaque(opaque)">\
${doc(["@brief ?"])}\
  typedef struct ${c.since(opaque)}
    _${opaque.name}_t ${opaque.name};
</%def>
<%def name="callback(callback)">\
${function_doc(callback)}\
  ${c.since(callback)}
  typedef ${c.result(callback)} (*${callback.name})(${c.parameters(callback)});
</%def>
<%def name="function(function)">\
${function_doc(function)}\
  ${c.since(function)}
% if function.doc.deprecated is not None:
  ORTHANC_PLUGIN_DEPRECATED
% endif
  ORTHANC_PLUGIN_INLINE ${c.result(function)} ${function.name}(${c.parameters(function)})
  {
${c.body(function)}
  }
</%def>
<%def name="section(title, brief)">\
  /* ${"=" * 100}
     ${title}: ${brief}
     ${"=" * 100} */
</%def>
