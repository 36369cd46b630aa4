"""`orthanc-codegen build`, and the options that it shares with `run`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console

from orthanc_codegen import pythons
from orthanc_codegen.build import BUILD_TYPES, BuiltPlugin, build_plugin
from orthanc_codegen.progress import BuildProgress

from .source import PATH, SourceOptions, source_options


def build_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a build to a command."""
    kind = click.Choice(BUILD_TYPES, case_sensitive=False)
    for option in (
        click.option("--build-type", type=kind, default="Release", show_default=True),
        click.option("--output", type=PATH, metavar="DIR", help="Build folder. Default: build/VERSION."),
        click.option(
            "--python",
            type=PATH,
            metavar="PROGRAM",
            help="Python for the plugin, unless Orthanc's configuration names another one. "
            f"Default: {pythons.SYSTEM_PYTHON}; if unusable, the base Python of this environment.",
        ),
        source_options,
    ):
        command = option(command)
    return command


@click.command()
@build_options
def command(given: SourceOptions, output: Path | None, build_type: str, python: Path | None) -> None:
    """Generate and compile the plugin."""
    plugin = built(given, output, build_type, python)
    click.echo(f"The plugin is {plugin.loader}\nLoad it in Orthanc's configuration:\n")
    click.echo(f'  "Plugins" : [ "{plugin.folder}" ],\n  "PythonScript" : "/path/to/your/script.py"')


def built(
    given: SourceOptions, output: Path | None, build_type: str, python: Path | None = None
) -> BuiltPlugin:
    """Build the plugin, and show the progress."""
    folder = output or Path("build", str(given.header.version))
    with BuildProgress(Console(stderr=True)) as report:
        return build_plugin(given.source, folder, build_type, report, given.annotations, python)
