"""Mutated headers: output is generated, or the header is refused with file and line; nothing hangs."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import strategies as st

from .aims import AIMS
from .mutations import mutate
from .results import complaint, is_cpp
from .rounds import in_rounds
from .seeds import WHOLE, seeds
from .target import Outcome, survive

_SEEDS = seeds()
# seconds after which the remaining inputs are skipped
_BUDGET = float(os.environ.get("ORTHANC_FUZZ_SECONDS", "2"))
_KINDS: dict[str, Callable[[str], bool]] = {
    "small": lambda name: not name.startswith(WHOLE),
    "groups of the interface": lambda name: name.startswith(f"{WHOLE}-"),
    "the whole interface": lambda name: name == WHOLE,
}


_CHANGES = min(64, int(12 * _BUDGET))  # to each seed
_GROUPS = sorted(name for name in _SEEDS if name.startswith(f"{WHOLE}-"))
_CHANGED = random.Random(_BUDGET).sample(_GROUPS, min(len(_GROUPS), max(1, int(_BUDGET // 6))))


@pytest.mark.parametrize("kind", _KINDS)
def test_mutated_headers(kind: str, record_property: Callable[[str, object], None]) -> None:
    names = [name for name in sorted(_SEEDS) if _KINDS[kind](name)]
    others = [seed.text for seed in _SEEDS.values()]
    outcomes: Counter[Outcome] = Counter()

    def try_one(data: st.DataObject) -> None:
        seed = _SEEDS[data.draw(st.sampled_from(names))]

        def below(limit: int) -> int:
            return data.draw(st.integers(0, limit - 1))

        outcomes[survive(mutate(below, seed.text, others), seed.annotations)] += 1

    in_rounds(st.data(), try_one, seconds=_BUDGET, size=25 if kind == "small" else 5)
    record_property("inputs", {outcome.value: count for outcome, count in outcomes.items()})
    print(f"{kind}: {sum(outcomes.values())} inputs, {dict(outcomes)}")
    assert min(outcomes[outcome] for outcome in Outcome) > 0


@pytest.mark.parametrize("name", _CHANGED)
def test_what_many_changes_leave_compiles_type_checks_and_is_documented(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Change a seed repeatedly, each target in turn; undo changes that are refused."""
    seed = _SEEDS[name]
    text = seed.text
    kept: list[bytes] = []
    for number in range(_CHANGES):
        aim = [*AIMS.values()][number % len(AIMS)]
        chance = random.Random(f"{name} {number}")
        places = aim.hits(text)
        word = chance.choice(aim.words)
        changed = aim.put(text, chance.choice(places), word)
        try:
            outcome = survive(changed, seed.annotations)
        except Exception as error:
            error.add_note(f"{word!r} was put into {name}, after {kept}")
            raise
        if outcome is Outcome.GENERATED and is_cpp(changed, tmp_path):
            text = changed
            kept.append(word)
    record_property("changes", {"tried": _CHANGES, "kept": len(kept)})
    said = complaint(text, seed.annotations, tmp_path)
    assert not said, f"{name} with {kept}:\n{said}"
    assert len(kept) > _CHANGES / 5


def test_inputs_that_follow_the_coverage(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="there is no atheris for this Python")
    seconds = int(2 * _BUDGET)  # the fuzzer first runs the seeds
    command = [
        sys.executable,
        "-m",
        "tests.hostile_headers.coverage_guided",
        "corpus",
        f"-max_total_time={seconds}",
    ]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [*command, "-seed=1"], cwd=tmp_path, env=environment, capture_output=True, text=True, errors="replace"
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"[-5000:]
    print(re.findall(r"Done .*", done.stderr))
    assert re.search(r"Done [1-9][0-9]+ runs", done.stderr)
