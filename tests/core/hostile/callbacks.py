"""Calls every callback with odd arguments; the callable returns or raises anything, or misbehaves."""

from __future__ import annotations

import contextlib
import ctypes
import gc
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from orthanc_codegen.ir import CType, EnumType, FloatType, IntegerType, PointerType, VoidType
from orthanc_codegen.plan import CallbackPlan, Place
from orthanc_codegen.plan.callbacks import RaisedCode
from orthanc_codegen.plan.conversions import AllocatedBytes, Handle, NewBytes, NewPayload

from ..harness.answers import failing_result, good_answer
from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.layout import BYTES, TEXT, TEXT_ARRAY
from ..harness.serving import release_of
from .faults import Fault, faults
from .journal import Journal
from .nasty import ACTS, Scene
from .values import ANYTHING, NASTY, Recipe, wrong

_MOST_CALLS = 10  # of one example
_TEXTS = (None, b"", b"\xff\xfe\xc0\x80", b"\xed\xa0\x80", b"/%s" * 300, "ünï".encode())
_NUMBERS = (0, 1, 2**31 - 1, 2**32 - 1, 2**63, 2**64 - 1)
GOOD = Recipe("a good answer", lambda _scene: None)


@dataclass(frozen=True)
class Turn:
    """One call: the core's arguments, the callable's acts and answer, and the core's fault meanwhile."""

    text: bytes | None  # replaces each text
    number: int | None  # replaces each number; None keeps valid ones
    act: str
    answer: tuple[Recipe, ...]
    fault: Fault


class OddArrival(Arrival):
    """A call with NULL, invalid UTF-8, and empty arrays."""

    def __init__(self, bench: Bench, plan: CallbackPlan, turn: Turn) -> None:
        self._turn = turn
        super().__init__(bench, plan)

    def _value(self, ctype: CType, place: Place) -> tuple[Any, Any]:
        if self._turn.number is None:
            return super()._value(ctype, place)
        memory, name = self._bench.core.memory, place.field or place.parameter
        match ctype:
            case IntegerType() if place in self._counts or name.lower().endswith(("count", "size")):
                return 0, 0
            case EnumType():
                return None, self._turn.number % 2**31
            case IntegerType(bits=bits):
                return None, self._turn.number % 2**bits
            case FloatType():
                return None, float("nan")
            case _ if ctype == TEXT:
                return None, None if self._turn.text is None else memory.lend(self._turn.text)
            case _ if ctype in (TEXT_ARRAY, BYTES):
                return None, None
            case PointerType(VoidType() | IntegerType(), const=True):
                return None, None
        return super()._value(ctype, place)


def turns_of(kind: CallbackPlan, codes: list[int]) -> st.SearchStrategy[list[Turn]]:
    """Return a strategy for sequences of calls of one callback."""
    anything = st.sampled_from(ANYTHING + NASTY)
    each = [st.one_of(st.just(GOOD), wrong(answer.conversion)) for answer in kind.result.answers]
    answers = [st.tuples(anything), st.tuples(), st.tuples(anything, anything, anything, anything)]
    answers += [st.tuples(*each[:length]) for length in range(1, len(each) + 1)] * 3
    turn = st.builds(
        Turn,
        st.sampled_from(_TEXTS),
        st.one_of(st.none(), st.sampled_from(_NUMBERS)),
        st.one_of(st.just("nothing"), st.sampled_from(sorted(ACTS))),
        st.one_of(answers),
        faults(codes),
    )
    return st.lists(turn, min_size=1, max_size=_MOST_CALLS)


class CallbackFuzzer:
    """Makes the calls, and checks the outcome of each."""

    def __init__(self, bench: Bench, journal: Journal) -> None:
        self._bench = bench
        self._journal = journal
        self._codes = [int(code) for code in bench.orthanc.ErrorCode if int(code) != 0]

    def strategy(self, kind: CallbackPlan) -> st.SearchStrategy[list[Turn]]:
        """Return a strategy for sequences of calls of a callback."""
        return turns_of(kind, self._codes)

    def run(self, kind: CallbackPlan, turns: list[Turn]) -> None:
        """Make a sequence of calls; afterwards nothing may be left over."""
        bench, owed = self._bench, list[int]()
        mark = bench.core.memory.mark()
        player = _Player(bench, kind, owed)

        def serve(address: int) -> None:
            for turn in turns:
                self._journal.note(kind.name, turn)
                player.play(turn, address)

        if kind.registrar.startswith(("Register", "CreateJob")):
            serve(bench.register(kind.name, player.call, *(["/x"] if kind.name == "RestCallback" else [])))
        else:
            player.is_during = True
            with contextlib.suppress(BaseException):  # the call raises the exception of the callable
                bench.register_during(kind, player.call, lambda _request, address: serve(address))
            bench.core.handlers.clear()
        if bench.is_deferred(kind):
            bench.until(lambda: player.calls == len(turns))
        self._settle(player)
        bench.detach()  # frees all slots and payloads
        bench.attach()
        bench.core.memory.forget(mark)

    def _settle(self, player: _Player) -> None:
        core = self._bench.core
        player.scene.kept.clear()
        player.use_afterwards()
        if set(player.owed) - set(core.freed) - set(core.handed_over):
            gc.collect()
        problems = [*player.problems, *core.problems, *core.memory.mistakes]
        lost = set(player.owed) - set(core.freed) - set(core.handed_over)
        if lost:
            problems.append(f"handles that were given and not freed: {lost}")
        if len(set(core.freed)) != len(core.freed) or set(core.freed) & set(core.handed_over):
            problems.append("a handle was freed twice")
        if core.memory.outstanding:
            problems.append(f"{core.memory.outstanding} blocks of memory were given and not freed")
        core.problems.clear()
        core.handed_over.clear()
        core.forget()
        self._bench.payloads.clear()
        assert not problems, "\n".join(problems)


