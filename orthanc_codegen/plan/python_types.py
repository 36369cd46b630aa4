"""The Python types of conversions, as spelled in stubs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from orthanc_codegen.plan.callbacks import AnswerPlan, CallbackPlan
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    Answer,
    Arrival,
    BorrowedHandle,
    BorrowedText,
    Buffer,
    Bytes,
    Callback,
    Content,
    Dict,
    Enumeration,
    EnumeratorName,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Headers,
    HttpStatus,
    IgnoredSize,
    Input,
    Integer,
    IntegerArray,
    KeptText,
    Measured,
    NewBytes,
    NewPayload,
    Output,
    OwnedText,
    OwnObject,
    Payload,
    Pixels,
    ReceivedBytes,
    Scalar,
    StatusCode,
    Text,
    TextArray,
    TextMapping,
)
from orthanc_codegen.plan.functions import (
    FunctionPlan,
    OutputPlan,
    ReturnsArgument,
    ReturnsNothing,
    ReturnsTuple,
    ReturnsValue,
)
from orthanc_codegen.plan.parameters import Kind, PythonParameter
from orthanc_codegen.plan.types import ClassPlan, Cursor, FieldPlan, Sequence

STUB_PREFIX: Final = "_"  # of names that exist only for type checkers

_BYTES: Final = f"{STUB_PREFIX}Bytes"  # any buffer, str or None
_GIVEN_BYTES: Final = "Buffer | str"  # bytes that must not be None


def input_type(conversion: Input) -> str:
    """Return the type that a function accepts."""
    match conversion:
        case Text(optional=optional):
            return _or_none("str", optional)
        case HttpStatus() | IgnoredSize():
            return "int"
        case Bytes() | Pixels():
            return _BYTES
        case Headers():
            return "Mapping[str, str] | None"
        case Handle(name=name, optional=optional):
            return _or_none(name, optional)
        case Callback(name=name, optional=optional) | Payload(name=name, optional=optional):
            return _or_none(f"{STUB_PREFIX}{name}", optional)
        case Enumeration(open=True):
            return "int"
        case _:
            return _scalar_type(conversion)


def output_type(conversion: Output) -> str:
    """Return the type of a function's output."""
    match conversion:
        case Buffer(content=Content.BYTES) | Measured():
            return "bytes"
        case Buffer(content=Content.TEXT) | OwnedText():
            return "str"
        case Buffer(json_type=json_type):
            return json_type
        case Dict(name=name):
            return f"{STUB_PREFIX}{name}"
        case BorrowedText():
            return "str | None"
        case Handle(name=name):
            return name
        case _:
            return _scalar_type(conversion)


def arrival_type(conversion: Arrival) -> str:
    """Return the type that a callable receives."""
    match conversion:
        case Text() | EnumeratorName():
            return "str"
        case TextArray(as_tuple):
            return _array_type("str", as_tuple)
        case IntegerArray(as_tuple):
            return _array_type("int", as_tuple)
        case TextMapping():
            return "dict[str, str]"
        case ReceivedBytes():
            return "bytes"
        case OwnObject():
            return "Any"
        case BorrowedHandle(handle):
            return _or_none(handle.name, handle.optional)
        case _:
            return _scalar_type(conversion)


def answer_type(answer: AnswerPlan) -> str:
    """Return the type of one value that a callable returns."""
    return _GIVEN_BYTES if answer.rejects_none else _answer_type(answer.conversion)


def _answer_type(conversion: Answer) -> str:
    match conversion:
        case StatusCode():
            return "int | None"
        case NewBytes(header=True) | KeptText():
            return "str | None"
        case NewBytes() | AllocatedBytes() | FilledBytes():
            return _BYTES
        case NewPayload(name=name):
            return f"{STUB_PREFIX}{name}" if name else "object"
        case Handle(name=name):
            return f"{name} | None"
        case _:
            return _scalar_type(conversion)


def _scalar_type(conversion: Scalar) -> str:
    match conversion:
        case Flag():
            return "bool"
        case Integer():
            return "int"
        case Float():
            return "float"
        case Enumeration(name=name):
            return name
        case _:
            assert_never(conversion)


