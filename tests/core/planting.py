"""Compiles planted.c as the module is compiled for a sanitizer."""

from __future__ import annotations

import subprocess
from pathlib import Path

_FLAGS = {
    "asan": ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
    "tsan": ["-fsanitize=thread"],
}


def build_planted(folder: Path, sanitizer: str) -> Path:
    """Compile the planted bugs into a folder."""
    library = folder / "planted.so"
    source = Path(__file__).with_name("planted.c")
    flags = ["-O0", "-g", "-shared", "-fPIC", "-pthread", *_FLAGS[sanitizer]]
    subprocess.run(["cc", *flags, "-o", str(library), str(source)], check=True)
    return library
