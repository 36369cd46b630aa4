"""Calls of the script's callbacks by the core: C arguments from Python values, and the answers in Python.

The description says where each value goes, so there is no code for any one callback.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .description import AnswerType, Argument, CallbackType
from .layout import BYTES, TEXT, pointee_of, read_bytes, read_text
from .memory import encode

if TYPE_CHECKING:
    from types import ModuleType

    from .standin import StandInCore

_LIBC = ctypes.CDLL(None)
_LIBC.free.argtypes = [ctypes.c_void_p]


@dataclass(frozen=True, slots=True)
class Registration:
    """A callback that the script has registered."""

    type: str  # ex) "OrthancPluginRestCallback"
    field: str  # of the request that registered it, ex) "callback"
    address: int
    payload: int  # the object that the core passes back; 0 for none
    request: Mapping[str, Any]  # all fields of that request


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a callback."""

    code: int  # the error code; 0 for success, and for callbacks without one
    answers: Mapping[str, Any]  # by name, ex) {"target": b"…"}
    provided: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)  # calls of the core's functions

    @property
    def value(self) -> Any:
        """The only answer, or None."""
        return next(iter(self.answers.values()), None)


class Call:
    """One call of a callback."""

    def __init__(
        self,
        core: StandInCore,
        module: ModuleType,
        plan: CallbackType,
        registration: Registration,
        values: Mapping[str, Any],
    ) -> None:
        self._core, self._module, self._plan = core, module, plan
        self._registration = registration
        self._values = dict(values)
        self._places: dict[tuple[str, str], Any] = {}  # values in C, by parameter and field
        self._outputs: dict[str, Any] = {}
        self._kept: list[object] = []
        self.provided: list[tuple[str, tuple[Any, ...]]] = []

    def make(self) -> Result:
        """Call the callback on this thread."""
        known = {argument.name for argument in self._plan.arguments}
        if unknown := sorted(self._values.keys() - known):
            raise TypeError(
                f"{self._plan.name} has no argument {unknown[0]!r}; it has {', '.join(sorted(known))}"
            )
        for argument in self._plan.arguments:
            self._place(argument)
        kind = self._core.layouts.description.types[self._plan.c_name]
        arguments = [self._parameter(name, ctype) for name, ctype in kind.parameters]
        raw = self._core.layouts.prototype(self._plan.c_name)(self._registration.address)(*arguments)
        return self._result(raw)

    def _place(self, argument: Argument) -> None:
        """Put the value of an argument, or an empty one, where C expects it."""
        memory, value, places = self._core.memory, self._values.get(argument.name), argument.places
        match argument.kind:
            case "Text":
                raw: list[Any] = [memory.lend(encode("" if value is None else str(value)))]
            case "EnumeratorName":
                known = getattr(self._module, argument.enum)
                raw = [int(known[value]) if isinstance(value, str) else int(value or 0)]
            case "Flag" | "Integer" | "Enumeration":
                raw = [int(value or 0)]
            case "Float":
                raw = [float(value or 0)]
            case "TextArray":
                raw = [memory.lend_texts(list(value or ())), len(value or ())]
            case "TextMapping":
                pairs = dict(value or {})
                raw = [memory.lend_texts(list(pairs)), memory.lend_texts(list(pairs.values())), len(pairs)]
            case "ReceivedBytes":
                data = encode(value) if isinstance(value, str) else bytes(value or b"")
                # NULL for None, which some callbacks distinguish from no bytes
                raw = [None if value is None else memory.lend(data), len(data)]
            case "IntegerArray":
                raw = [self._array(places[0][0], list(value or ())), len(value or ())]
            case _:  # a handle, or the object of the script
                raw = [int(value) if value is not None else None]
        self._places.update(zip(places, raw, strict=True))

    def _array(self, parameter: str, numbers: list[int]) -> int:
        ctype = dict(self._core.layouts.description.types[self._plan.c_name].parameters)[parameter]
        item = pointee_of(ctype)
        assert item is not None
        return self._core.memory.lend_object(
            (self._core.layouts.of(item.type) * max(len(numbers), 1))(*numbers)
        )

    def _parameter(self, name: str, ctype: str) -> Any:
        """Return the C value of a parameter."""
        layouts, pointee = self._core.layouts, pointee_of(ctype)
        if name == self._plan.payload:
            return self._registration.payload
        if ctype in layouts.description.types:
            return self._function(ctype)
        if pointee is None or (pointee.const and not layouts.is_struct(pointee.type)):
            return self._places.get((name, ""), 0)
        if self._is_output(pointee.type, pointee.const):
            return self._output(name, pointee.type)
        if layouts.is_struct(pointee.type):
            fields = {f: v for (parameter, f), v in self._places.items() if parameter == name and f}
            return self._core.memory.lend_object(layouts.struct(pointee.type)(**fields))
        return self._places.get((name, ""))

    def _is_output(self, pointee: str, const: bool) -> bool:
        layouts = self._core.layouts
        return not const and (
            layouts.is_scalar(pointee) or layouts.is_buffer(pointee) or pointee.endswith("*")
        )

    def _output(self, name: str, ctype: str) -> int:
        target = self._core.layouts.of(ctype)()
        if self._core.layouts.is_buffer(ctype):
            target.size = self._places.get((name, "size"), 0)
            target.data = self._core.memory.lend(bytes(target.size)) if target.size else None
        self._outputs[name] = target
        return self._core.memory.lend_object(target)

    def _function(self, name: str) -> int | None:
        """Make a function of the core that records its calls."""
        types = [ctype for _, ctype in self._core.layouts.description.types[name].parameters]

        def function(*arguments: Any) -> int | None:
            read = tuple(
                read_text(a) if t == TEXT else read_bytes(a, arguments[i + 1]) if t == BYTES else a
                for i, (t, a) in enumerate(zip(types, arguments, strict=True))
            )
            self.provided.append((name, read))
            return 0

        made = self._core.layouts.prototype(name)(function)
        self._kept.append(made)
        return ctypes.cast(made, ctypes.c_void_p).value

    def _result(self, raw: Any) -> Result:
        plan = self._plan
        code = raw if plan.result == "Success" else 0
        if plan.result == "AnswerResult" and plan.answers[0].kind == "StatusCode":
            code = raw
        answers: dict[str, Any] = {}
        for answer in plan.answers if code == 0 else ():
            answers[answer.name] = self._filled(answer) if answer.filled else self._returned(answer, raw)
        if plan.result == "GivenResult" and not raw:
            answers = dict.fromkeys(answers)
        if plan.result == "RefusalResult" and raw:  # nothing was filled
            answers = dict.fromkeys(answers, 0)
        return Result(code, answers, self.provided)

    def _returned(self, answer: AnswerType, raw: Any) -> Any:
        return read_text(raw) if answer.kind == "KeptText" else self._scalar(answer, raw)

    def _filled(self, answer: AnswerType) -> Any:
        """Take over an answer that C has written."""
        target, *size = (self._outputs[name] for name in answer.filled)
        match answer.kind:
            case "NewBytes":
                data = ctypes.string_at(target.data, target.size) if target.data else None
                self._core.memory.take_back(target.data)
                return data
            case "FilledBytes":
                return ctypes.string_at(target.data, target.size) if target.size else b""
            case "AllocatedBytes":
                data = ctypes.string_at(target.value, size[0].value) if target.value else b""
                _LIBC.free(target.value)
                return data
            case _:
                return self._scalar(answer, target.value)

    def _scalar(self, answer: AnswerType, raw: Any) -> Any:
        match answer.kind:
            case "Flag":
                return bool(raw)
            case "Enumeration":
                known = getattr(self._module, answer.enum)
                return known(raw) if raw in list(known) else raw
            case _:
                return raw
