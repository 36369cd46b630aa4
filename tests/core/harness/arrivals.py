"""Valid C arguments for any callback type, and the expected Python arguments, by conversion."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Mapping
from typing import Any, assert_never

from orthanc_codegen.ir import (
    CallbackType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    OpaqueType,
    Parameter,
    PointerType,
    StructType,
    Version,
    VoidType,
)
from orthanc_codegen.ir import Field as IrField
from orthanc_codegen.plan import Arrival as Conversion
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan, Place
from orthanc_codegen.plan.callbacks import Condition, FromRelease, OneOf, Present
from orthanc_codegen.plan.conversions import (
    BorrowedHandle,
    Enumeration,
    EnumeratorName,
    Flag,
    Float,
    Integer,
    IntegerArray,
    OwnObject,
    ReceivedBytes,
    Text,
    TextArray,
    TextMapping,
)
from orthanc_testing.inprocess.memory import encode

from .bench import Bench
from .layout import BYTES, TEXT, TEXT_ARRAY, read_bytes, read_text

_COUNT = 2  # of items in each array
_BODY = b"\0\xff body"
_ROOM = 7  # size of the memory that the core provides for the plugin to fill
_HANDLE = "a handle"  # stands for the Python object, which exists only during the callback


class Arrival:
    """One call of a callback by the core: its C arguments, and their values by place."""

    def __init__(
        self,
        bench: Bench,
        plan: CallbackPlan,
        chosen: Mapping[Place, int] | None = None,
        *,
        lent: int | None = None,
        payload: int | None = None,
    ) -> None:
        self.room = _ROOM
        self._lent = lent  # replaces the functions that record their calls
        self._given = payload  # replaces the payload that the bench knows
        self.outputs: dict[str, Any] = {}  # that the plugin fills, by the name of the parameter
        self.addresses: dict[Place, int] = {}  # of the core's objects, by the place of the handle
        self.lent_calls: list[tuple[str, tuple[Any, ...]]] = []  # functions of the core that were called
        self.lent_result = 0
        self._kept: list[object] = []
        self._bench = bench
        self._plan = plan
        self._chosen = chosen or {}  # enumerators, ex) {Place("method"): 1}
        self._numbers = itertools.count(3)
        self.values: dict[Place, Any] = {}
        self._counts = {
            argument.places[-1]: count
            for argument in plan.arguments
            if (count := _count_of(argument.conversion)) is not None
        }
        self._payload = plan.payload.parameter if plan.payload else plan.releases or plan.about
        callback = bench.core.layouts.callbacks[plan.c_name]
        self.arguments = [self._make(parameter, Place(parameter.name)) for parameter in callback.parameters]

    def _make(self, member: Parameter | IrField, place: Place) -> Any:
        """Make the C value of a parameter or field, and note the value that Python should see."""
        ctype = member.type
        if place == Place(self._payload or ""):
            address = self._given or self._bench.payload_of(self._plan)
            self.values[place] = self._bench.payloads.get(address)
            return address
        if isinstance(ctype, CallbackType):
            return self._lend_function(ctype.name)
        if self._is_output(ctype):
            return self._make_output(member.name, ctype)
        seen, raw = self._value(ctype, place)
        match ctype:
            case PointerType(StructType(struct)):
                assert place.field is None, f"the tests make no struct inside a struct, as {place} needs"
                raw = self._make_struct(struct, place.parameter)
        self.values[place] = seen
        if seen == _HANDLE:
            self.addresses[place] = raw
        return raw

    def _make_struct(self, name: str, parameter: str) -> int:
        core = self._bench.core
        fields = core.layouts.structs[name].fields
        made = {f.name: self._make(f, Place(parameter, f.name)) for f in fields}
        return core.memory.lend_object(core.layouts.struct(name)(**made))

    def _value(self, ctype: CType, place: Place) -> tuple[Any, Any]:
        """Return the value for Python, and the value in C."""
        memory, name = self._bench.core.memory, place.field or place.parameter
        text = f"{name}: ünï\udcff"
        match ctype:
            case EnumType(enum):
                known = self._bench.core.layouts.enums[enum].enumerators
                value = self._chosen.get(place, known[0].value)
                return value, value
            case IntegerType() if place in self._counts:
                return self._counts[place], self._counts[place]
            case IntegerType() if name.endswith("Count"):  # the count of items that no argument contains
                return _COUNT, _COUNT
            case IntegerType() if name.lower().endswith("size"):
                return len(_BODY), len(_BODY)
            case IntegerType():
                number = next(self._numbers)
                return number, number
            case _ if ctype == TEXT:
                return text, memory.lend(encode(text))
            case PointerType(IntegerType() as item, const=True):
                most = 2 ** (item.bits - item.signed) - 1
                numbers = [most - i for i in range(_COUNT)]
                array = (self._bench.core.layouts.of(item) * _COUNT)(*numbers)
                return numbers, memory.lend_object(array)
            case FloatType():
                return 0.5, 0.5
            case _ if ctype == TEXT_ARRAY:
                texts = [f"{text} {i}" for i in range(_COUNT)]
                return texts, memory.lend_texts(texts)
            case _ if ctype == BYTES:
                return _BODY, memory.lend(_BODY)
            case PointerType(VoidType() | StructType()):
                return None, None
        return _HANDLE, self._bench.core.new_handle()

    @staticmethod
    def _is_output(ctype: CType) -> bool:
        match ctype:
            case PointerType(PointerType(VoidType() | OpaqueType()), const=False):
                return True
            case PointerType(IntegerType() | EnumType() | FloatType(), const=False):
                return True
            case PointerType(StructType(name), const=False):
                return "MemoryBuffer" in name
            case _:
                return False

    def _make_output(self, name: str, ctype: CType) -> int:
        """Make an output for the plugin to fill; if it is a buffer, with memory of the core."""
        assert isinstance(ctype, PointerType)
        target = self._bench.core.layouts.of(ctype.pointee)()
        self.outputs[name] = target
        if isinstance(ctype.pointee, StructType):
            target.data, target.size = self._bench.core.memory.lend(bytes(_ROOM)), _ROOM
            self.values[Place(name, "size")] = _ROOM
        return self._bench.core.memory.lend_object(target)

    def _lend_function(self, name: str) -> int | None:
        """Make a function of the core that records its calls."""
        if self._lent is not None:
            return self._lent

        def function(*arguments: Any) -> int | None:
            self.lent_calls.append((name, self._read(name, arguments)))
            return self.lent_result

        made = self._bench.core.layouts.prototype(name)(function)
        self._kept.append(made)
        return ctypes.cast(made, ctypes.c_void_p).value

    def _read(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        """Copy the arguments of a function of the core, which are valid only during the call."""
        types = [p.type for p in self._bench.core.layouts.callbacks[name].parameters]
        return tuple(
            read_text(a) if t == TEXT else read_bytes(a, arguments[i + 1]) if t == BYTES else a
            for i, (t, a) in enumerate(zip(types, arguments, strict=True))
        )

    def expected(self) -> tuple[list[Any], dict[str, Any]]:
        """Return the positional and keyword arguments according to the plan."""
        passed = [a for a in self._plan.arguments if all(map(self._holds, a.conditions))]
        return (
            [self._python(a) for a in passed if not a.keyword],
            {a.name: self._python(a) for a in passed if a.keyword},
        )

    def _holds(self, condition: Condition) -> bool:
        match condition:
            case OneOf(place, c_enum, enumerators):
                known = {e.name: e.value for e in self._bench.core.layouts.enums[c_enum].enumerators}
                return self.values[place] in [known[name] for name in enumerators]
            case Present(place):
                return bool(self.values[place])
            case FromRelease(since):
                return since <= Version.parse((self._bench.core.version.value or b"").decode())
            case _:
                assert_never(condition)

    def _python(self, plan: CallbackArgumentPlan) -> Any:
        """Return the expected value of an argument of the callable."""
        conversion, values = plan.conversion, [self.values[place] for place in plan.places]
        match conversion:
            case Text() | Integer() | Float() | ReceivedBytes() | OwnObject():
                return values[0]
            case Flag():
                return bool(values[0])
            case Enumeration(name=name):
                enum = getattr(self._bench.orthanc, name)
                return enum(values[0]) if values[0] in list(enum) else values[0]
            case EnumeratorName(name):
                enum = getattr(self._bench.orthanc, name)
                return enum(values[0]).name if values[0] in list(enum) else str(values[0])
            case TextArray(as_tuple) | IntegerArray(as_tuple):
                return tuple(values[0]) if as_tuple else list(values[0])
            case TextMapping():
                return dict(zip(values[0], values[1], strict=True))
            case BorrowedHandle(handle):
                return HandleOf(getattr(self._bench.orthanc, handle.name))
            case _:
                assert_never(conversion)


def _count_of(conversion: Conversion) -> int | None:
    """Return the count that C passes with a value; None for a value without one."""
    match conversion:
        case TextArray() | IntegerArray() | TextMapping():
            return _COUNT
        case ReceivedBytes():
            return len(_BODY)
        case Flag() | Integer() | Float() | Enumeration() | EnumeratorName() | Text():
            return None
        case OwnObject() | BorrowedHandle():
            return None
        case _:
            assert_never(conversion)


class HandleOf:
    """Equal to every handle of a class."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __eq__(self, other: object) -> bool:
        return type(other) is self._cls

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"a handle of {self._cls.__name__}"
