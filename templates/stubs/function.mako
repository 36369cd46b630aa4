## A function or method of the stub.
<%def name="function(f, indent)">
${indent}def ${f.name}(${", ".join((["self"] if f.bound_self else []) + [f"{a.name}: {a.annotation}{f' = {a.default}' if a.default else ''}" for a in f.arguments])}) -> ${f.returns.annotation}:
${indent}    """${python_docstring(function_doc(f)).replace("\n", "\n" + indent + "    ")}
${indent}    """
</%def>
