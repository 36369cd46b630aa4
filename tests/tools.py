"""The programs by which tests check what was generated: compiler, type checker and Sphinx."""

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
    """Compile generated C++ against the SDK header it came from; what g++ says, nothing if all is well."""
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
    flags += ["-Wno-deprecated-declarations"]  # as the build has it
    own = [runtime_dir() / "module", runtime_dir()]
    system = [str(sdk.parent), sysconfig.get_path("include")]
    command = ["g++", *flags, *(f"-isystem{folder}" for folder in system), *(f"-I{folder}" for folder in own)]
    run = subprocess.run([*command, *map(str, sources)], capture_output=True, text=True, check=False)
    return run.stderr if run.returncode == 0 else f"{run.stderr}\nstatus {run.returncode}"


def type_check(files: Iterable[Path], *, stubs: Path | None = None) -> str:
    """Check types strictly; what mypy says, nothing if all is well."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file", os.devnull]
    cache = ROOT / ".mypy_cache" / "tests"
    cache.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **({"MYPYPATH": str(stubs)} if stubs else {})}
    with FileLock(cache / "lock"):  # the cache has no lock of its own
        run = subprocess.run(
            [*command, "--cache-dir", str(cache), *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    return run.stdout if run.returncode else ""


def docs_objects(source: Path, target: Path) -> dict[str, str]:
    """Build docs with Sphinx, which must not warn; the kind of every Python object in them, by full name."""
    options = ["-q", "--fail-on-warning", "--nitpicky", "--isolated", "--builder", "html"]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    inventory = (target / "objects.inv").read_bytes().split(b"\n", 4)[4]
    rows = (line.split() for line in zlib.decompress(inventory).decode("utf-8").splitlines())
    return {name: kind.removeprefix("py:") for name, kind, *_ in rows if kind.startswith("py:")}
