"""`orthanc-codegen diff`."""

from __future__ import annotations

import click

from orthanc_codegen import pipeline


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
def command(old: str, new: str, form: str) -> None:
    """Show the declarations that the release NEW adds to and removes from OLD."""
    changes = pipeline.diff(old, new)
    text = {"json": changes.to_json, "markdown": changes.to_markdown}.get(form, changes.to_text)
    click.echo(text(), nl=False)
