"""Calls every function with wrong arguments, while the core answers wrongly."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from orthanc_codegen.plan import FunctionPlan
from orthanc_codegen.plan.conversions import Callback, Payload

from ..harness.bench import Bench
from ..harness.plans import consumes_its_handle, is_handle_function, takes
from ..harness.values import GoodArgument, with_good_arguments
from .faults import Fault, faults
from .journal import Journal
from .nasty import Scene
from .outcomes import check_error, check_result
from .values import UNREAL, Recipe, wrong

_SHAPES = (*["by position"] * 4, *["by name"] * 3, "mixed", "too many", "too few", "unknown", "twice")
_MOST_CALLS = 16  # of one example


@dataclass(frozen=True)
class Call:
    """One call: its wrong arguments, how they are passed, and the fault of the core."""

    wrong: dict[int, Recipe]
    shape: str
    fault: Fault

    @property
    def is_absurd(self) -> bool:
        """Whether it may need more memory than the machine has."""
        names = {f"{size} bytes" for size in UNREAL} | {"raise MemoryError"}
        return self.fault.is_absurd or any(recipe.name in names for recipe in self.wrong.values())


def calls_of(function: FunctionPlan, codes: list[int]) -> st.SearchStrategy[list[Call]]:
    """Return a strategy for sequences of calls of one function, on one object."""
    each = [wrong(argument.conversion) for argument in function.arguments]
    chosen: list[st.SearchStrategy[dict[int, Recipe]]] = [st.just({})]
    chosen += [st.fixed_dictionaries({i: values}) for i, values in enumerate(each)]
    if len(each) > 1:
        chosen.append(st.fixed_dictionaries({}, optional=dict(enumerate(each))))
    call = st.builds(Call, st.one_of(chosen), st.sampled_from(_SHAPES), faults(codes))
    return st.lists(call, min_size=1, max_size=_MOST_CALLS)


def passed(shape: str, names: list[str], values: list[Any]) -> tuple[list[Any], dict[str, Any]]:
    """Arrange values as positional and keyword arguments; some shapes are invalid for any function."""
    named = dict(zip(names, values, strict=True))
    half = len(values) // 2
    match shape:
        case "by name":
            return [], named
        case "mixed":
            return values[:half], dict(list(named.items())[half:])
        case "too many":
            return [*values, None], {}
        case "too few":
            return values[:-1], {}
        case "unknown":
            return values, {"\udcff%s": None}
        case "twice":
            return values, dict(list(named.items())[:1])
    return values, {}


class FunctionFuzzer:
    """Makes the calls, and checks the outcome of each."""

    def __init__(self, bench: Bench, journal: Journal) -> None:
        self._bench = bench
        self._journal = journal
        self._codes = sorted(int(code) for code in bench.orthanc.ErrorCode)
        self._consumers = {_service_of(bench, f) for f in _methods(bench) if consumes_its_handle(f)}

    def strategy(self, function: FunctionPlan) -> st.SearchStrategy[list[Call]]:
        """Return a strategy for sequences of calls of a function."""
        return calls_of(function, [code for code in self._codes if code != 0])

    def run(self, function: FunctionPlan, calls: list[Call]) -> None:
        """Make a sequence of calls on one object; afterwards nothing may be left over."""
        bench, owed = self._bench, list[int]()
        mark = bench.core.memory.mark()

        def on(target: Any) -> None:
            body = lambda good: self._make_all(function, calls, target, good, owed)  # noqa: E731
            with_good_arguments(bench, function, body)

        if function.bound_self is None:
            on(bench.orthanc)
        else:
            needs = function.c_name if is_handle_function(function) else ""
            bench.lend(function.bound_self.handle.name, on, needs)
        self._settle(owed)
        if takes(function, Callback, Payload):
            bench.detach()  # frees every slot
            bench.attach()
        bench.core.memory.forget(mark)

    def _make_all(
        self,
        function: FunctionPlan,
        calls: list[Call],
        target: Any,
        good: list[GoodArgument],
        owed: list[int],
    ) -> None:
        method = getattr(target, function.name)
        names = [argument.name for argument in function.arguments]
        for call in calls:
            self._journal.note(function.qualified_name, call)
            scene = Scene(self._bench, target)
            values = [argument.python for argument in good]
            for index, recipe in call.wrong.items():
                values[index] = recipe.make(scene)
            positional, named = passed(call.shape, names, values)
            self._bench.core.default = call.fault.handler(scene, owed)
            failed: BaseException | None
            try:
                result = method(*positional, **named)
            except BaseException as error:
                error.__traceback__ = None  # a traceback would keep the values alive
                failed, result = error, None
            else:
                failed = None
            finally:
                self._bench.core.default = None
            if failed is None:
                check_result(self._bench, function, result)
            else:
                check_error(self._bench, function, failed, absurd=call.is_absurd)

    def _settle(self, owed: list[int]) -> None:
        """Check that the module freed everything exactly once."""
        core = self._bench.core
        consumed = {v for r in core.requests if r.service in self._consumers for v in r.fields.values()}
        if set(owed) - set(core.freed) - consumed:
            gc.collect()
        lost = set(owed) - set(core.freed) - consumed
        problems = [*core.problems, *core.memory.mistakes]
        if lost:
            problems.append(f"handles that were given and not freed: {lost}")
        if len(set(core.freed)) != len(core.freed):
            problems.append("a handle was freed twice")
        if core.memory.outstanding:
            problems.append(f"{core.memory.outstanding} blocks of memory were given and not freed")
        core.problems.clear()
        core.forget()
        assert not problems, "\n".join(problems)


def _methods(bench: Bench) -> list[FunctionPlan]:
    return [method for cls in bench.plan.classes for method in cls.methods]


def _service_of(bench: Bench, function: FunctionPlan) -> str:
    services = {f.name: f.service or "" for f in bench.header.functions}
    return services[function.c_name].removeprefix("_OrthancPluginService_")
