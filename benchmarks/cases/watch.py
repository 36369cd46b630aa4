"""`run --watch`: the time from saving a script to the answer of its new version."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from tests.e2e.harness import SAMPLES
from tests.e2e.runs import Run

from ..figures import Row, at_most_value, interleaved
from ..lab import OURS, Lab


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the seconds from the save to the answer, for samples/rest.py and a temporary storage."""
    folder = lab.folder / "watched"
    folder.mkdir()
    script = folder / "rest.py"
    text = (SAMPLES / "rest.py").read_text()
    script.write_text(text)
    with Run(lab.plugin, script, lab.folder / "watch.log", watch=True) as run:
        run.until_answer("/toto", "ok\n")
        answers = iter(range(10**6))

        def save() -> Mapping[str, float]:
            answer = f"version {next(answers)}"
            begin = time.monotonic()
            script.write_text(text.replace('"ok\\n"', f'"{answer}"'))
            run.until_answer("/toto", answer)
            return {"seconds": time.monotonic() - begin}

        saved = interleaved({OURS: save}, lab.size.rounds)
    yield Row("run --watch: save to answer", "s", saved["seconds"], (at_most_value(1.5, "s"),))
