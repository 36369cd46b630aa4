"""`orthanc-codegen verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orthanc_codegen import pipeline

from .source import PATH


@click.command()
@click.argument("header", type=PATH)
@click.option(
    "--sdk",
    metavar="VERSION",
    help="Release to compare with. Default: the newest that declares the header's version.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--abi", is_flag=True, help="Also compile a program with each header, and compare the output of both."
)
def command(header: Path, sdk: str | None, form: str, abi: bool) -> None:
    """Compare HEADER, an official SDK header, with the interface header; exit 1 if they differ."""
    result = pipeline.verify(header, sdk, abi)
    click.echo(result.to_json() if form == "json" else result.to_text(), nl=False)
    if not result.is_same:
        sys.exit(1)
