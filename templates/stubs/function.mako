## A function or method of the stub.
<%def name="function(f, indent)">
${indent}def ${f.name}(${", ".join(filter(None, ["self" if f.bound_self else "", typed(types.parameters_of(f))]))}) -> ${types.return_type(f)}:
${indent}    """${python_docstring(docs.function(f)).replace("\n", "\n" + indent + "    ")}
${indent}    """
</%def>
