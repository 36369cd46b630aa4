## A function or method of the stub.
<%def name="function(f, indent)">
<% signature = stub_types.signature(f) %>\
${indent}def ${f.name}(${", ".join(filter(None, ["self" if f.bound_self else "", typed(signature.parameters)]))}) -> ${signature.result}:
${indent}    """${python_docstring(docs.function(f)).replace("\n", "\n" + indent + "    ")}
${indent}    """
</%def>
