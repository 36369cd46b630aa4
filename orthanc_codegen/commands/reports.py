"""Print a report in the form that the user chose."""

from __future__ import annotations

import shutil
import sys
from typing import Protocol

import click

from orthanc_codegen.tables import Table

FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)


class Report(Protocol):
    """A report that has the forms of `FORMAT`."""

    def to_json(self) -> str:
        """Return it as JSON."""

    def to_markdown(self) -> str:
        """Return it as Markdown."""

    def to_table(self) -> Table:
        """Return it as a table for the terminal."""


def print_report(report: Report, form: str) -> None:
    """Print a report."""
    match form:
        case "json":
            click.echo(report.to_json(), nl=False)
        case "markdown":
            click.echo(report.to_markdown(), nl=False)
        case _:
            _print_table(report.to_table())


def _print_table(table: Table) -> None:
    """Print a table: as wide as the terminal, or with one line per row to a pipe or a file."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.secho("\n".join(table.heading(width)), bold=True)
    click.echo("\n".join(table.body(width)))
