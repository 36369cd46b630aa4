"""`orthanc-codegen draft`."""

from __future__ import annotations

from pathlib import Path

import click

from orthanc_codegen import pipeline

from .source import PATH


@click.command()
@click.argument("header", type=PATH)
def command(header: Path) -> None:
    """Draft the declarations of HEADER, an official SDK header, that the interface header lacks."""
    click.echo(pipeline.draft_additions(header), nl=False)
