"""Compiles C of the tests as the module is compiled: for a sanitizer, or plainly."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SANITIZER = os.environ.get("ORTHANC_SANITIZER", "")  # which the module was built for
_FLAGS = {
    "": [],
    "asan": ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
    "tsan": ["-fsanitize=thread"],
}


def build_instrumented(folder: Path, *sources: str) -> Path:
    """Compile sources of this folder into another one."""
    library = folder / Path(sources[0]).with_suffix(".so").name
    files = [str(Path(__file__).with_name(source)) for source in sources]
    flags = ["-O0", "-g", "-shared", "-fPIC", "-pthread", *_FLAGS[SANITIZER]]
    subprocess.run(["cc", *flags, "-o", str(library), *files], check=True)
    return library
