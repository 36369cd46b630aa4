"""Rule for the result of a function, unless it is void or an error code."""

from __future__ import annotations

from orthanc_codegen.ir import (
    CharType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    Mark,
    PointerType,
    VoidType,
    has_mark,
    spell,
)
from orthanc_codegen.lower.docs import for_python
from orthanc_codegen.lower.index import is_text, opaque_name
from orthanc_codegen.lower.naming import python_name
from orthanc_codegen.lower.scalars import scalar_of
from orthanc_codegen.lower.scope import Scope, UnboundError
from orthanc_codegen.plan import Output, OutputPlan
from orthanc_codegen.plan.conversions import BorrowedText, Handle, Measured, OwnedText, Ownership


def result(scope: Scope) -> OutputPlan:
    """Plan the result as the last of the outputs."""
    conversion = _conversion(scope, scope.function.result)
    return OutputPlan(scope.result, scope.result, conversion, _doc(scope, conversion))


def _doc(scope: Scope, conversion: Output) -> str:
    if isinstance(conversion, Measured):
        return "A copy of all the bytes."  # the header describes a pointer to the first byte
    return for_python(scope.function.doc.returns, errors_raise=not isinstance(conversion, BorrowedText))


def _conversion(scope: Scope, ctype: CType) -> Output:
    match ctype:
        case IntegerType() | FloatType() | EnumType():
            return scalar_of(scope.index, ctype, flag=has_mark(scope.function.result_marks, Mark.FLAG))
        case PointerType(CharType(), const=False):
            return OwnedText()
        case _ if is_text(ctype):
            return BorrowedText()
        case PointerType(VoidType()) if scope.override is not None and scope.override.measured_by:
            return Measured(tuple(scope.index.declared(name) for name in scope.override.measured_by))
        case PointerType(const=False) if (opaque := opaque_name(ctype)) and scope.index.free_function(opaque):
            return Handle(opaque, python_name(opaque), Ownership.OWNED)
        case PointerType(VoidType()):
            raise UnboundError("it returns memory whose size the header does not state")
        case _:
            raise UnboundError(f"no rule binds its result of type '{spell(ctype)}'")
