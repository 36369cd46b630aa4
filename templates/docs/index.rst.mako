The Python module ``orthanc``
=============================

The Python API of Orthanc, generated from release ${plan.sdk} of its plugin SDK.
Every function and method raises ``OrthancException`` when the core refuses the call, with the error code and its
description as arguments; ``TypeError``, ``ValueError`` or ``OverflowError`` when an argument does not fit.
All arguments may be given by position or by name.

Bytes are taken from any contiguous buffer, from text (as UTF-8), or ``None`` for no bytes. Text is UTF-8 both
ways; bytes that are no UTF-8 arrive as surrogate escapes.

.. toctree::
   :maxdepth: 2

   functions
   classes
   callbacks
   enumerations

.. py:module:: orthanc

.. py:exception:: OrthancException

   An error of Orthanc, with ``args == (code, description)``. Raised by a callback, it carries its code back to
   Orthanc.
