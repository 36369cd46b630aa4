"""Replace texts of a function's doc comment by those of the annotations."""

from __future__ import annotations

import dataclasses

from orthanc_codegen.ir import Doc
from orthanc_codegen.lower.annotations import FunctionOverride


def overridden(doc: Doc, override: FunctionOverride | None) -> Doc:
    """Return the doc comment of a function, with the texts of the annotations if there are any."""
    if override is None:
        return doc
    said = {name: parameter.doc for name, parameter in override.parameters.items() if parameter.doc}
    return dataclasses.replace(
        doc,
        brief=override.brief or doc.brief,
        description=() if override.brief else doc.description,
        parameters=tuple((name, said.get(name, text)) for name, text in doc.parameters),
        returns=override.returns or doc.returns,
    )
