"""`orthanc-codegen run`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orthanc_codegen import pythons, running

from .build import build_options, built
from .source import PATH, SourceOptions

_PORT = click.IntRange(1, 65535)


@click.command()
@click.argument("script", type=PATH)
@build_options
@click.option("--http-port", type=_PORT, help="Default: that of --config, or 8042.")
@click.option("--dicom-port", type=_PORT, help="Default: that of --config, or 4242.")
@click.option("--config", type=PATH, metavar="FILE", help="Orthanc configuration to merge, ex) with peers.")
@click.option("--storage", type=PATH, metavar="DIR", help="Storage to keep. Default: a temporary one.")
@click.option("--upload", "uploads", type=PATH, multiple=True, help="DICOM file or folder. Repeatable.")
@click.option("--env", "variables", multiple=True, metavar="NAME=VALUE", help="Variable for the server.")
@click.option("--open", "open_browser", is_flag=True, help="Open Orthanc Explorer in the browser.")
@click.option("--watch", is_flag=True, help="Load the script again when it or a module beside it changes.")
@click.option("--debug", is_flag=True, help="Let a debugger attach, ex) that of VS Code. Needs debugpy.")
@click.option("--debug-wait", is_flag=True, help="Like --debug, and load the script only then.")
@click.option("--debug-port", type=_PORT, default=running.DEBUG_PORT, show_default=True)
@click.option("--console", is_flag=True, help="Open a Python prompt in the server, for `console`.")
@click.option("--verbose", is_flag=True, help="Enable Orthanc's verbose log.")
def command(
    given: SourceOptions,
    script: Path,
    output: Path | None,
    build_type: str,
    python: Path | None,
    http_port: int | None,
    dicom_port: int | None,
    config: Path | None,
    storage: Path | None,
    uploads: tuple[Path, ...],
    variables: tuple[str, ...],
    open_browser: bool,
    watch: bool,
    debug: bool,
    debug_wait: bool,
    debug_port: int,
    console: bool,
    verbose: bool,
) -> None:
    """Build the plugin if needed, then run Orthanc with SCRIPT until Ctrl-C."""
    running.require_files(script, uploads, storage)  # before a build that takes long
    configuration = {} if config is None else running.read_configuration(config)
    environment = dict(map(_variable, variables))
    plugin = built(given, output, build_type, python)
    own = pythons.own_environment() if python is None else None
    if own is not None:
        click.echo(f"The script can import the packages of {own}", err=True)
    options = running.RunOptions(
        http_port=http_port,
        dicom_port=dicom_port,
        configuration=configuration,
        python={} if own is None else {"VirtualEnv": str(own)},
        storage=storage,
        environment=environment,
        uploads=uploads,
        open_browser=open_browser,
        verbose=verbose,
        watch=watch,
        debug_port=debug_port if debug or debug_wait else None,
        debug_wait=debug_wait,
        console=console,
    )
    sys.exit(running.run_script(plugin.folder, script, options, lambda line: click.echo(line, err=True)))


def _variable(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not name or not separator:
        raise click.UsageError(f"--env {text}: write NAME=VALUE")
    return name, value
