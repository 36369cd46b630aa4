"""Print a report in the form that the user chose."""

from __future__ import annotations

from typing import Protocol

import click
from rich.console import Console
from rich.table import Table

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
            Console().print(report.to_table())
