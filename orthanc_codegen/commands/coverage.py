"""`orthanc-codegen coverage`."""

from __future__ import annotations

from pathlib import Path

import click

from orthanc_codegen import pipeline
from orthanc_codegen.files import write_file

from .reports import FORMAT, print_report
from .source import PATH, SourceOptions, source_options


@click.command()
@source_options
@FORMAT
@click.option("--all", "every", is_flag=True, help="Print one row per release instead of one per function.")
@click.option(
    "--html", "page", type=PATH, metavar="FILE", help="Write a page with a plot and a table to FILE."
)
def command(given: SourceOptions, form: str, every: bool, page: Path | None) -> None:
    """Report which SDK functions are bound, and why the others are not."""
    if page is not None:
        if every:
            raise click.UsageError("--all and --html are mutually exclusive: give only one of them.")
        write_file(page, pipeline.coverage_page(given.header, given.annotations), "the page")
    elif not every:
        print_report(pipeline.coverage(given.header, given.annotations), form)
    elif given.sdk is None and given.file is None:
        print_report(pipeline.survey(given.annotations), form)
    else:
        raise click.UsageError("--all reports on every release: omit --sdk and --header.")
