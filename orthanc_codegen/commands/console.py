"""`orthanc-codegen console`."""

from __future__ import annotations

import sys

import click

from orthanc_codegen.develop import console, sockets


@click.command()
@click.option("--http-port", type=click.IntRange(1, 65535), help="The server. Default: the only one.")
@click.option(
    "--wait",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help=f"Limit for a server that is not ready. Default: {console.WAIT:g}; none on a terminal.",
)
def command(http_port: int | None, wait: float | None) -> None:
    """Open a Python prompt in a server that `run --console` has started.

    The prompt runs inside the server, in the namespace of the script. Lines can also come from a pipe.
    """
    sys.exit(console.Client(sockets.find(http_port), wait).run())
