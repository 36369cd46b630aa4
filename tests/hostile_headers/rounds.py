"""Runs hypothesis for a time rather than a number of examples: the same ones every time, as many as fit."""

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
    """Try values in rounds of a size until the time is over."""
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
