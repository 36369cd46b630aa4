"""`orthanc-codegen coverage`."""

from __future__ import annotations

import click

from orthanc_codegen import pipeline

from .reports import FORMAT, print_report
from .source import SourceOptions, source_options


@click.command()
@source_options
@FORMAT
@click.option("--all", "every", is_flag=True, help="Print one row per release instead of one per function.")
def command(given: SourceOptions, form: str, every: bool) -> None:
    """Report which SDK functions are bound, and why the others are not."""
    if not every:
        print_report(pipeline.coverage(given.header, given.annotations), form)
    elif given.sdk is None and given.file is None:
        print_report(pipeline.survey(given.annotations), form)
    else:
        raise click.UsageError("--all reports on every release: omit --sdk and --header.")
