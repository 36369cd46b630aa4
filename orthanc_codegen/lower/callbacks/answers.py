"""Lower the outputs of a callback to values that the callable returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    EnumType,
    FloatType,
    IntegerType,
    Mark,
    OpaqueType,
    Parameter,
    PointerType,
    StructType,
    has_mark,
    spell,
)
from orthanc_codegen.lower.annotations import CallbackOverride, ResultOverride
from orthanc_codegen.lower.docs import for_output
from orthanc_codegen.lower.index import Index, UnboundError
from orthanc_codegen.lower.naming import protocol_name, python_name, snake_case
from orthanc_codegen.lower.roles import Protocol, is_payload
from orthanc_codegen.lower.scalars import scalar_of
from orthanc_codegen.plan import Answer, AnswerPlan
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    FilledBytes,
    Flag,
    Handle,
    NewBytes,
    NewPayload,
    Ownership,
)

_FILLED = "Exactly as many bytes as requested."


@dataclass(frozen=True, slots=True)
class CallbackScope:
    """The context for lowering the result of one callback type."""

    index: Index
    callback: Callback
    override: CallbackOverride | None
    registrar: str  # the Python function that takes it
    protocols: Mapping[str, Protocol]

    @property
    def result(self) -> ResultOverride:
        """The annotations of its result."""
        return (self.override.result if self.override else None) or ResultOverride()

    def new_payload(self, c_name: str) -> NewPayload:
        """Return the conversion of an object that becomes a payload, with its protocol if there is one."""
        protocol = self.protocols.get(protocol_name(self.registrar, c_name))
        return NewPayload(protocol.name, protocol.needed) if protocol else NewPayload("")


@dataclass(frozen=True, slots=True)
class Filling:
    """The conversion for one output of a callback."""

    parameters: tuple[Parameter, ...]  # one, or allocated memory with its size
    conversion: Answer
    optional: bool  # may be omitted after another answer

    @property
    def c_name(self) -> str:
        """The parameter that gives the answer its name."""
        return self.parameters[0].name


def filling(scope: CallbackScope, output: tuple[Parameter, ...]) -> Filling:
    """Return the conversion for an output; raise UnboundError if there is none."""
    main = output[0]
    match main.type:
        case _ if len(output) == 2:
            return Filling(output, AllocatedBytes(), optional=False)
        case PointerType(StructType()) if scope.override is not None and main.name in scope.override.filled:
            return Filling(output, FilledBytes(), optional=scope.override.result is not None)
        case PointerType(StructType(name)):
            return Filling(output, _new_bytes(scope, main, name), optional=True)
        case PointerType(PointerType(OpaqueType(name) as opaque)) if not is_payload(
            scope.index, PointerType(opaque, const=False)
        ):
            return Filling(output, Handle(name, python_name(name), Ownership.CONSUMED), optional=False)
        case PointerType(PointerType()):
            return Filling(output, scope.new_payload(main.name), optional=False)
        case PointerType(IntegerType() | FloatType() | EnumType() as pointee):
            scalar = scalar_of(scope.index, pointee, flag=has_mark(main.marks, Mark.FLAG))
            return Filling(output, scalar, optional=False)
        case _:
            raise UnboundError(f"no rule binds its parameter '{main.name}' of type '{spell(main.type)}'")


def _new_bytes(scope: CallbackScope, parameter: Parameter, struct: str) -> NewBytes:
    create = scope.index.create_function(struct)
    if create is None:
        raise UnboundError(f"the SDK has no function that creates a {struct}")
    header = scope.override is not None and parameter.name in scope.override.headers
    return NewBytes(struct, create.name, scope.result.otherwise, header)


def plan_filled(scope: CallbackScope, made: Filling, *, follows: bool, none_is_answer: bool) -> AnswerPlan:
    """Plan the answer for an output. Bytes may be omitted after another answer; alone, they are required."""
    optional = made.optional and follows
    match made.conversion:
        case FilledBytes():
            doc, is_bytes = _FILLED, True
        case conversion:
            doc = scope.callback.doc.parameter(made.c_name)
            is_bytes = isinstance(conversion, AllocatedBytes | NewBytes) and not _is_header(conversion)
    return AnswerPlan(
        name=snake_case(made.c_name),
        c_name=made.c_name,
        conversion=made.conversion,
        filled=tuple(p.name for p in made.parameters),
        optional=optional,
        rejects_none=is_bytes and not optional and not none_is_answer,
        doc=for_output(doc, flag=isinstance(made.conversion, Flag)),
    )


def _is_header(conversion: Answer) -> bool:
    return isinstance(conversion, NewBytes) and conversion.header
