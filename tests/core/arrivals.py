"""Good C arguments for any callback type, and what the callable is then expected to get, read off the plan."""

from __future__ import annotations

import itertools
import re
from typing import Any

from orthanc_codegen.ir import CType, EnumType, IntegerType, Parameter, PointerType, StructType, VoidType
from orthanc_codegen.ir import Field as IrField
from orthanc_codegen.lower.naming import IN_PREFIX
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan

from .bench import Bench
from .layout import BYTES, TEXT, TEXT_ARRAY
from .memory import encode

_COUNT = 2  # of everything that is counted
_CALL = re.compile(r"(?P<function>[\w:.]+)\((?P<arguments>.*)\)")


class Arrival:
    """One call of a callback by the core: its C arguments, and their values by C expression."""

    def __init__(self, bench: Bench, plan: CallbackPlan, **chosen: int) -> None:
        self._bench = bench
        self._plan = plan
        self._chosen = chosen  # enumerators by C expression, ex) {"method": 1}
        self._numbers = itertools.count(3)
        self.values: dict[str, Any] = {}
        callback = bench.core.layouts.callbacks[plan.c_name]
        self.arguments = [self._make(parameter, parameter.name) for parameter in callback.parameters]

    def _make(self, member: Parameter | IrField, expression: str) -> Any:
        """Make the C value of a parameter or field, and note what Python is to see."""
        core, ctype = self._bench.core, member.type
        seen, raw = self._value(ctype, member.name, expression)
        match ctype:
            case PointerType(StructType(struct)):
                fields = core.layouts.structs[struct].fields
                made = {f.name: self._make(f, f"{expression}->{f.name}") for f in fields}
                raw = core.memory.lend_struct(core.layouts.struct(struct)(**made))
        self.values[expression] = seen
        return raw

    def _value(self, ctype: CType, name: str, expression: str) -> tuple[Any, Any]:
        memory = self._bench.core.memory
        text = f"{name}: ünï\udcff"
        match ctype:
            case EnumType(enum):
                known = self._bench.core.layouts.enums[enum].enumerators
                value = self._chosen.get(expression, known[0].value)
                return value, value
            case IntegerType() if name.endswith("Count"):
                return _COUNT, _COUNT
            case IntegerType() if name.lower().endswith("size"):
                return len(b"\0\xff body"), len(b"\0\xff body")
            case IntegerType():
                number = next(self._numbers)
                return number, number
            case _ if ctype == TEXT:
                return text, memory.lend(encode(text))
            case _ if ctype == TEXT_ARRAY:
                texts = [f"{text} {i}" for i in range(_COUNT)]
                return texts, memory.lend_texts(texts)
            case _ if ctype == BYTES:
                return b"\0\xff body", memory.lend(b"\0\xff body")
            case PointerType(VoidType() | StructType()):
                return None, None
        return "a handle", self._bench.core.new_handle()

    # -- what Python is to get ----------------------------------------------------------------------------------

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
        tests = [test.split(" == ") for test in condition.split(" || ")]
        return any(self._at(left) == values[right] for left, right in tests)

    def _at(self, expression: str) -> Any:
        return self.values[expression.removeprefix(IN_PREFIX)]

    def _python(self, plan: CallbackArgumentPlan) -> Any:
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
            case "TextTupleToPython":
                return tuple(values[1])
            case "TextDictToPython":
                return dict(zip(values[1], values[2], strict=True))
            case "PyBool_FromLong":
                return bool(values[0])
        owner, _, method = function.rpartition(".")
        if owner.startswith("enums::"):
            enum = getattr(self._bench.orthanc, owner.removeprefix("enums::"))
            known = values[0] in list(enum)
            if method == "NameToPython":
                return enum(values[0]).name if known else str(values[0])
            return enum(values[0]) if known else values[0]
        assert owner.startswith("out_"), f"the tests can't read: {plan.to_python}"
        return HandleOf(getattr(self._bench.orthanc, plan.annotation))


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
