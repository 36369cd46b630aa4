"""Scenarios of threads that use one object at once: their calls into a core in C run without the GIL."""

from __future__ import annotations

import contextlib
import gc
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan, ClassPlan
from orthanc_codegen.plan.conversions import Handle

from ..harness.answers import good_answer
from ..harness.bench import Bench
from ..harness.plans import class_of
from ..harness.racing import DATA, Lender, RacingCore, until
from ..harness.serving import maker_of
from ..harness.values import good_arguments
from .handles import plain_methods, threads

_RACE = 0.1  # seconds for each kind of handle, at least
_ROUNDS = 100  # callbacks for each callback type, at least; a busy machine needs longer for them
_SWITCH = 2e-5  # seconds between switches of Python threads; much shorter than the default, to provoke races
_OVER = (
    "is closed",
    "does not support this function",
    "in use",
    "handed over",
)  # the messages for a handle that cannot be used


def _look(handle: Any) -> None:
    """Read the memory that a handle exposes, and check that its object still exists."""
    with memoryview(handle) as view:
        time.sleep(0)
        data = view.tobytes()
    assert data == DATA[: len(data)], f"memory of an object after its end: {data!r}"


def _uses(bench: Bench, cls: ClassPlan) -> list[Callable[[Any], object]]:
    """Return the ways in which threads use a handle of a class."""
    uses: list[Callable[[Any], object]] = [repr]
    for method in plain_methods(cls):
        arguments = [a.python for a in good_arguments(bench, method)]
        uses.append(lambda handle, name=method.name, a=arguments: getattr(handle, name)(*a))  # type: ignore[misc]
    if cls.memory:
        uses.append(_look)
    if cls.container:
        uses += (
            [len, list] if hasattr(getattr(bench.orthanc, cls.name), "__len__") else [lambda h: next(h, None)]
        )
    return uses


class Users:
    """Threads that use the current shared handle in random ways."""

    def __init__(self, uses: list[Callable[[Any], object]]) -> None:
        self._uses = uses
        self._done = threading.Event()
        self.shared: Any = None
        self.served = self.refused = 0

    def work(self) -> None:
        """Use the handle until the end."""
        while not self._done.is_set():
            if self.shared is None:
                time.sleep(0)
                continue
            try:
                random.choice(self._uses)(self.shared)
                self.served += 1
            except (ValueError, BufferError) as error:
                assert any(text in str(error) for text in _OVER), error
                self.refused += 1

    def end(self) -> None:
        """Let the threads end."""
        self._done.set()

    def __repr__(self) -> str:
        return f"{self.served} served, {self.refused} refused"


def _race_a_loan(bench: Bench, core: RacingCore, plan: CallbackPlan, argument: CallbackArgumentPlan) -> int:
    """Let two threads use the borrowed handles of callbacks on two threads of the core while these return."""
    cls = next(c for c in bench.plan.classes if c.name == class_of(argument))
    place = plan.arguments.index(argument)
    users = Users(_uses(bench, cls))
    answer: list[Any] = [None]

    def lent(*arguments: Any, **_named: Any) -> Any:
        users.shared = arguments[place]
        for _ in range(random.randrange(4)):
            time.sleep(0)
        return answer[0]

    rounds: list[int] = []

    def run(address: int) -> None:
        lender = Lender(bench, core)
        for _ in range(2):
            arrival = lender.prepare(plan, address)
        answer[0] = good_answer(bench, plan, arrival)
        with core.serving(), threads(2, users.work), lender.lending():
            try:
                until(
                    lambda: min(users.served, users.refused) > 20 and lender.rounds > _ROUNDS,
                    _RACE,
                    lambda: (plan.name, users, lender.rounds),
                )
            finally:
                users.end()
        rounds.append(lender.rounds)

    if plan.registrar.startswith("Register"):
        run(bench.register(plan.name, lent, *(["/race"] if plan.name == "RestCallback" else [])))
    else:
        bench.register_during(plan, lent, lambda _request, address: run(address))
        bench.core.handlers.clear()
    core.check()
    return rounds[0]


def what_callbacks_lend_races_their_return(bench: Bench) -> None:
    sys.setswitchinterval(_SWITCH)
    core = RacingCore(bench)
    rounds = 0
    for plan in bench.plan.callbacks:
        for argument in plan.borrowed:
            rounds += _race_a_loan(bench, core, plan, argument)
    print(f"{rounds} rounds")
    assert rounds > 0


