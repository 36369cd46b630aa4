"""Asks a Python program whether the plugin can use it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .findings import Finding, bad, good

_OLDEST: Final = (3, 11)
_PATIENCE: Final = 20  # seconds
_NO_ANSWER: Final = "cannot be run, or is not a Python"
_FACT: Final = re.compile(r"^orthanc-python: (\w+) (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Python:
    """A Python program, as it describes itself."""

    program: Path
    version: str = ""  # ex) 3.12; empty if it gives no answer
    library: str = ""  # the shared libpython; empty if it has none
    has_gil: bool = True
    failure: str = _NO_ANSWER  # why it gives no answer

    @property
    def flaw(self) -> str | None:
        """Why the plugin cannot use it, and what to do; None if it can."""
        return self.flaw_with("")

    def flaw_with(self, library: str) -> str | None:
        """Why the plugin cannot use it with another libpython than its own, if one is given."""
        if not self.version:
            return self.failure
        if tuple(map(int, self.version.split("."))) < _OLDEST:
            return f"is Python {self.version}, but the plugin needs Python 3.11 or newer"
        if not self.has_gil:
            return "is a free-threaded Python, but the plugin needs one with a GIL"
        if not (library or self.library):
            return (
                f"has no shared libpython: install it (Debian: apt-get install libpython{self.version}; "
                f"pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install {self.version})"
            )
        return self._flaw_of_environment

    @property
    def _flaw_of_environment(self) -> str | None:
        """Why it does not find the packages of its environment, ex) after an upgrade of the system."""
        environment = self.program.parent.parent
        packages = environment / "lib" / f"python{self.version}"
        # os.path.exists() raises no error if a folder is closed to this user.
        if not os.path.exists(environment / "pyvenv.cfg") or os.path.exists(packages):  # noqa: PTH110
            return None
        return (
            f"is Python {self.version}, but its virtual environment has packages of another version only, "
            f"since {packages} does not exist: make the environment again"
        )


def describe(program: Path) -> Python:
    """Run a program to describe itself."""
    facts = _answer(program, "describe_python.py", "-I")
    if isinstance(facts, str):
        return Python(program, failure=facts)
    return Python(program, facts["version"], facts.get("library", ""), facts["gil"] == "yes")


def ask(program: Path, file: str, option: str, *arguments: str) -> dict[str, str] | None:
    """Run a file of this folder, which prints facts, in a program with an option; return the facts."""
    facts = _answer(program, file, option, *arguments)
    return None if isinstance(facts, str) else facts


def _answer(program: Path, file: str, option: str, *arguments: str) -> dict[str, str] | str:
    """Return the facts, or why there are none."""
    command = [str(program), option, str(Path(__file__).with_name(file)), *arguments]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding=sys.getfilesystemencoding(),
            errors=sys.getfilesystemencodeerrors(),
            timeout=_PATIENCE,
            check=False,
        )
    except OSError as error:
        return f"cannot be run: {error.strerror}"
    except subprocess.TimeoutExpired:
        return f"gave no answer within {_PATIENCE} seconds"
    facts = dict(_FACT.findall(done.stdout))
    return facts if "end" in facts else _NO_ANSWER


def check_python(program: Path, reason: str, library: Path | None = None) -> Finding:
    """Report whether the plugin can use a program, and why it would; `library` replaces its libpython."""
    python = describe(program)
    used = "" if library is None else str(library)
    flaw = python.flaw_with(used)
    if flaw is not None:
        return bad(f"{program}, {reason}, {flaw}")
    used = used or python.library
    return good(f"scripts run in Python {python.version} of {program}, {reason}; library {used}")
