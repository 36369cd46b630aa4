"""`orthanc-codegen console`."""

from __future__ import annotations

import sys

import click

from orthanc_codegen.develop import console


@click.command()
@click.option("--http-port", type=click.IntRange(1, 65535), help="The server. Default: the only one.")
def command(http_port: int | None) -> None:
    """Open a Python prompt in a server that `run --console` has started.

    The prompt runs inside the server, in the namespace of the script. Lines can also come from a pipe.
    """
    sys.exit(console.Client(console.find(http_port)).run())
