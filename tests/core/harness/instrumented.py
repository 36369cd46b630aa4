"""Compiles the C sources of the tests with the same instrumentation as the module."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SANITIZER = os.environ.get("ORTHANC_SANITIZER", "")  # the sanitizer of the build, if any
_FLAGS = {
    "": [],
    "asan": ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
    "tsan": ["-fsanitize=thread"],
}


def build_instrumented(folder: Path, *sources: str) -> Path:
    """Compile sources of this folder into a library in another folder."""
    library = folder / Path(sources[0]).with_suffix(".so").name
    _compile(library, sources, "-shared", "-fPIC")
    return library


def build_program(folder: Path, headers: Path, *sources: str) -> Path:
    """Compile sources of this folder, with the header of the SDK, into a program in another folder."""
    program = folder / Path(sources[0]).stem
    _compile(program, sources, "-isystem", str(headers), "-ldl")
    return program


def _compile(result: Path, sources: tuple[str, ...], *options: str) -> None:
    files = [str(Path(__file__).with_name(source)) for source in sources]
    flags = ["-O0", "-g", "-pthread", *_FLAGS[SANITIZER]]
    subprocess.run(["cc", *flags, "-o", str(result), *files, *options], check=True)
