"""What the parameters of a callback type are for, and how the callback reaches its Python callable."""

from __future__ import annotations

import enum
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
from orthanc_codegen.lower.naming import method_of_payload, python_name

_POINTER = PointerType(VoidType(), const=False)
_ALONE = "-"  # begins the key of a callback that is registered alone


@dataclass(frozen=True, slots=True)
class Roles:
    """The parameters of a callback type, sorted."""

    inputs: tuple[Parameter, ...]
    outputs: tuple[tuple[Parameter, ...], ...]  # each alone, or allocated memory with its size
    payload: Parameter | None  # the plugin's own object
    lent: tuple[Parameter, ...]  # functions of the core


def roles_of(index: Index, callback: Callback) -> Roles:
    """Sort the parameters of a callback type."""
    inputs: list[Parameter] = []
    outputs: list[tuple[Parameter, ...]] = []
    payloads: list[Parameter] = []
    lent: list[Parameter] = []
    rest = callback.parameters
    while rest:
        first, width = rest[0], 1
        if isinstance(first.type, CallbackType):
            lent.append(first)
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
    return Roles(tuple(inputs), tuple(outputs), payloads[0] if payloads else None, tuple(lent))


def _is_allocated(rest: tuple[Parameter, ...]) -> bool:
    """Whether memory and its size come first: ``void** content, int64_t* size``."""
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
    """Whether the type points to data of the plugin's own."""
    match ctype:
        case PointerType(VoidType(), const=False):
            return True
        case PointerType(OpaqueType(name), const=False):
            return name in index.payload_opaques
        case _:
            return False


class UseKind(enum.StrEnum):
    """How a callback reaches its Python callable."""

    SLOT = "slot"  # the callable was registered alone: a function for each registration finds it
    METHOD = "method"  # a method of the payload
    CALL = "call"  # the payload itself
    RELEASE = "release"  # none: the payload is given back
    LENT = "lent"  # none: it is a function of the core, which callbacks lend


@dataclass(frozen=True, slots=True)
class Use:
    """What a callback type is used for by the function that takes it."""

    kind: UseKind
    registrar: str  # the Python function that takes it, ex) "CreateJob"
    method: str = ""  # ex) "get_progress"
    reader: int = 0  # of two callbacks for one method, the data and its size: 1 or 2
    owner: str = ""  # of a function of the core: the opaque type that it works on


def uses_of(index: Index) -> dict[str, Use]:
    """Say for each callback type what it is used for; those that nobody uses are left out."""
    uses: dict[str, Use] = {}
    for function in index.header.functions:
        note = index.annotations.functions.get(function.name)
        if note is not None and note.status == "excluded":
            continue
        registrar = note.name if note and note.name else python_name(function.name)
        for name, use in uses_in(index, function, registrar).items():
            uses.setdefault(name, use)
    for callback in index.callbacks.values():
        for parameter in callback.parameters:
            if isinstance(parameter.type, CallbackType):
                uses.setdefault(parameter.type.name, _lent(index, parameter.type.name))
    return uses


def _lent(index: Index, name: str) -> Use:
    owner = next((opaque for opaque, names in index.lenders.items() if name in names), "")
    return Use(UseKind.LENT, "", owner=owner)


def uses_in(index: Index, function: Function, registrar: str) -> dict[str, Use]:
    """What one function uses the callback types for that it takes."""
    uses: dict[str, Use] = {}
    for group in groups_of(index, function):
        for parameter, callback in group.callbacks:
            uses.setdefault(callback.name, _use(group, parameter, callback, registrar))
    return uses


@dataclass(frozen=True, slots=True)
class Group:
    """Callbacks that one function takes for the same payload, or one callback without."""

    payload: Parameter | None  # the function's own parameter; None where a callback makes the payload
    member: str  # the name of the payload in the callbacks, ex) "job"; "" for a callback without
    callbacks: tuple[tuple[Parameter, Callback], ...]
    called: tuple[tuple[Parameter, Callback], ...]  # those that are more than the payload's release

    @property
    def released(self) -> bool:
        """Whether a callback gives the payload back."""
        return len(self.called) < len(self.callbacks)


def groups_of(index: Index, function: Function) -> tuple[Group, ...]:
    """The callbacks that a function takes, by payload; a group without a member is one registered alone."""
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
    """Whether a callback hands an object of the plugin's own to the core."""
    outputs = roles_of(index, callback).outputs
    pointees = [o[0].type.pointee for o in outputs if len(o) == 1 and isinstance(o[0].type, PointerType)]
    return any(is_payload(index, ctype) for ctype in (callback.result, *pointees))


def _own(pointers: dict[str, Parameter], member: str) -> Parameter | None:
    """The parameter of the function that becomes the payload of a group."""
    if member.startswith(_ALONE):
        return None
    return pointers.get(member) or (next(iter(pointers.values())) if len(pointers) == 1 else None)


def _is_argument(index: Index, callback: Callback, payload: Parameter) -> bool:
    """Whether the annotations pass the payload to a callable that is registered alone."""
    note = index.annotations.callbacks.get(callback.name)
    return note is not None and any(argument.source == payload.name for argument in note.arguments)


def is_release(index: Index, callback: Callback) -> bool:
    """Whether a callback does nothing but take a payload back."""
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
