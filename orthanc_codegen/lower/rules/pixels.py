"""Rule for pixels: the rows of an image, with other parameters for its format and shape."""

from __future__ import annotations

from orthanc_codegen.ir import CType, EnumType, PointerType, VoidType
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument
from orthanc_codegen.plan.conversions import Pixels
from orthanc_codegen.plan.functions import Part, PassedArgument
from orthanc_codegen.plan.types import BYTES_PER_PIXEL

_SHAPE = ("format", "width", "height", "pitch")


def pixels(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match rows of pixels, whose size follows from the format, width, height and pitch."""
    kept = scope.parameter(rest[0].name).pixels == "kept"
    if rest[0].type != PointerType(VoidType(), const=not kept):
        return None
    known = {p.name: p for p in scope.function.parameters}
    if not all(name in known for name in _SHAPE) or not _is_measured(scope, known["format"].type):
        return None
    plan = argument(scope, rest[:1], Pixels(*_SHAPE, kept=kept))
    return Fragment((PassedArgument(rest[0].name, Part.DATA),), plan)


def _is_measured(scope: Scope, ctype: CType) -> bool:
    """Return whether the annotations state the size of a pixel for each format."""
    override = scope.index.annotations.enums.get(ctype.name) if isinstance(ctype, EnumType) else None
    return override is not None and BYTES_PER_PIXEL in override.tables
