"""`orthanc-codegen inspect`."""

from __future__ import annotations

import click

from orthanc_codegen import pipeline
from orthanc_codegen.stages import STAGES

from .source import SourceOptions, source_options


@click.command()
@click.argument("stage", type=click.Choice(STAGES))
@source_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    help="Default: text for the plan, JSON otherwise.",
)
def command(given: SourceOptions, stage: str, form: str | None) -> None:
    """Print an intermediate stage: the parsed header, the binding plan, or the model of the C++."""
    if form == "text" and stage != "plan":
        raise click.UsageError(f"only the plan has a text form: omit --format to print the {stage} as JSON")
    click.echo(pipeline.inspected(stage, given.header, given.annotations, as_json=form == "json"), nl=False)
