"""`orthanc-codegen sdk list` and `orthanc-codegen sdk show`."""

from __future__ import annotations

import click

from orthanc_codegen import pipeline

from .reports import FORMAT, print_report


@click.group()
def command() -> None:
    """List and describe SDK releases."""


@command.command("list")
@FORMAT
def list_releases(form: str) -> None:
    """List the releases with their coverage, like ``coverage --all``."""
    print_report(pipeline.survey(), form)


@command.command("show")
@click.argument("version")
def show(version: str) -> None:
    """Describe a release: its coverage and the declarations it added."""
    click.echo(pipeline.describe(version), nl=False)
