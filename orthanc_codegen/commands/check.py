"""`orthanc-codegen check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orthanc_codegen import pipeline
from orthanc_codegen.check.findings import CODES
from orthanc_codegen.check.typing import type_codes
from orthanc_codegen.diagnostics import shown
from orthanc_codegen.ir import Version

from .source import PATH, SourceOptions, source_options


def _release(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Version | None:
    """Parse a release of Orthanc, which may be newer than those that the project knows."""
    try:
        return None if value is None else Version.parse(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _codes(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse unknown codes. Without mypy, its codes are unknown, and each code may be one of them."""
    types = type_codes()
    unknown = [] if types is None else [value for value in values if value not in CODES | types]
    if unknown:
        known = ", ".join(sorted(CODES))
        raise click.BadParameter(
            f"{shown(unknown[0])} is no code of a finding. "
            f"Known codes: {known}, and those of mypy: {', '.join(sorted(types or ()))}"
        )
    return values


@click.command()
@click.argument("scripts", type=PATH, nargs=-1, required=True, metavar="SCRIPT…")
@source_options
@click.option(
    "--orthanc", callback=_release, metavar="VERSION", help="Release that the scripts must work with."
)
@click.option("--no-types", is_flag=True, help="Do not check types.")
@click.option(
    "--ignore",
    multiple=True,
    callback=_codes,
    metavar="CODE",
    help="Omit the findings of a code. Repeatable.",
)
@click.option("--strict", is_flag=True, help="Also exit with 1 if there are only warnings.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    given: SourceOptions,
    scripts: tuple[Path, ...],
    orthanc: Version | None,
    no_types: bool,
    ignore: tuple[str, ...],
    strict: bool,
    form: str,
) -> None:
    """Check scripts; exit 1 if there are errors.

    Checks their types, finds the release of Orthanc that they need, and warns of common mistakes.
    """
    report = pipeline.check(scripts, given.header, given.annotations, orthanc, types=not no_types)
    report = report.without(ignore)
    click.echo(report.to_json() if form == "json" else report.to_text(), nl=False)
    if report.missing is not None:
        click.echo(f"warning: {report.missing}", err=True)
    if report.fails(strict=strict):
        sys.exit(1)
