"""The declarations of a header by name, with queries for the rules."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TypeVar

from orthanc_codegen.ir import (
    Callback,
    CallbackType,
    CharType,
    CType,
    Enum,
    Function,
    Header,
    IntegerType,
    Opaque,
    OpaqueType,
    PointerType,
    Struct,
    StructType,
    Version,
    VoidType,
)
from orthanc_codegen.lower.annotations import Annotations, ClassOverride
from orthanc_codegen.lower.naming import CREATE_PREFIX, FREE_PREFIX, free_name
from orthanc_codegen.lower.registries import registries_of

CONTEXT = "OrthancPluginContext"
ERROR_CODE = "OrthancPluginErrorCode"

# The oldest server that loads the plugin. The running server may lack newer functions.
OLDEST_CORE = Version(1, 5, 7)


class UnboundError(Exception):
    """No rule binds a function or callback. The message is the reason for the report."""


@dataclass(frozen=True, slots=True)
class Index:
    """One header with the annotations that apply to it."""

    header: Header
    annotations: Annotations
    functions: dict[str, Function]
    enums: dict[str, Enum]
    structs: dict[str, Struct]
    opaques: dict[str, Opaque]
    callbacks: dict[str, Callback]
    freeing: dict[str, Function]  # by opaque type, the function that frees an owned object
    payload_opaques: frozenset[str]  # opaque types for the plugin's own data
    handle_functions: dict[
        str, tuple[str, ...]
    ]  # by opaque type, the functions that callbacks receive with a handle
    registries: dict[str, int]  # by registering function and callback type, the number of the registry

    @classmethod
    def of(cls, header: Header, annotations: Annotations) -> Index:
        """Index a header."""
        callbacks = {c.name: c for c in header.callbacks}
        return cls(
            header,
            annotations,
            {f.name: f for f in header.functions},
            {e.name: e for e in header.enums},
            {s.name: s for s in header.structs},
            {o.name: o for o in header.opaques},
            callbacks,
            {opaque: f for f in reversed(header.functions) if (opaque := freed_by(f)) is not None},
            _payload_opaques(header),
            _handle_functions(callbacks),
            registries_of(header),
        )

    def is_memory_buffer(self, ctype: CType) -> bool:
        """Return whether the type is a struct of allocated ``data`` and its ``size``."""
        if not isinstance(ctype, StructType) or ctype.name not in self.structs:
            return False
        shape = [(f.name, type(f.type)) for f in self.structs[ctype.name].fields]
        return shape == [("data", PointerType), ("size", IntegerType)]

    def free_function(self, opaque: str) -> Function | None:
        """Return the function that frees an object of an opaque type, or None."""
        return self.freeing.get(opaque)

    def create_function(self, struct: str) -> Function | None:
        """Return the function that allocates a struct of memory and its size, or None."""
        for function in self.header.functions:
            if not function.name.startswith(CREATE_PREFIX) or len(function.parameters) != 3:
                continue
            _, target, size = (p.type for p in function.parameters)
            if target == PointerType(StructType(struct), const=False) and isinstance(size, IntegerType):
                return function
        return None

    def declared(self, name: str) -> str:
        """Return the name of a function in the annotations; raise UnboundError if the header lacks it."""
        if name not in self.functions:
            raise UnboundError(f"the header has no function {name}, which the annotations name")
        return name

    def class_override(self, opaque: str) -> ClassOverride | None:
        """Return the annotations of an opaque type."""
        return self.annotations.classes.get(opaque)


def with_names(header: Header) -> Header:
    """Name the unnamed parameters of a header. C allows them in callback types."""
    return dataclasses.replace(
        header,
        functions=tuple(map(_named, header.functions)),
        callbacks=tuple(map(_named, header.callbacks)),
    )


_Callable = TypeVar("_Callable", Function, Callback)


def _named(item: _Callable) -> _Callable:
    if all(p.name for p in item.parameters):
        return item
    given = {p.name for p in item.parameters}
    parameters = (
        p if p.name else dataclasses.replace(p, name=free_name(f"argument{number}", given))
        for number, p in enumerate(item.parameters, start=1)
    )
    return dataclasses.replace(item, parameters=tuple(parameters))


def freed_by(function: Function) -> str | None:
    """Return the opaque type that a function frees, or None."""
    takes = [opaque_name(p.type) for p in function.parameters[1:]]
    return takes[0] if function.name.startswith(FREE_PREFIX) and len(takes) == 1 else None


def _payload_opaques(header: Header) -> frozenset[str]:
    """Return the opaque types that callbacks create and no function of the SDK uses."""
    known = {opaque_name(t) for f in header.functions for t in (f.result, *(p.type for p in f.parameters))}
    made = {
        p.type.pointee.pointee.name
        for c in header.callbacks
        for p in c.parameters
        if isinstance(p.type, PointerType)
        and isinstance(p.type.pointee, PointerType)
        and isinstance(p.type.pointee.pointee, OpaqueType)
    }
    return frozenset(made - known)


def _handle_functions(callbacks: dict[str, Callback]) -> dict[str, tuple[str, ...]]:
    """Return the function types of callbacks' parameters, by the opaque type of their first parameter."""
    functions: dict[str, tuple[str, ...]] = {}
    for callback in callbacks.values():
        for parameter in callback.parameters:
            if not isinstance(parameter.type, CallbackType) or not callbacks[parameter.type.name].parameters:
                continue
            owner = opaque_name(callbacks[parameter.type.name].parameters[0].type)
            if owner is not None and parameter.type.name not in functions.get(owner, ()):
                functions[owner] = (*functions.get(owner, ()), parameter.type.name)
    return functions


_TEXT = PointerType(CharType(), const=True)
_TEXT_ARRAY = PointerType(_TEXT, const=True)
_BYTES = PointerType(VoidType(), const=True)


def is_text(ctype: CType) -> bool:
    """Return whether the type is ``const char*``."""
    return ctype == _TEXT


def is_text_array(ctype: CType) -> bool:
    """Return whether the type is ``const char* const*``."""
    return ctype == _TEXT_ARRAY


def is_bytes(ctype: CType) -> bool:
    """Return whether the type is ``const void*``."""
    return ctype == _BYTES


def opaque_name(ctype: CType) -> str | None:
    """Return the name of the opaque type behind a pointer, or None."""
    match ctype:
        case PointerType(OpaqueType(name)):
            return name
        case _:
            return None
