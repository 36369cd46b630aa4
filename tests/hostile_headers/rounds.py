"""Runs hypothesis for a span of time instead of a number of examples, in a reproducible order."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

_Value = TypeVar("_Value")


def in_rounds(
    strategy: st.SearchStrategy[_Value], body: Callable[[_Value], None], *, seconds: float, size: int = 25
) -> None:
    """Try values, `size` in each round, until the time is over."""
    end = time.monotonic() + seconds
    for number in itertools.count():
        if time.monotonic() > end:
            return

        def try_one(value: _Value) -> None:
            body(value)

        chosen = settings(
            max_examples=size, database=None, deadline=None, suppress_health_check=list(HealthCheck)
        )
        seed(number)(chosen(given(strategy)(try_one)))()
