"""Counts instructions with Valgrind. Other work of the machine does not change them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e import packages
from tests.e2e.harness import RunningServer

_RESULTS = "callgrind"
_COST = re.compile(r"\d+ (\d+)$")
_TIMEOUT = 300  # seconds; Valgrind slows a process down by a factor of 50


@dataclass(frozen=True, slots=True)
class Valgrind:
    """An unpacked package valgrind."""

    root: Path

    def command(self, results: Path, *options: str) -> list[str]:
        """Return the first words of a command that writes the instructions of a program to `results`."""
        program = self.root / "usr" / "bin" / "valgrind.bin"
        columns = ("--compress-strings=no", "--compress-pos=no")
        return [str(program), "--tool=callgrind", f"--callgrind-out-file={results}", *columns, *options]

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a process that Valgrind runs, and of commands to it."""
        return {"VALGRIND_LIB": str(self.root / "usr" / "libexec" / "valgrind")}

    def parts(self, command: Sequence[str], folder: Path, function: str) -> list[dict[str, int]]:
        """Run a program; return its instructions before the first call of a function and after each."""
        folder.mkdir()
        counted = [*self.command(folder / _RESULTS, f"--dump-before={function}"), *command]
        variables = {**os.environ, **self.environment}
        _run(counted, variables)
        last = folder / _RESULTS  # its end; the others have numbers
        numbers = range(1, len(list(folder.iterdir())))
        return [*(instructions(folder / f"{_RESULTS}.{number}") for number in numbers), instructions(last)]

    def tell(self, process: int, *command: str) -> None:
        """Give a command to Valgrind in a running process."""
        control = [str(self.root / "usr" / "bin" / "vgdb"), f"--pid={process}", *command]
        _run(control, {**os.environ, **self.environment})


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=_TIMEOUT
    )
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}"


def find_valgrind() -> tuple[Valgrind | None, str]:
    """Fetch Valgrind; the second value is its package, or the reason why there is none."""
    root, said = packages.fetch("valgrind")
    return None if root is None else Valgrind(root), said


def instructions(results: Path) -> dict[str, int]:
    """Return the number of instructions in each object of the process, by the path of its file."""
    counts: dict[str, int] = {}
    object_file = ""
    is_call = False
    for line in results.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("ob="):
            object_file = line[3:]
        elif line.startswith("calls="):
            is_call = True  # the next line has the cost of the callee, which counts where it is spent
        elif (cost := _COST.match(line)) is not None:
            if not is_call:
                counts[object_file] = counts.get(object_file, 0) + int(cost[1])
            is_call = False
    return counts


class CountedServer(RunningServer):
    """A server whose instructions are counted: all, or those within calls of one function."""

    def __init__(
        self,
        valgrind: Valgrind,
        *arguments: Any,
        within: str = "",
        environment: Mapping[str, str],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, environment={**environment, **valgrind.environment}, **options)
        self._valgrind = valgrind
        # Without a function, it runs faster until something is to be counted.
        self._options = (
            ("--collect-atstart=no", f"--toggle-collect={within}") if within else ("--instr-atstart=no",)
        )
        self._parts = 0

    def wait_until_ready(self, timeout: float = _TIMEOUT) -> None:
        """Wait until the server answers."""
        super().wait_until_ready(timeout)

    def _spawn(self, program: Path, folder: Path) -> subprocess.Popen[bytes]:
        command = self._valgrind.command(folder / _RESULTS, *self._options, str(program))
        wrapper = folder / "server"
        wrapper.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
        wrapper.chmod(0o755)
        return super()._spawn(wrapper, folder)

    def count(self, repeat: Callable[[int], object], times: int) -> dict[str, float]:
        """Return the instructions of one repetition, by the path of the object with the code.

        `repeat` does something so and so often. What it does once for all repetitions does not count.
        """
        repeat(2)
        self.since_last()
        repeat(1)
        once = self.since_last()
        repeat(times + 1)
        often = self.since_last()
        return {name: (number - once.get(name, 0)) / times for name, number in often.items()}

    def since_last(self) -> dict[str, int]:
        """Return the instructions since the last call of this method, by the path of the object."""
        assert self._folder is not None and self.pid is not None
        self._valgrind.tell(self.pid, "instrumentation", "on")
        self._valgrind.tell(self.pid, "dump")
        self._parts += 1
        return instructions(Path(self._folder.name) / f"{_RESULTS}.{self._parts}")
