"""Good C arguments for any callback type, and what the callable must get then, both read off the plan."""

from __future__ import annotations

import ctypes
import dataclasses
import itertools
import re
from typing import Any

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
    VoidType,
)
from orthanc_codegen.ir import Field as IrField
from orthanc_codegen.lower.naming import IN_PREFIX
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan

from .bench import Bench
from .layout import BYTES, TEXT, TEXT_ARRAY, read_bytes, read_text
from .memory import encode

_COUNT = 2  # of everything that is counted
_ROOM = 7  # bytes that the core asks for in memory that it has made
_CALL = re.compile(r"(?P<function>[\w:.]+)\((?P<arguments>.*)\)")


class Arrival:
    """One call of a callback by the core: its C arguments, and their values by C expression."""

    def __init__(
        self,
        bench: Bench,
        plan: CallbackPlan,
        *,
        lent: int | None = None,
        payload: int | None = None,
        **chosen: int,
    ) -> None:
        self.room = _ROOM
        self._lent = lent  # a C function in place of those that remember how they were called
        self._given = payload  # in place of the one that the bench knows
        self.outputs: dict[str, Any] = {}  # what the plugin is to fill, by the name of the parameter
        self.addresses: dict[str, int] = {}  # of the handles, by C expression
        self.lent_calls: list[tuple[str, tuple[Any, ...]]] = []  # functions of the core that were called
        self.lent_result = 0
        self._kept: list[object] = []
        self._bench = bench
        self._plan = plan
        self._chosen = chosen  # enumerators by C expression, ex) {"method": 1}
        self._numbers = itertools.count(3)
        self.values: dict[str, Any] = {}
        callback = bench.core.layouts.callbacks[plan.c_name]
        self._counts = {
            found["arguments"].split(", ")[0].removeprefix(IN_PREFIX)
            for a in plan.arguments
            if (found := _CALL.fullmatch(_in_tuple(a.to_python) or a.to_python))
            and "ListTo" in found["function"]
        }
        self._payload = plan.payload.expression if plan.payload else plan.releases
        self._payload = (self._payload or _payload_in(plan)).removeprefix(IN_PREFIX)
        self.arguments = [self._make(parameter, parameter.name) for parameter in callback.parameters]

    def _make(self, member: Parameter | IrField, expression: str) -> Any:
        """Make the C value of a parameter or field, and note what Python is to see."""
        core, ctype = self._bench.core, member.type
        if expression == self._payload:
            address = self._given or self._bench.payload_of(self._plan)
            self.values[expression] = self._bench.payloads.get(address)
            return address
        if isinstance(ctype, CallbackType):
            return self._lend_function(ctype.name)
        if self._is_output(ctype):
            return self._make_output(member.name, ctype)
        seen, raw = self._value(ctype, member.name, expression)
        match ctype:
            case PointerType(StructType(struct)):
                fields = core.layouts.structs[struct].fields
                made = {f.name: self._make(f, f"{expression}->{f.name}") for f in fields}
                raw = core.memory.lend_object(core.layouts.struct(struct)(**made))
        self.values[expression] = seen
        if seen == "a handle":
            self.addresses[expression] = raw
        return raw

    def _value(self, ctype: CType, name: str, expression: str) -> tuple[Any, Any]:
        memory = self._bench.core.memory
        text = f"{name}: ünï\udcff"
        match ctype:
            case EnumType(enum):
                known = self._bench.core.layouts.enums[enum].enumerators
                value = self._chosen.get(expression, known[0].value)
                return value, value
            case IntegerType() if name.endswith("Count") or expression in self._counts:
                return _COUNT, _COUNT
            case IntegerType() if name.lower().endswith("size"):
                return len(b"\0\xff body"), len(b"\0\xff body")
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
                return b"\0\xff body", memory.lend(b"\0\xff body")
            case PointerType(VoidType() | StructType()):
                return None, None
        return "a handle", self._bench.core.new_handle()

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
        """Make what the plugin is to fill; memory that the core has made is there already."""
        assert isinstance(ctype, PointerType)
        target = self._bench.core.layouts.of(ctype.pointee)()
        self.outputs[name] = target
        if isinstance(ctype.pointee, StructType):
            target.data, target.size = self._bench.core.memory.lend(bytes(_ROOM)), _ROOM
            self.values[f"{name}->size"] = _ROOM
        return self._bench.core.memory.lend_object(target)

    def _lend_function(self, name: str) -> int | None:
        """Make a function of the core that remembers how it was called."""
        if self._lent is not None:
            return self._lent

        def function(*arguments: Any) -> int | None:
            self.lent_calls.append((name, self._read(name, arguments)))
            return self.lent_result

        made = self._bench.core.layouts.prototype(name)(function)
        self._kept.append(made)
        return ctypes.cast(made, ctypes.c_void_p).value

    def _read(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        """Read what a function of the core got, while it is there."""
        types = [p.type for p in self._bench.core.layouts.callbacks[name].parameters]
        return tuple(
            read_text(a) if t == TEXT else read_bytes(a, arguments[i + 1]) if t == BYTES else a
            for i, (t, a) in enumerate(zip(types, arguments, strict=True))
        )

    def expected(self) -> tuple[list[Any], dict[str, Any]]:
        """Return the positional arguments and those by name that the plan promises."""
        passed = [a for a in self._plan.arguments if a.condition is None or self._holds(a.condition)]
        return (
            [self._python(a) for a in passed if not a.keyword],
            {a.name: self._python(a) for a in passed if a.keyword},
        )

    def _holds(self, condition: str) -> bool:
        values = {
            enumerator.name: enumerator.value
            for enum in self._bench.header.enums
            for enumerator in enum.enumerators
        }
        parts = [part.strip("()") for part in condition.split(" && ") if not part.startswith("Core::Has")]
        present = [part for part in parts if part.endswith(" != nullptr")]
        tests = [test.split(" == ") for part in parts if part not in present for test in part.split(" || ")]
        if not all(self._at(part.removesuffix(" != nullptr")) for part in present):
            return False
        return not tests or any(self._at(left) == values[right] for left, right in tests)

    def _at(self, expression: str) -> Any:
        return self.values[expression.removeprefix(IN_PREFIX)]

    def _python(self, plan: CallbackArgumentPlan) -> Any:
        array = _in_tuple(plan.to_python)
        if array:
            return tuple(self._python(dataclasses.replace(plan, to_python=array)))
        found = _CALL.fullmatch(plan.to_python)
        assert found, f"the tests can't read: {plan.to_python}"
        function = found["function"]
        places = [re.sub(r"static_cast<.*>\((.*)\)", r"\1", part) for part in found["arguments"].split(", ")]
        values = [self._at(place) for place in places if place]
        match function:
            case "TextToPython" | "OptionalTextToPython" | "IntegerToPython":
                return values[0]
            case "BytesToPython":
                return values[0]
            case "TextListToPython" | "IntegerListToPython":
                return list(values[1])
            case "Payload::ToPython":
                return values[0]
            case "PyFloat_FromDouble":
                return values[0]
            case "TextDictToPython":
                return dict(zip(values[1], values[2], strict=True))
            case "PyBool_FromLong":
                return bool(values[0])
        owner, _, method = function.rpartition(".")
        if owner.startswith("enums::k"):
            enum = getattr(self._bench.orthanc, owner.removeprefix("enums::k"))
            known = values[0] in list(enum)
            if method == "NameToPython":
                return enum(values[0]).name if known else str(values[0])
            return enum(values[0]) if known else values[0]
        assert owner.startswith("out_"), f"the tests can't read: {plan.to_python}"
        return HandleOf(getattr(self._bench.orthanc, plan.annotation.removesuffix(" | None")))


def _in_tuple(to_python: str) -> str:
    """Return the C++ of the list that becomes a tuple; nothing for other values."""
    found = _CALL.fullmatch(to_python)
    return found["arguments"] if found and found["function"] == "TupleOf" else ""


def _payload_in(plan: CallbackPlan) -> str:
    """Return the C++ of the payload that a callable gets as an argument."""
    found = [_CALL.fullmatch(a.to_python) for a in plan.arguments if "Payload::" in a.to_python]
    return found[0]["arguments"] if found and found[0] else ""


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
