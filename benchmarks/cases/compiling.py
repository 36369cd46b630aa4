"""Compiling without a compiler cache: the plugin from nothing, and after a change of one annotation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from orthanc_codegen.lower import annotations as builtin

from ..figures import Row, Series, at_most_value
from ..lab import OURS, Lab

# A function that keeps the GIL, and that will release it: its wrapper changes.
_CHANGED = '  "OrthancPluginGetImageWidth",\n'


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the seconds of two builds, and the files that the second one compiles.

    A quick run omits it: it has built the plugin already.
    """
    if lab.size.scale < 1:
        return
    target, annotations = lab.folder / "build", lab.folder / "annotations.toml"
    text = Path(builtin.__file__).with_name("annotations.toml").read_text(encoding="utf-8")
    assert _CHANGED in text, f"no longer in the annotations: {_CHANGED}"
    annotations.write_text(text, encoding="utf-8")
    whole = _build(target, annotations)
    before = time.time()
    annotations.write_text(text.replace(_CHANGED, "", 1), encoding="utf-8")
    changed = _build(target, annotations)
    compiled = sum(file.stat().st_mtime >= before for file in target.rglob("*.o"))
    shutil.rmtree(target)
    yield Row("compile the plugin from nothing", "s", {OURS: Series((whole,))}, (at_most_value(60, "s"),))
    yield Row("compile after a change of one annotation", "s", {OURS: Series((changed,))})
    only = at_most_value(1, "file")
    yield Row("files compiled after that change", "files", {OURS: Series((float(compiled),))}, (only,))


def _build(target: Path, annotations: Path) -> float:
    """Return the seconds of a build."""
    program = Path(sys.executable).with_name("orthanc-codegen")
    command = [str(program), "build", "--output", str(target), "--annotations", str(annotations)]
    begin = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CCACHE_DISABLE": "1"})
    return time.monotonic() - begin
