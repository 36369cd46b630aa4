"""Scenarios of hostile calls; each runs its share of them in its own process."""

from __future__ import annotations

import functools
import gc
import math
import sys
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from ..harness.bench import Bench
from .callbacks import CallbackFuzzer
from .functions import FunctionFuzzer
from .journal import Journal

_CALLS_PER_EXAMPLE = 6  # on average; determines the number of examples


def explore(strategy: st.SearchStrategy[Any], run: Callable[[Any], None], number: int, examples: int) -> None:
    """Have hypothesis search for an example that fails, starting from a seed."""

    @seed(number)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
    )
    @given(strategy)
    def test(example: Any) -> None:
        run(example)

    test()


def _explore_all(
    journal: Journal,
    subjects: Sequence[tuple[st.SearchStrategy[Any], Callable[[Any], None]]],
    number: int,
    calls: int,
) -> None:
    gc.collect()
    gc.freeze()  # keeps the collections after each example short
    sys.unraisablehook = lambda _unraisable: None  # nasty objects also raise when they are destroyed
    share = math.ceil(calls / len(subjects))
    for place, (strategy, run) in enumerate(subjects):
        end, rounds = journal.calls + share, 0
        while journal.calls < end:
            rounds += 1
            missing = math.ceil((end - journal.calls) / _CALLS_PER_EXAMPLE)
            explore(strategy, run, number + 1000 * place + rounds, max(missing, 10))
    print(f"calls: {journal.calls}")


def functions(bench: Bench, journal: str, part: str, parts: str, number: str, calls: str) -> None:
    """Call every function of one part."""
    notes = Journal(journal)
    fuzzer = FunctionFuzzer(bench, notes)
    mine = bench.plan.every_function[int(part) :: int(parts)]
    subjects = [(fuzzer.strategy(function), functools.partial(fuzzer.run, function)) for function in mine]
    _explore_all(notes, subjects, int(number), int(calls))


def callbacks(bench: Bench, journal: str, part: str, parts: str, number: str, calls: str) -> None:
    """Call every callback of one part."""
    notes = Journal(journal)
    fuzzer = CallbackFuzzer(bench, notes)
    mine = bench.plan.callbacks[int(part) :: int(parts)]
    subjects = [(fuzzer.strategy(kind), functools.partial(fuzzer.run, kind)) for kind in mine]
    _explore_all(notes, subjects, int(number), int(calls))