@contextlib.contextmanager
def _nothing_left(core: RacingCore, cls: ClassPlan) -> Iterator[None]:
    """Check that all objects that are made in the block are freed exactly once."""
    before = core.count("objects_made") - core.count("objects_taken")
    yield
    gc.collect()
    left = core.count("objects_made") - core.count("objects_taken") - before
    assert left == 0, f"{left} objects of {cls.name} were not freed"
    core.check()


def what_scripts_own_races_its_end(bench: Bench) -> None:
    sys.setswitchinterval(_SWITCH)
    core = RacingCore(bench)
    for cls in bench.plan.classes:
        make = maker_of(bench, cls.name) if cls.closable else None
        if make is None:
            continue
        users = Users([*_uses(bench, cls), lambda h: h.Close(), lambda h: h.__exit__(None, None, None)])
        with core.serving(), _nothing_left(core, cls):
            with threads(3, users.work):
                try:
                    begin = time.monotonic()
                    while time.monotonic() < begin + _RACE or min(users.served, users.refused) < 20:
                        users.shared = make()
                        time.sleep(0.0005)
                        assert time.monotonic() < begin + 20, (cls.name, users)
                finally:
                    users.end()
            users.shared = None


def _answered_classes(plan: CallbackPlan) -> list[str]:
    """Return the classes of the handles that a callable returns."""
    return [a.conversion.name for a in plan.result.answers if isinstance(a.conversion, Handle)]


def _race_an_answer(bench: Bench, core: RacingCore, plan: CallbackPlan) -> None:
    """Let two threads use the handles that callbacks return on two threads of the core."""
    (name,) = _answered_classes(plan)
    cls = next(c for c in bench.plan.classes if c.name == name)
    make = maker_of(bench, cls.name)
    assert make is not None
    users = Users([*_uses(bench, cls), lambda h: h.Close()])

    def answer(*_a: Any, **_k: Any) -> Any:
        users.shared = made = make()
        for _ in range(random.randrange(3)):
            time.sleep(0)
        return made

    lender = Lender(bench, core)
    address = bench.register(plan.name, answer)
    for _ in range(2):
        lender.prepare(plan, address)
    with core.serving(), _nothing_left(core, cls):
        with threads(2, users.work), lender.lending():
            try:
                until(lambda: min(users.served, users.refused, lender.given) > 20, 2 * _RACE, lambda: users)
            finally:
                users.end()
        users.shared = None


def what_is_answered_races_its_use(bench: Bench) -> None:
    """The core takes over a handle that a callback returns, or copies it, while other threads use it."""
    sys.setswitchinterval(_SWITCH)
    core = RacingCore(bench)
    plans = [c for c in bench.plan.callbacks if _answered_classes(c)]
    assert plans
    for plan in plans:
        _race_an_answer(bench, core, plan)


def items_of_an_iterator_are_whole(bench: Bench) -> None:
    """Threads that share an iterator receive each item once, with a matching key and value."""
    at, last = [0], 500

    def advance(request: Any) -> int:
        if at[0] > last:
            return 1  # the core fails after the end
        at[0] += 1
        request.fill("done", int(at[0] <= last))  # 1 if there is an item, as in the core
        return 0

    bench.core.on("KeysValuesIteratorNext", advance)
    bench.core.on("KeysValuesIteratorGetKey", lambda r: r.fill("target", f"{at[0]}"))
    bench.core.on("KeysValuesIteratorGetValue", lambda r: r.fill("target", b"%d" % at[0]))
    sys.setswitchinterval(_SWITCH)
    got: list[tuple[str, bytes]] = []

    def body(iterator: Any) -> None:
        def take() -> None:
            for item in iterator:
                got.append(item)  # unlike list.extend(), safe in several threads

        with threads(3, take):
            pass

    bench.lend("KeysValuesIterator", body)
    torn = [item for item in got if item[0].encode() != item[1]]
    assert torn == [], f"{len(torn)} items combine a key and a value of different items"
    numbers = sorted(int(key) for key, _ in got)
    wrong = set(numbers).symmetric_difference(range(1, last + 1))
    assert len(numbers) == last and not wrong, f"{len(numbers)} items, missing or extra: {sorted(wrong)[:10]}"
