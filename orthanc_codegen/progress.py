"""Show the progress of a build: a bar on a terminal, otherwise one line per step."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from orthanc_codegen.build import BuildStep


class BuildProgress:
    """Context manager that shows the steps of a build."""

    def __init__(self, console: Console) -> None:
        self._console = console
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(*columns, console=console, transient=True)
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._bar.stop()

    def __call__(self, step: BuildStep) -> None:
        """Show one step."""
        if self._console.is_terminal:
            total = step.total or None
            self._bar.update(self._task, description=step.text, completed=step.done, total=total)
        else:
            self._console.print(str(step), markup=False, highlight=False, soft_wrap=True)