def return_type(function: FunctionPlan) -> str:
    """Return the return type of a function."""
    match function.returns:
        case ReturnsNothing():
            return "None"
        case ReturnsArgument():
            return input_type(function.arguments[0].conversion)
        case ReturnsValue(output, found):
            return _or_none(output_type(output.conversion), found is not None)
        case ReturnsTuple(name=name):
            return name
        case _:
            assert_never(function.returns)


def field_type(field: FieldPlan) -> str:
    """Return the type of a named tuple's field."""
    return _or_none(output_type(field.conversion), field.optional)


def item_type(function: FunctionPlan) -> str:
    """Return the type of a container's item, which is never None."""
    match function.returns:
        case ReturnsValue(OutputPlan(conversion=BorrowedText())):
            return "str"
        case ReturnsValue(output):
            return output_type(output.conversion)
        case _:
            return return_type(function)


def parameters_of(function: FunctionPlan) -> tuple[PythonParameter, ...]:
    """Return the parameters of a function or method, without self."""
    return tuple(PythonParameter(a.name, input_type(a.conversion), a.default) for a in function.arguments)


def callable_parameters(callback: CallbackPlan) -> tuple[PythonParameter, ...]:
    """Return the parameters of a callable. An argument that is not always passed has a default."""
    return tuple(
        PythonParameter(
            argument.name,
            arrival_type(argument.conversion),
            "..." if argument.conditions else None,
            Kind.KEYWORD if argument.keyword else Kind.POSITIONAL,
        )
        for argument in callback.arguments
    )


def result_type(callback: CallbackPlan) -> str:
    """Return the type of a callable's result, which may omit optional answers."""
    result = callback.result
    if not result.answers:
        return _BYTES if callback.gives_bytes else "None"
    spelled = [answer_type(answer) for answer in result.answers]
    if len(spelled) == 1:
        return spelled[0]
    fewest = result.fewest_answers
    forms = [f"tuple[{', '.join(spelled[:n])}]" for n in range(max(fewest, 1), len(spelled) + 1)]
    return " | ".join([*([spelled[0]] if fewest == 1 else []), *reversed(forms)])


@dataclass(frozen=True, slots=True)
class SpecialMethod:
    """A method without a corresponding function of the SDK."""

    name: str  # ex) "__getitem__"
    parameters: tuple[PythonParameter, ...]  # after self
    result: str  # ex) "str"


def special_methods(class_: ClassPlan) -> tuple[SpecialMethod, ...]:
    """Return the methods of a class that do not correspond to functions of the SDK."""
    return tuple(_special_methods(class_))


def _special_methods(class_: ClassPlan) -> Iterator[SpecialMethod]:
    match class_.container:
        case Sequence(item=item):
            yield SpecialMethod("__len__", (), "int")
            yield SpecialMethod("__getitem__", _positional("index", "int"), item_type(item))
            yield SpecialMethod("__iter__", (), f"Iterator[{item_type(item)}]")
        case Cursor(parts=parts):
            row = f"tuple[{', '.join(map(item_type, parts))}]"
            yield SpecialMethod("__iter__", (), f"Iterator[{row}]")
            yield SpecialMethod("__next__", (), row)
    if class_.closable:
        yield SpecialMethod("Close", (), "None")  # frees an object before the garbage collector does
        yield SpecialMethod("__enter__", (), class_.name)
        yield SpecialMethod("__exit__", (PythonParameter("exception", "object", kind=Kind.OTHERS),), "None")
    if class_.memory is not None:
        yield SpecialMethod("__buffer__", _positional("flags", "int"), "memoryview")


def _positional(name: str, annotation: str) -> tuple[PythonParameter, ...]:
    return (PythonParameter(name, annotation, kind=Kind.POSITIONAL),)


def _or_none(name: str, optional: bool) -> str:
    return f"{name} | None" if optional else name


def _array_type(item: str, as_tuple: bool) -> str:
    return f"tuple[{item}, ...]" if as_tuple else f"list[{item}]"
