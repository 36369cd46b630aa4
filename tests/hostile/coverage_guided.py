"""Fuzzing that follows the coverage, with atheris: ``python -m tests.hostile.coverage_guided CORPUS``.

The options behind the folder are libFuzzer's, ex) ``-max_total_time=600``. What fails is left as a file
``crash-…`` in the working directory. The corpus is made of the headers when it is empty.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["orthanc_codegen"]):
    from .building import NOBODY
    from .mutations import mutate, seeds
    from .target import SECONDS, examine

_TEXTS = [text for text, _ in seeds().values()]
_outcomes: Counter[str] = Counter()


def try_one(data: bytes) -> None:
    """Do everything with one input."""
    _outcomes[examine(data, NOBODY).value] += 1
    if sum(_outcomes.values()) % 100 == 0:
        print(f"{sum(_outcomes.values())} inputs: {dict(_outcomes)}", flush=True)


def change(data: bytes, largest: int, number: int) -> bytes:
    """Change an input by tokens, or, one time in four, by bytes as libFuzzer does."""
    chance = random.Random(number)
    if chance.randrange(4) == 0:
        return bytes(atheris.Mutate(data, largest))
    return mutate(chance.randrange, data, _TEXTS)[:largest]


def main() -> None:
    """Fuzz until the time is over, or something fails."""
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, text in enumerate(_TEXTS):
            (corpus / f"seed{number}.h").write_bytes(text)
    largest = max(map(len, _TEXTS))
    options = [f"-timeout={SECONDS}", f"-max_len={largest}", "-rss_limit_mb=4096", "-len_control=0"]
    atheris.Setup([*sys.argv, *options], try_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
