"""The CPythons of this machine that the plugin can use, identified by running each of them."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen import pythons

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Python:
    """A CPython with a shared library."""

    version: str  # ex) 3.12
    program: Path
    library: Path

    @property
    def prefix(self) -> Path:
        """The prefix of its installation, ex) /usr."""
        return self.program.resolve().parents[1]

    def make_environment(self, folder: Path, *places: Path) -> Path:
        """Make a virtual environment that imports packages only from `places`."""
        command = [str(self.program), "-m", "venv", "--without-pip", str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": ""}, stdout=subprocess.DEVNULL)
        packages = folder / "lib" / f"python{self.version}" / "site-packages"
        (packages / "places.pth").write_text("".join(f"{place}\n" for place in places), encoding="utf-8")
        return folder


def _programs() -> Iterator[Path]:
    """Yield candidates: in the PATH, in pyenv's folders, and in the project's own environment."""
    roots = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    roots += sorted(Path.home().glob(".pyenv/versions/*/bin"))
    for folder in roots:
        if "shims" not in folder.parts:  # shims choose a Python by the working directory
            yield from sorted(p for p in folder.glob("python3.*") if re.fullmatch(r"python3\.\d+", p.name))


def describe(program: Path) -> Python | None:
    """Run a program to identify its Python; return None if the plugin cannot use it."""
    python = pythons.describe(program)
    if python is None or python.flaw is not None or python.library is None:
        return None
    return Python(python.version, program, python.library)


@functools.cache
def installed() -> tuple[Python, ...]:
    """Return one Python for each installed version."""
    found: dict[str, Python] = {}
    for program in _programs():
        python = describe(program)
        if python is not None:
            found.setdefault(python.version, python)
    return tuple(found[version] for version in sorted(found, key=lambda v: int(v.split(".")[1])))


@functools.cache
def project() -> Python:
    """Return the Python of the project's environment."""
    program = shutil.which("python", path=str(ROOT / ".venv" / "bin"))
    assert program is not None, ".venv does not exist: run `make setup`"
    python = describe(Path(program))
    assert python is not None
    return python


@functools.cache
def recorded() -> Python:
    """Return the Python that `build` records by default: Debian's, if it is usable."""
    python = describe(pythons.choose(None))
    assert python is not None
    return python


def _main(folders: list[str]) -> None:
    """Print the version, program and library of each Python in folders, or of each installed one."""
    inside = [describe(p) for f in folders for p in sorted(Path(f).glob("python3.??"))]
    for python in inside if folders else installed():
        if python is not None:
            print(python.version, python.program, python.library)


if __name__ == "__main__":
    _main(sys.argv[1:])
