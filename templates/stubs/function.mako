## A function or method of the stub.
<%def name="function(f, indent)">
${indent}def ${f.name}(${", ".join((["self"] if f.bound_self else []) + [f"{a.name}: {types.input_type(a.conversion)}{f' = {a.default}' if a.default else ''}" for a in f.arguments])}) -> ${types.return_type(f)}:
${indent}    """${python_docstring(docs.function(f)).replace("\n", "\n" + indent + "    ")}
${indent}    """
</%def>