class _Player:
    """The callable, and the core that calls it."""

    def __init__(self, bench: Bench, kind: CallbackPlan, owed: list[int]) -> None:
        self._bench = bench
        self._kind = kind
        self.owed = owed
        self.scene = Scene(bench)
        self.problems: list[str] = []
        self._turn: Turn | None = None
        self._arrival: Any = None
        self._raised = False
        self._handles: list[Any] = []
        self.calls = 0
        self.is_during = False  # whether a call of the script raises the exception of the callable

    def play(self, turn: Turn, address: int) -> None:
        """Call the callback, and take ownership of its answers."""
        bench, kind = self._bench, self._kind
        arrival = OddArrival(bench, kind, turn)
        self._turn, self._arrival, self._raised = turn, arrival, False
        bench.core.log.clear()
        bench.core.default = turn.fault.handler(self.scene, self.owed)
        try:
            result = bench.fire(kind.name, address, *arrival.arguments)
        finally:
            bench.core.default = None
        if not bench.is_deferred(kind):
            self._check(result)
        self._take(arrival, result)

    def call(self, *args: Any, **_kwargs: Any) -> Any:
        """Act as the callable of the script."""
        self._raised = True  # until it returns
        try:
            return self._act(args)
        finally:
            self.calls += 1

    def _act(self, args: tuple[Any, ...]) -> Any:
        turn, scene = self._turn, self.scene
        assert turn is not None
        scene.target = next((a for a in args if hasattr(type(a), "Close")), None)
        self._handles[:] = [a for a in args if type(a).__module__ == "orthanc"]
        for handle in self._handles:
            if type(handle).__name__ == "RestOutput" and turn.act == "nothing":
                handle.AnswerBuffer(b"ok", "text/plain")
        ACTS[turn.act](scene)
        made = tuple(self._make(recipe, i) for i, recipe in enumerate(turn.answer))
        self._raised = False
        return None if not made else made[0] if len(made) == 1 else made

    def _make(self, recipe: Recipe, place: int) -> Any:
        if recipe is not GOOD:
            return recipe.make(self.scene)
        good = good_answer(self._bench, self._kind, self._arrival)
        return good[place] if isinstance(good, tuple) and place < len(good) else good

    def _check(self, result: Any) -> None:
        """Check that the core received the failure, and that the log states the reason."""
        failing = failing_result(self._bench, self._kind)
        told = self.call.__qualname__ in self._bench.core.logged("error")
        expected = result == failing or (not result and failing is None)
        if isinstance(self._kind.result.failure, RaisedCode):  # an OrthancException has its own code
            expected = result != 0
        if self._raised and not ((told or self.is_during) and expected):
            self.problems.append(f"an exception that became {result}; the log has {self._bench.core.log}")
        if told and not expected:
            self.problems.append(f"a failure that became {result}; the log has {self._bench.core.log}")

    def use_afterwards(self) -> None:
        """Check that the borrowed handles are closed."""
        for handle in self._handles:
            methods = [n for n in dir(handle) if not n.startswith("_")]
            for name in methods if "borrowed" in repr(handle) else ():
                self.problems.append(f"{handle} still has {name}()")
        self._handles.clear()
        self._turn = self._arrival = None

    def _take(self, arrival: Arrival, result: Any) -> None:
        """Take ownership of the answers: free memory, keep handles, release payloads."""
        core = self._bench.core
        for answer in self._kind.result.answers:
            target = arrival.outputs[answer.filled[0]] if answer.filled else None
            match answer.conversion:
                case NewBytes() if target is not None:
                    core.memory.take_back(target.data if core.memory.is_given(target.data) else None)
                case AllocatedBytes() if target is not None and target.value:
                    ctypes.CDLL(None).free(ctypes.c_void_p(target.value))
                case Handle():
                    given = result if target is None else target.value
                    core.handed_over += [given] if given else []
                case NewPayload():
                    payload = result if target is None else target.value
                    release = release_of(self._bench)
                    if payload and release:  # some payloads have no release function
                        ctypes.CFUNCTYPE(None, ctypes.c_void_p)(release)(payload)
