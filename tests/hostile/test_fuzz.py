"""Mutated headers: each is generated from, or refused with file and line; none hangs or fails otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from .mutations import mutate, seeds
from .rounds import in_rounds
from .target import Outcome, survive

_SEEDS = seeds()
_BUDGET = 10  # seconds, after which the remaining inputs are not tried


@pytest.mark.parametrize("group", ["small", "interface"])
def test_mutated_headers(group: str, record_property: Callable[[str, object], None]) -> None:
    names = ["interface"] if group == "interface" else sorted(_SEEDS.keys() - {"interface"})
    others = [text for text, _ in _SEEDS.values()]
    outcomes: Counter[Outcome] = Counter()

    def try_one(data: st.DataObject) -> None:
        text, annotations = _SEEDS[data.draw(st.sampled_from(names))]
        outcomes[survive(mutate(data.draw, text, others), annotations)] += 1

    in_rounds(st.data(), try_one, seconds=_BUDGET)
    record_property("inputs", {outcome.value: count for outcome, count in outcomes.items()})
    print(f"{group}: {sum(outcomes.values())} inputs, {dict(outcomes)}")
    assert min(outcomes[outcome] for outcome in Outcome) > 0


@pytest.mark.parametrize("name", sorted(_SEEDS))
def test_seeds_are_generated(name: str) -> None:
    text, annotations = _SEEDS[name]
    assert survive(text, annotations) is Outcome.GENERATED
