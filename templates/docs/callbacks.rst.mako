Callbacks
=========

What a callable gets that a script registers. Arguments shown as ``name=`` are passed by name.
An exception in a callback is logged with its traceback and reaches Orthanc as an error code: that of an
``OrthancException``, otherwise the one of plugins (HTTP status 500 for a REST callback).

% for c in plan.callbacks:
${rst(c.registrar)}
${"-" * len(rst(c.registrar))}

${rst(c.doc.brief)}

.. code-block:: python

   def callback(${", ".join(f"{a.name}=..." if a.keyword else a.name for a in c.arguments)}) -> ${c.result.annotation}: ...

% for a in c.arguments:
- ${rst_literal(a.name)} (${rst_literal(a.annotation)}${f", {a.condition_doc}" if a.condition_doc else ""}): ${rst(a.doc)}
% endfor

${rst(c.result.doc)}

Up to ${c.slots} callables may be registered. C origin: ${rst_literal(c.c_name)}

% endfor
