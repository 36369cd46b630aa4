"""Add the error codes that the annotations state to a function's doc comment."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable

from orthanc_codegen.ir import Doc
from orthanc_codegen.lower.annotations import ErrorEntry


def with_errors(doc: Doc, function: str, entries: Iterable[ErrorEntry], declared: Collection[str]) -> Doc:
    """Return the doc comment with the codes of the entries that name the function, if the header has them."""
    stated = [
        (code, when)
        for entry in entries
        if function in entry.functions
        for code, when in entry.codes.items()
        if code in declared
    ]
    return dataclasses.replace(doc, errors=tuple(dict.fromkeys((*doc.errors, *stated))))
