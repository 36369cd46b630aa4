"""`orthanc-codegen run`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orthanc_codegen import pythons, serve
from orthanc_codegen.diagnostics import CodegenError

from .build import build_options, built
from .source import PATH, SourceOptions


@click.command()
@click.argument("script", type=PATH)
@build_options
@click.option("--http-port", type=click.IntRange(1, 65535), default=serve.HTTP_PORT, show_default=True)
@click.option("--dicom-port", type=click.IntRange(1, 65535), default=serve.DICOM_PORT, show_default=True)
@click.option("--verbose", is_flag=True, help="Enable Orthanc's verbose log.")
def command(
    given: SourceOptions,
    script: Path,
    output: Path | None,
    build_type: str,
    python: Path | None,
    http_port: int,
    dicom_port: int,
    verbose: bool,
) -> None:
    """Build the plugin if needed, then run Orthanc with SCRIPT and a temporary storage until Ctrl-C."""
    if not script.is_file():
        raise CodegenError.of("the script does not exist", str(script))
    plugin = built(given, output, build_type, python)
    environment = pythons.own_environment() if python is None else None
    if environment is not None:
        click.echo(f"The script can import the packages of {environment}", err=True)
    click.echo(f"Running {script} at http://localhost:{http_port} (press Ctrl-C to stop)", err=True)
    status = serve.run_script(
        plugin.folder,
        script,
        http_port=http_port,
        dicom_port=dicom_port,
        configuration=None if environment is None else {"Python": {"VirtualEnv": str(environment)}},
        verbose=verbose,
    )
    sys.exit(status)
