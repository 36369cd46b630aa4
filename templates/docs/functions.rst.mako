<%namespace file="function.mako" import="function"/>\
Functions
=========

.. py:currentmodule:: orthanc

% for g in plan.groups:
${rst(g.name)}
${"-" * len(rst(g.name))}

${rst(g.doc)}

% for f in g.functions:
${function(f, "function", "")}
% endfor
% endfor
