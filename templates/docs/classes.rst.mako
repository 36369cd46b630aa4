<%namespace file="function.mako" import="function"/>\
Classes
=======

.. py:currentmodule:: orthanc

Objects of the core. A script gets them from a function, then they are freed with the Python object, or from a
callback, then they are valid until it returns; using one later raises ``ValueError``. They cannot be created
by calling the class.

% for c in plan.classes:
.. py:class:: ${c.name}

   ${rst(c.doc.brief)}

   C origin: ${rst_literal(c.c_name)}

% for f in c.methods:
${function(f, "method", "   ")}
% endfor
% endfor
% if plan.named_tuples:
Named tuples
------------

% endif
% for t in plan.named_tuples:
.. py:class:: ${t.name}(${", ".join(name for name, _, _ in t.fields)})

   ${rst(t.doc)}

% for name, annotation, doc in t.fields:
   .. py:attribute:: ${name}
      :type: ${annotation}

      ${rst(doc)}

% endfor
% endfor
% if plan.dicts:
Dictionaries
------------

% endif
% for d in plan.dicts:
${rst(d.name)}: ${rst(d.doc.brief)}

% for k in d.keys:
- ${rst_literal(k.name)} (${rst_literal(k.annotation)}): ${rst(k.doc)}
% endfor

% endfor
