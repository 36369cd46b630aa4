"""Coverage-guided fuzzing: ``python -m tests.hostile_headers.coverage_guided FOLDER``.

The folder holds the corpus, which is filled with the seeds if it is empty. Further options are
libFuzzer's, ex) ``-max_total_time=600``. A failing input is saved as ``crash-…`` in the working directory.
A sample of the generated output is compiled, type-checked and documented.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["orthanc_codegen"]):
    from orthanc_codegen.lower import Annotations

    from .mutations import mutate
    from .results import complaint, is_cpp
    from .seeds import WHOLE, annotations_for, seeds
    from .target import SECONDS, Outcome, examine

# Without the seed of the whole interface header: its groups are ten times as fast, and other tests use it.
_TEXTS = [seed.text for name, seed in seeds().items() if name != WHOLE]
_SAMPLE = 20  # one of this many results is checked
_outcomes: Counter[Outcome] = Counter()
_checked: Counter[str] = Counter()


def try_one(data: bytes) -> None:
    """Run everything on one input."""
    annotations = annotations_for(data)
    outcome = examine(data, annotations)
    _outcomes[outcome] += 1
    if outcome is Outcome.GENERATED and _outcomes[outcome] % _SAMPLE == 0:
        _check(data, annotations)
    if sum(_outcomes.values()) % 100 == 0:
        told = {outcome.value: count for outcome, count in _outcomes.items()}
        print(f"{sum(_outcomes.values())} inputs: {told}, {dict(_checked)}", flush=True)


def _check(data: bytes, annotations: Annotations) -> None:
    with tempfile.TemporaryDirectory(prefix="orthanc-codegen-fuzz-") as name:
        if is_cpp(data, Path(name)):
            said = complaint(data, annotations, Path(name))
            assert not said, said
            _checked["checked"] += 1
        else:
            _checked["no C++ by itself"] += 1


def change(data: bytes, largest: int, number: int) -> bytes:
    """Mutate an input by tokens or, one time in eight, by bytes as libFuzzer does."""
    chance = random.Random(number)
    if chance.randrange(8) == 0:
        return bytes(atheris.Mutate(data, largest))
    return mutate(chance.randrange, data, _TEXTS)[:largest]


def main() -> None:
    """Fuzz until the time is over, or an input fails."""
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, text in enumerate(_TEXTS):
            (corpus / f"seed{number}.h").write_bytes(text)
    largest = max(map(len, _TEXTS))
    options = [f"-timeout={5 * SECONDS}", f"-max_len={largest}", "-rss_limit_mb=4096", "-len_control=0"]
    options += ["-mutate_depth=1"]  # few at a time: one invalid change is enough for a refusal
    atheris.Setup([*sys.argv, *options], try_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
