"""The roles of a callback type's parameters, and how the callback finds its Python callable."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    CallbackType,
    CType,
    EnumType,
    FloatType,
    Function,
    IntegerType,
    OpaqueType,
    Parameter,
    PointerType,
    StructType,
    VoidType,
)
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import method_of_payload, protocol_name, python_name

_POINTER = PointerType(VoidType(), const=False)
_ALONE = "-"  # prefix of the key of a callback that is registered alone


@dataclass(frozen=True, slots=True)
class Roles:
    """The parameters of a callback type, by role."""

    inputs: tuple[Parameter, ...]
    outputs: tuple[tuple[Parameter, ...], ...]  # each one, or allocated memory with its size
    payload: Parameter | None  # an object of the plugin
    functions: tuple[Parameter, ...]  # functions of the core that operate on one of the handles


def roles_of(index: Index, callback: Callback) -> Roles:
    """Sort the parameters of a callback type by role."""
    inputs: list[Parameter] = []
    outputs: list[tuple[Parameter, ...]] = []
    payloads: list[Parameter] = []
    functions: list[Parameter] = []
    rest = callback.parameters
    while rest:
        first, width = rest[0], 1
        if isinstance(first.type, CallbackType):
            functions.append(first)
        elif _is_allocated(rest):
            width = 2
            outputs.append(rest[:2])
        elif _is_output(index, first.type):
            outputs.append((first,))
        elif is_payload(index, first.type) and not payloads:
            payloads.append(first)
        else:
            inputs.append(first)
        rest = rest[width:]
    return Roles(tuple(inputs), tuple(outputs), payloads[0] if payloads else None, tuple(functions))


def _is_allocated(rest: tuple[Parameter, ...]) -> bool:
    """Return whether allocated memory and its size come first: ``void** content, int64_t* size``."""
    if len(rest) < 2 or rest[0].type != PointerType(_POINTER, const=False):
        return False
    return isinstance(rest[1].type, PointerType) and isinstance(rest[1].type.pointee, IntegerType)


def _is_output(index: Index, ctype: CType) -> bool:
    match ctype:
        case PointerType(PointerType(VoidType() | OpaqueType(), const=False), const=False):
            return True
        case PointerType(IntegerType() | EnumType() | FloatType(), const=False):
            return True
        case PointerType(StructType() as struct, const=False):
            return index.is_memory_buffer(struct)
        case _:
            return False


def is_payload(index: Index, ctype: CType) -> bool:
    """Return whether the type is a pointer to the plugin's own data."""
    match ctype:
        case PointerType(VoidType(), const=False):
            return True
        case PointerType(OpaqueType(name), const=False):
            return name in index.payload_opaques
        case _:
            return False


class UseKind(enum.StrEnum):
    """How a callback finds its Python callable."""

    SLOT = "slot"  # a callable that is registered alone, by its slot
    METHOD = "method"  # a method of the payload
    CALL = "call"  # the payload itself
    RELEASE = "release"  # none: the callback releases the payload
    FUNCTION = "function"  # none: a function of the core, which callbacks receive with a handle


@dataclass(frozen=True, slots=True)
class Use:
    """How the registering function uses a callback type."""

    kind: UseKind
    registrar: str  # the Python function that registers it, ex) "CreateJob"
    method: str = ""  # ex) "get_progress"
    reader: int = 0  # of two callbacks for one method: 1 for the data, 2 for the size


def uses_of(index: Index) -> dict[str, Use]:
    """Return the use of each callback type. Unused ones are omitted."""
    uses: dict[str, Use] = {}
    for function in index.header.functions:
        override = index.annotations.functions.get(function.name)
        if override is not None and override.status == "excluded":
            continue
        registrar = registrar_of(index, function)
        for name, use in uses_in(index, function, registrar).items():
            uses.setdefault(name, use)
    for callback in index.callbacks.values():
        for parameter in callback.parameters:
            if isinstance(parameter.type, CallbackType):
                uses.setdefault(parameter.type.name, Use(UseKind.FUNCTION, ""))
    return uses


def registrar_of(index: Index, function: Function) -> str:
    """Return the Python name of a function, without its class."""
    override = index.annotations.functions.get(function.name)
    return override.name if override and override.name else python_name(function.name)


def uses_in(index: Index, function: Function, registrar: str) -> dict[str, Use]:
    """Return how one function uses its callback types."""
    uses: dict[str, Use] = {}
    for group in groups_of(index, function):
        for parameter, callback in group.callbacks:
            uses.setdefault(callback.name, _use(group, parameter, callback, registrar))
    return uses


