"""Mutated headers: each is generated from, or refused with file and line; none hangs or fails otherwise."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import strategies as st

from .mutations import mutate, seeds
from .rounds import in_rounds
from .target import Outcome, survive

_SEEDS = seeds()
_BUDGET = 8  # seconds, after which the remaining inputs are not tried


@pytest.mark.parametrize("group", ["small", "interface"])
def test_mutated_headers(group: str, record_property: Callable[[str, object], None]) -> None:
    names = ["interface"] if group == "interface" else sorted(_SEEDS.keys() - {"interface"})
    others = [text for text, _ in _SEEDS.values()]
    outcomes: Counter[Outcome] = Counter()

    def try_one(data: st.DataObject) -> None:
        text, annotations = _SEEDS[data.draw(st.sampled_from(names))]

        def below(limit: int) -> int:
            return data.draw(st.integers(0, limit - 1))

        outcomes[survive(mutate(below, text, others), annotations)] += 1

    in_rounds(st.data(), try_one, seconds=_BUDGET, size=5 if group == "interface" else 25)
    record_property("inputs", {outcome.value: count for outcome, count in outcomes.items()})
    print(f"{group}: {sum(outcomes.values())} inputs, {dict(outcomes)}")
    assert min(outcomes[outcome] for outcome in Outcome) > 0


def test_inputs_that_follow_the_coverage(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="there is no atheris for this Python")
    command = [sys.executable, "-m", "tests.hostile.coverage_guided", "corpus", f"-max_total_time={_BUDGET}"]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [*command, "-seed=1"], cwd=tmp_path, env=environment, capture_output=True, text=True, errors="replace"
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"[-5000:]
    print(re.findall(r"Done .*", done.stderr))
    assert re.search(r"Done [1-9][0-9]+ runs", done.stderr)


@pytest.mark.parametrize("name", sorted(_SEEDS))
def test_seeds_are_generated(name: str) -> None:
    text, annotations = _SEEDS[name]
    assert survive(text, annotations) is Outcome.GENERATED
