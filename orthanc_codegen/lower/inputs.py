"""Rules for what Python passes in: text, numbers, enumerations, handles, callables, bytes and pixels."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from orthanc_codegen.ir import (
    CallbackType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    Parameter,
    PointerType,
    VoidType,
)
from orthanc_codegen.lower.callbacks.roles import Group, UseKind, is_payload
from orthanc_codegen.lower.hints import is_flag
from orthanc_codegen.lower.index import ERROR_CODE, is_bytes, is_text, is_text_array, opaque_name
from orthanc_codegen.lower.locks import constants, held
from orthanc_codegen.lower.naming import (
    CALLBACK_PREFIX,
    CLASS_PREFIX,
    ENUM_PREFIX,
    OUT_PREFIX,
    STUB_PREFIX,
    protocol_name,
    python_name,
)
from orthanc_codegen.lower.pieces import (
    Piece,
    Scope,
    UnboundError,
    argument,
    argument_place,
    is_number,
    local_of,
)
from orthanc_codegen.lower.wording import for_mapping
from orthanc_codegen.plan import ArgumentPlan, CallbackPlan

BYTES_ANNOTATION = f"{STUB_PREFIX}Bytes"  # any buffer, str or None
HEADERS_ANNOTATION = "Mapping[str, str] | None"
PIXEL_TABLE = "BytesPerPixel"  # the C++ function that tells the size of a pixel

Parameters = tuple[Parameter, ...]


def headers(scope: Scope, rest: Parameters) -> Piece | None:
    """A count, keys and values: ``uint32_t xCount, const char* const* xKeys, const char* const* xValues``."""
    if len(rest) < 3 or not isinstance(rest[0].type, IntegerType) or not rest[0].name.endswith("Count"):
        return None
    stem = rest[0].name.removesuffix("Count")
    if [p.name for p in rest[1:3]] != [f"{stem}Keys", f"{stem}Values"]:
        return None
    if not all(is_text_array(p.type) for p in rest[1:3]):
        return None
    named = Parameter(stem, rest[0].type)
    local = local_of(named)
    plan = argument(scope, rest[:3], "HeadersArgument", HEADERS_ANNOTATION, named=named, default="None")
    plan = dataclasses.replace(plan, doc=for_mapping(scope.doc(rest[0])))
    return Piece((f"{local}.Count()", f"{local}.Keys()", f"{local}.Values()"), plan)


def sized_bytes(scope: Scope, rest: Parameters) -> Piece | None:
    """Bytes and their number: ``const void* x`` with ``xSize`` or ``size``, ``const char* x`` with ``xSize``.

    After text, ``size`` alone is that of something else, ex) of the file of which the text is the name.
    """
    if len(rest) < 2 or not (is_bytes(rest[0].type) or is_text(rest[0].type)):
        return None
    size = rest[1]
    names = (f"{rest[0].name}Size", *(("size",) if is_bytes(rest[0].type) else ()))
    if not isinstance(size.type, IntegerType) or size.name not in names:
        return None
    byte = ", char" if is_text(rest[0].type) else ""
    local = local_of(rest[0])
    plan = argument(
        scope,
        rest[:2],
        f"BufferArgument<{size.type.name}{byte}>",
        BYTES_ANNOTATION,
        default="None" if scope.parameter_note(rest[0].name).optional else None,
    )
    if scope.parameter_note(size.name).ignored:
        return Piece((f"{local}.Data()",), plan)  # a further argument stands for the size
    return Piece((f"{local}.Data()", f"{local}.GetSize()"), plan)


def ignored_size(scope: Scope, rest: Parameters) -> Piece | None:
    """The size of the bytes before it: scripts may pass it, but the bytes have one of their own."""
    if not scope.parameter_note(rest[0].name).ignored or not isinstance(rest[0].type, IntegerType):
        return None
    at = scope.function.parameters.index(rest[0])
    if not at or sized_bytes(scope, scope.function.parameters[at - 1 : at + 1]) is None:
        return None
    before = scope.function.parameters[at - 1]
    holder = f"IntegerArgument<{rest[0].type.name}>"
    plan = argument(scope, (), holder, "int", named=rest[0], default="0")
    doc = "Ignored, since the bytes have a size of their own."
    return Piece((f"{local_of(before)}.GetSize()",), dataclasses.replace(plan, doc=doc))


def pixels(scope: Scope, rest: Parameters) -> Piece | None:
    """The rows of an image whose format, width, height and pitch are parameters of their own."""
    kept = scope.parameter_note(rest[0].name).pixels == "kept"
    if rest[0].type != PointerType(VoidType(), const=not kept):
        return None
    names = ("format", "width", "height", "pitch")
    known = {p.name: p for p in scope.function.parameters}
    if not all(name in known for name in names) or not _measured(scope, known["format"].type):
        return None
    form, width, height, pitch = (f"{local_of(known[name])}.Get()" for name in names)
    local = local_of(rest[0])
    plan = argument(
        scope,
        rest[:1],
        "OwnedPixelsArgument" if kept else "PixelsArgument",
        BYTES_ANNOTATION,
        check=f"{local}.Holds({argument_place(rest[0])}, {PIXEL_TABLE}({form}), {width}, {height}, {pitch})",
        commit=f"{OUT_PREFIX}{scope.result}.Keep({local}.Keep());" if kept else None,
    )
    return Piece((f"{local}.Data()",), plan)


def _measured(scope: Scope, ctype: CType) -> bool:
    """Whether the annotations tell the size of a pixel of each format."""
    note = scope.index.annotations.enums.get(ctype.name) if isinstance(ctype, EnumType) else None
    return note is not None and PIXEL_TABLE in note.tables


def text(scope: Scope, rest: Parameters) -> Piece | None:
    """``const char*``: text, or text or None where the header allows NULL."""
    if not is_text(rest[0].type):
        return None
    local = local_of(rest[0])
    if scope.may_be_null(rest[0]):
        plan = argument(scope, rest[:1], "OptionalTextArgument", "str | None", default="None")
    else:
        in_header = scope.http_output and scope.parameter_note(rest[0].name).text != "free"
        plan = argument(scope, rest[:1], "HeaderTextArgument" if in_header else "TextArgument", "str")
    return Piece((f"{local}.Get()",), plan)


def number(scope: Scope, rest: Parameters) -> Piece | None:
    """An integer or a floating-point number; a 16-bit ``status`` is one of HTTP, and 0 or 1 is a bool."""
    expressions = (f"{local_of(rest[0])}.Get()",)
    optional = scope.parameter_note(rest[0].name).optional
    match rest[0].type:
        case IntegerType(name) if is_flag(scope.doc(rest[0])):
            plan = argument(scope, rest[:1], f"FlagArgument<{name}>", "bool", default="False")
            return Piece(expressions, plan)
        case IntegerType(bits=16) if rest[0].name.lower().endswith("status"):
            return Piece(expressions, argument(scope, rest[:1], "HttpStatusArgument", "int"))
        case IntegerType(name):
            plan = argument(
                scope, rest[:1], f"IntegerArgument<{name}>", "int", default="0" if optional else None
            )
            return Piece(expressions, plan)
        case FloatType(name):
            return Piece(expressions, argument(scope, rest[:1], f"FloatArgument<{name}>", "float"))
        case _:
            return None


def enumeration(scope: Scope, rest: Parameters) -> Piece | None:
    """A value of an enumeration; any int where the enumeration is open."""
    if not isinstance(rest[0].type, EnumType):
        return None
    c_name = rest[0].type.name
    note = scope.index.annotations.enums.get(c_name)
    plan = argument(
        scope,
        rest[:1],
        f"EnumArgument<{c_name}>",
        "int" if note is not None and note.open else python_name(c_name),
        initializer=f"{ENUM_PREFIX}{python_name(c_name)}",
    )
    return Piece((f"{local_of(rest[0])}.Get()",), plan)


def handle(scope: Scope, rest: Parameters) -> Piece | None:
    """An opaque object, or None where the header allows NULL."""
    opaque = opaque_name(rest[0].type)
    if opaque is None:
        return None
    optional = scope.may_be_null(rest[0])
    name = python_name(opaque)
    plan = argument(
        scope,
        rest[:1],
        f"{'Optional' if optional else ''}HandleArgument<{opaque}>",
        f"{name} | None" if optional else name,
        initializer=f"{CLASS_PREFIX}{name}",
        default="None" if optional else None,
    )
    return Piece((f"{local_of(rest[0])}.Get()",), plan)


def callable_(scope: Scope, rest: Parameters) -> Piece | None:
    """A callback whose Python convention is known."""
    parameter = rest[0]
    if not isinstance(parameter.type, CallbackType):
        return None
    c_name, name = parameter.type.name, python_name(parameter.type.name)
    use = scope.uses.get(c_name)
    constant = scope.parameter_note(parameter.name).constant
    if constant == "outcome":
        return Piece((_outcome(scope, c_name),))
    if constant not in ("", "release") and not _is_constant(scope, c_name, constant):
        raise UnboundError(f"'{constant}' is no result of {c_name}, though the annotations say so")
    if constant == "release" or (use is not None and use.kind is UseKind.RELEASE):
        locks = (f"&{lock}" for lock in constants(held(scope.index.annotations, c_name)))
        return Piece((f"&PayloadRelease<{', '.join([c_name, *locks])}>::Call",))
    if constant:
        return Piece((f"&ConstantCallback<{c_name}, {constant}>::Call",))
    if use is None or c_name not in scope.callbacks:
        return None
    if use.kind is UseKind.SLOT:
        return _slot(scope, parameter, name)
    trampoline = f"&PayloadTrampoline<{CALLBACK_PREFIX}{name}>::Call"
    if use.kind is UseKind.METHOD:
        return Piece((trampoline,))
    group = next(g for g in scope.groups if parameter in [p for p, _ in g.callbacks])
    plan = _payload(scope, group, parameter, f"{STUB_PREFIX}{name}", "nullptr")
    return Piece((trampoline,), plan)


def _outcome(scope: Scope, c_name: str) -> str:
    """Return the C++ of a callback that returns the error code of its payload."""
    callback = scope.index.callbacks[c_name]
    types = [p.type for p in callback.parameters]
    if callback.result != EnumType(ERROR_CODE) or len(types) != 1 or not is_payload(scope.index, types[0]):
        raise UnboundError(
            f"the annotations set 'outcome' for {c_name}, which can't return the error code of a payload"
        )
    return f"&PayloadOutcome<{c_name}>::Call"


def _is_constant(scope: Scope, c_name: str, constant: str) -> bool:
    """Whether a callback could always return this."""
    match scope.index.callbacks[c_name].result:
        case EnumType(name):
            return constant in {e.name for e in scope.index.enums[name].enumerators}
        case IntegerType():
            return is_number(constant)
        case _:
            return False


def _slot(scope: Scope, parameter: Parameter, name: str) -> Piece:
    optional = scope.may_be_null(parameter)
    local = local_of(parameter)
    kind = "Optional" if optional else "" if scope.registers else "Call"
    plan = argument(
        scope,
        (parameter,),
        f"{kind}CallableArgument<{CALLBACK_PREFIX}{name}>",
        f"{STUB_PREFIX}{name}{' | None' if optional else ''}",
        default="None" if optional else None,
        commit=f"{local}.Registered();" if scope.registers else None,
        raises=not scope.registers and not optional,
    )
    return Piece((f"{local}.Get()",), plan)


def payload(scope: Scope, rest: Parameters) -> Piece | None:
    """The object whose methods the callbacks are, or which is the only one of them itself."""
    group = next((g for g in scope.groups if g.payload == rest[0]), None)
    if group is None:
        return None
    if len(group.called) == 1:
        return Piece((f"{local_of(group.called[0][0])}.Get()",))
    plans = [scope.callbacks[c.name] for _, c in group.called if c.name in scope.callbacks]
    if len(plans) < len(group.called):
        return None
    annotation = f"{STUB_PREFIX}{protocol_name(scope.registrar, group.member)}"
    plan = _payload(scope, group, rest[0], annotation, method_list(plans))
    return Piece((f"{local_of(rest[0])}.Get()",), plan)


def method_list(plans: Iterable[CallbackPlan]) -> str:
    """The methods that an object must have, as C++."""
    methods = [p.payload.method for p in plans if p.payload and not p.payload.optional]
    return f'"{" ".join(dict.fromkeys(methods))}"'


def _payload(scope: Scope, group: Group, parameter: Parameter, annotation: str, methods: str) -> ArgumentPlan:
    """The argument that becomes a payload: until a callback gives it back, the stop, or the call's end."""
    optional = scope.may_be_null(parameter)
    commit = "HandOver" if group.released else "HandOverUntilStop" if scope.registers else ""
    return argument(
        scope,
        (parameter,),
        "PayloadArgument" if commit else f"{'Optional' if optional else ''}CallPayloadArgument",
        f"{annotation} | None" if optional and not commit else annotation,
        initializer=methods,
        default="None" if optional and not commit else None,
        commit=f"{local_of(parameter)}.{commit}();" if commit else None,
        raises=not commit,
    )
