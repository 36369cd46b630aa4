Enumerations
============

.. py:currentmodule:: orthanc

% for e in plan.enums:
.. py:class:: ${e.name}
   :canonical: orthanc.${e.name}

   ${rst(e.doc.brief)} An ``enum.${e.base}``.

   C origin: ${rst_literal(e.c_name)}

% for m in e.members:
   .. py:attribute:: ${m.name}
      :value: ${m.value}

      ${rst(m.doc)}

% endfor
% endfor
