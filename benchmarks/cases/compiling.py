"""The compilation of the plugin from nothing, without a compiler cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..figures import Row, Series, at_most_value
from ..lab import OURS, Lab


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the seconds of one build. A quick run omits it: it has built the plugin already."""
    if lab.size.scale < 1:
        return
    target = lab.folder / "build"
    program = Path(sys.executable).with_name("orthanc-codegen")
    environment = {**os.environ, "CCACHE_DISABLE": "1"}
    begin = time.monotonic()
    subprocess.run(
        [program, "build", "--output", str(target)], check=True, capture_output=True, env=environment
    )
    taken = time.monotonic() - begin
    shutil.rmtree(target)
    yield Row("compile the plugin from nothing", "s", {OURS: Series((taken,))}, (at_most_value(60, "s"),))
