"""Checks of generated output: compiler, type checker and Sphinx."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from filelock import FileLock

from orthanc_codegen.resources import runtime_dir

ROOT = Path(__file__).resolve().parents[1]

OFFICIAL_HEADER = Path("/usr/include/orthanc/OrthancCPlugin.h")  # Debian package orthanc-dev


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, by relative path."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def compile_cpp(sources: Iterable[Path], header: bytes, work: Path) -> str:
    """Compile generated C++ with its SDK header; return the output of g++, empty on success."""
    sdk = work / "sdk" / "orthanc"
    sdk.mkdir(parents=True, exist_ok=True)
    (sdk / "OrthancCPlugin.h").write_bytes(header)
    flags = [
        "-std=c++17",
        "-fsyntax-only",
        "-Wall",
        "-Wextra",
        "-Wconversion",
        "-Wsign-conversion",
        "-Werror",
    ]
    flags += ["-Wno-deprecated-declarations"]  # as in the build
    own = [runtime_dir() / "module", runtime_dir()]
    system = [str(sdk.parent), sysconfig.get_path("include")]
    command = ["g++", *flags, *(f"-isystem{folder}" for folder in system), *(f"-I{folder}" for folder in own)]
    run = subprocess.run([*command, *map(str, sources)], capture_output=True, text=True, check=False)
    return run.stderr if run.returncode == 0 else f"{run.stderr}\nstatus {run.returncode}"


def type_check(files: Iterable[Path], *, stubs: Path | None = None) -> str:
    """Check types strictly; return the output of mypy, empty on success."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file", os.devnull]
    cache = ROOT / ".mypy_cache" / "tests"
    cache.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **({"MYPYPATH": str(stubs)} if stubs else {})}
    with FileLock(cache / "lock"):  # mypy does not lock its cache
        run = subprocess.run(
            [*command, "--cache-dir", str(cache), *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    return run.stdout if run.returncode else ""


def docs_objects(source: Path, target: Path) -> dict[str, str]:
    """Build docs with Sphinx without warnings; return the kind of each Python object, by full name."""
    options = ["-q", "--fail-on-warning", "--nitpicky", "--isolated", "--builder", "html"]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    inventory = (target / "objects.inv").read_bytes().split(b"\n", 4)[4]
    rows = (line.split() for line in zlib.decompress(inventory).decode("utf-8").splitlines())
    return {name: kind.removeprefix("py:") for name, kind, *_ in rows if kind.startswith("py:")}