@dataclass(frozen=True, slots=True)
class Group:
    """The callbacks of one function for the same payload, or one callback without a payload."""

    payload: Parameter | None  # a parameter of the function; None if a callback creates the payload
    member: str  # the payload parameter of the callbacks, ex) "job"; "" for none
    callbacks: tuple[tuple[Parameter, Callback], ...]
    called: tuple[tuple[Parameter, Callback], ...]  # without those that only release the payload

    @property
    def released(self) -> bool:
        """Whether one of the callbacks releases the payload."""
        return len(self.called) < len(self.callbacks)


def groups_of(index: Index, function: Function) -> tuple[Group, ...]:
    """Group the callbacks of a function by payload. A group without a member is registered alone."""
    if not any(isinstance(p.type, CallbackType) for p in function.parameters):
        return ()
    pointers = {p.name: p for p in function.parameters if p.type == _POINTER}
    groups: dict[str, list[tuple[Parameter, Callback]]] = {}
    for parameter in function.parameters:
        if not isinstance(parameter.type, CallbackType):
            continue
        callback = index.callbacks[parameter.type.name]
        payload = roles_of(index, callback).payload
        passed = payload is not None and _is_argument(index, callback, payload)
        member = payload.name if payload is not None and not passed else f"{_ALONE}{parameter.name}"
        groups.setdefault(member, []).append((parameter, callback))
    made = any(_makes_payload(index, c) for callbacks in groups.values() for _, c in callbacks)
    return tuple(
        Group(
            own,
            member if own is not None or (made and not member.startswith(_ALONE)) else "",
            tuple(callbacks),
            tuple((p, c) for p, c in callbacks if not is_release(index, c)),
        )
        for member, callbacks in groups.items()
        for own in (_own(pointers, member),)
    )


def _makes_payload(index: Index, callback: Callback) -> bool:
    """Return whether a callback passes an object of the plugin to the core."""
    outputs = roles_of(index, callback).outputs
    pointees = [o[0].type.pointee for o in outputs if len(o) == 1 and isinstance(o[0].type, PointerType)]
    return any(is_payload(index, ctype) for ctype in (callback.result, *pointees))


def _own(pointers: dict[str, Parameter], member: str) -> Parameter | None:
    """Return the function's parameter that becomes the payload of a group, or None."""
    if member.startswith(_ALONE):
        return None
    return pointers.get(member) or (next(iter(pointers.values())) if len(pointers) == 1 else None)


def _is_argument(index: Index, callback: Callback, payload: Parameter) -> bool:
    """Return whether the annotations pass the payload to a callable that is registered alone."""
    override = index.annotations.callbacks.get(callback.name)
    return override is not None and any(argument.source == payload.name for argument in override.arguments)


def is_release(index: Index, callback: Callback) -> bool:
    """Return whether a callback only releases a payload."""
    if not isinstance(callback.result, VoidType) or len(callback.parameters) != 1:
        return False
    return is_payload(index, callback.parameters[0].type)


def _use(group: Group, parameter: Parameter, callback: Callback, registrar: str) -> Use:
    if not group.member:
        return Use(UseKind.SLOT, registrar)
    if (parameter, callback) not in group.called:
        return Use(UseKind.RELEASE, registrar)
    if group.payload is not None and len(group.called) == 1:
        return Use(UseKind.CALL, registrar)
    name = method_of_payload(parameter.name, group.member)
    for reader, (suffix, other) in enumerate((("data", "size"), ("size", "data")), start=1):
        stem = name.removesuffix(f"_{suffix}")
        names = {method_of_payload(p.name, group.member) for p, _ in group.callbacks}
        if stem != name and f"{stem}_{other}" in names:
            return Use(UseKind.METHOD, registrar, stem, reader)
    return Use(UseKind.METHOD, registrar, name)


@dataclass(frozen=True, slots=True)
class Protocol:
    """The callbacks that call the methods of one payload."""

    name: str  # ex) "CreateJobJob"
    registrar: str  # the Python function that takes the payload, or the callable that returns it
    methods: Mapping[str, Callback]  # by their names in Python
    needed: tuple[str, ...]  # names of the required methods


def protocols_of(index: Index, uses: Mapping[str, Use]) -> dict[str, Protocol]:
    """Return the methods of payloads, by the name of the protocol."""
    protocols: dict[str, Protocol] = {}
    for function in index.header.functions:
        for group in groups_of(index, function):
            methods: dict[str, Callback] = {}
            for _, callback in group.called:
                use = uses.get(callback.name)
                if use is not None and use.method:
                    # Of two callbacks for one method, the first gets the bytes, the second their number.
                    methods.setdefault(use.method, callback)
            if methods:
                registrar = registrar_of(index, function)
                name = protocol_name(registrar, group.member)
                needed = tuple(m for m, callback in methods.items() if not _is_optional(index, callback))
                protocols.setdefault(name, Protocol(name, registrar, methods, needed))
    return protocols


def _is_optional(index: Index, callback: Callback) -> bool:
    """Return whether payloads may omit the method."""
    override = index.annotations.callbacks.get(callback.name)
    return override is not None and override.optional
