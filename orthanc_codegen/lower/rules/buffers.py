"""Rules for bytes: a pointer with its size as an input, a struct of allocated memory as an output."""

from __future__ import annotations

from orthanc_codegen.ir import IntegerType, Parameter, PointerType, StructType
from orthanc_codegen.lower.index import is_bytes, is_text
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument, output
from orthanc_codegen.plan.conversions import Buffer, Bytes, Content, IgnoredSize
from orthanc_codegen.plan.functions import Part, PassedArgument, PassedOutput


def sized_bytes(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match ``const void* x`` with ``xSize`` or ``size``, and ``const char* x`` with ``xSize``.

    After text, ``size`` does not belong to the text, ex) it is the size of the file that the text names.
    """
    if len(rest) < 2 or not (is_bytes(rest[0].type) or is_text(rest[0].type)):
        return None
    data, size = rest[:2]
    names = (f"{data.name}Size", *(("size",) if is_bytes(data.type) else ()))
    if not isinstance(size.type, IntegerType) or size.name not in names:
        return None
    conversion = Bytes(size.type.name, characters=is_text(data.type))
    default = "None" if scope.parameter(data.name).optional else None
    plan = argument(scope, rest[:2], conversion, default=default)
    passed = [PassedArgument(data.name, Part.DATA), PassedArgument(data.name, Part.SIZE)]
    if scope.parameter(size.name).ignored:
        del passed[1]  # a separate argument provides the size
    return Fragment(tuple(passed), plan)


def ignored_size(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match the size of the preceding bytes, which scripts may pass although Python knows it."""
    if not scope.parameter(rest[0].name).ignored or not isinstance(rest[0].type, IntegerType):
        return None
    at = scope.function.parameters.index(rest[0])
    if not at or sized_bytes(scope, scope.function.parameters[at - 1 : at + 1]) is None:
        return None
    plan = argument(
        scope,
        (),
        IgnoredSize(rest[0].type.name),
        named=rest[0],
        default="0",
        doc="Ignored: the size of the bytes is used.",
    )
    before = scope.function.parameters[at - 1]
    return Fragment((PassedArgument(before.name, Part.SIZE),), plan)


def memory_buffer(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a buffer that the core allocates, with bytes, text or JSON."""
    match rest[0].type:
        case PointerType(StructType() as struct, const=False) if scope.index.is_memory_buffer(struct):
            plan = output(scope, rest[0], _content(scope, rest[0], struct.name))
            return Fragment((PassedOutput(plan.c_name),), output=plan)
        case _:
            return None


def _content(scope: Scope, parameter: Parameter, struct: str) -> Buffer:
    """Return the conversion of a buffer: by the annotations, or bytes."""
    overrides = scope.override.outputs if scope.override else ()
    override = next((o for o in overrides if o.source == parameter.name), None)
    if override is not None and override.json:
        return Buffer(struct, Content.JSON, override.json)
    return Buffer(struct, Content.TEXT if override is not None and override.text else Content.BYTES)
