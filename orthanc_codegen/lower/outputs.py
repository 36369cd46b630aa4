"""Rules for what C gives back: through pointers that it fills, and as its result."""

from __future__ import annotations

from orthanc_codegen.ir import (
    CharType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    Parameter,
    PointerType,
    StructType,
    VoidType,
    spell,
)
from orthanc_codegen.lower.index import is_text, opaque_name
from orthanc_codegen.lower.naming import CLASS_PREFIX, ENUM_PREFIX, OUT_PREFIX, python_name
from orthanc_codegen.lower.pieces import Piece, Scope, UnboundError, output
from orthanc_codegen.lower.structs import dict_of
from orthanc_codegen.lower.wording import for_python
from orthanc_codegen.plan import OutputPlan

Parameters = tuple[Parameter, ...]


def memory_buffer(scope: Scope, rest: Parameters) -> Piece | None:
    """A buffer that the core allocates: bytes, or what its JSON says."""
    match rest[0].type:
        case PointerType(StructType() as struct, const=False) if scope.index.is_memory_buffer(struct):
            holder, annotation = _content(scope, rest[0])
            plan = output(scope, rest[0], f"{holder}<{struct.name}>", annotation)
            return Piece((f"{plan.local}.Address()",), output=plan)
        case _:
            return None


def _content(scope: Scope, parameter: Parameter) -> tuple[str, str]:
    """The C++ holder of a buffer and its annotation."""
    notes = scope.note.outputs if scope.note else ()
    note = next((note for note in notes if note.source == parameter.name), None)
    if note is not None and note.json:
        return "JsonResult", note.json
    return ("TextBufferResult", "str") if note is not None and note.text else ("MemoryBufferResult", "bytes")


def struct(scope: Scope, rest: Parameters) -> Piece | None:
    """A struct that the core fills: a dict."""
    match rest[0].type:
        case PointerType(StructType(name), const=False) if name in scope.index.structs:
            plan_of_dict = dict_of(scope.index, name)
            plan = output(
                scope, rest[0], f"StructResult<{name}>", f"_{plan_of_dict.name}", plan_of_dict.converter
            )
            return Piece((f"{plan.local}.Address()",), output=plan, dict_plan=plan_of_dict)
        case _:
            return None


def scalar(scope: Scope, rest: Parameters) -> Piece | None:
    """A number, flag or enumerator that the core fills."""
    match rest[0].type:
        case PointerType(IntegerType() | FloatType() | EnumType() as pointee, const=False):
            holder, annotation, initializer = scalar_holder(pointee)
            plan = output(scope, rest[0], holder, annotation, initializer)
            return Piece((f"{plan.local}.Address()",), output=plan)
        case _:
            return None


def scalar_holder(ctype: IntegerType | FloatType | EnumType) -> tuple[str, str, str]:
    """The C++ holder of a scalar, its annotation, and what the holder is made with."""
    match ctype:
        case IntegerType(name, bits=8, signed=False):
            return f"FlagResult<{name}>", "bool", ""  # the SDK has no byte-sized numbers among its outputs
        case IntegerType(name):
            return f"IntegerResult<{name}>", "int", ""
        case FloatType(name):
            return f"FloatResult<{name}>", "float", ""
        case EnumType(name):
            return f"EnumResult<{name}>", python_name(name), f"{ENUM_PREFIX}{python_name(name)}"


def result(scope: Scope) -> OutputPlan:
    """The result of a function that returns neither nothing nor an error code."""
    ctype = scope.function.result
    holder, annotation, initializer = _result_holder(scope, ctype)
    return OutputPlan(
        name=scope.result,
        annotation=annotation,
        doc=_result_doc(scope, holder),
        holder=holder,
        initializer=initializer,
        local=f"{OUT_PREFIX}{scope.result}",
    )


def _result_doc(scope: Scope, holder: str) -> str:
    if holder == "MeasuredResult":
        return "A copy of all the bytes."  # the header speaks of the first one, to which C gets a pointer
    return for_python(scope.function.doc.returns, errors_raise=holder != "BorrowedTextResult")


def _result_holder(scope: Scope, ctype: CType) -> tuple[str, str, str]:
    match ctype:
        case IntegerType() | FloatType() | EnumType():
            return scalar_holder(ctype)
        case PointerType(CharType(), const=False):
            return "TextResult", "str", ""
        case _ if is_text(ctype):
            return "BorrowedTextResult", "str | None", ""
        case PointerType(VoidType()) if scope.note is not None and scope.note.measured_by:
            return "MeasuredResult", "bytes", ""
        case PointerType(const=False) if (opaque := opaque_name(ctype)) and scope.index.free_function(opaque):
            return "OwnedHandle", python_name(opaque), f"{CLASS_PREFIX}{python_name(opaque)}"
        case PointerType(VoidType()):
            raise UnboundError("it returns memory of a size that the header does not tell")
        case _:
            raise UnboundError(f"no rule binds its result of type '{spell(ctype)}'")
