"""Builds the documentation site in `build/site`, and shows it: `python -m website [--serve PORT]`."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
from pathlib import Path

import click

from .places import MAIN, OLDER, PAGES, RELEASES, ROOT, SITE
from .sources import gather
from .symbols import write_symbols


@click.command()
@click.option(
    "--serve", type=int, metavar="PORT", help="Serve the site on this port of localhost afterwards."
)
def main(serve: int | None) -> None:
    """Build the documentation site."""
    gather()
    _sphinx(MAIN, SITE)
    for release in RELEASES[1:]:
        _sphinx(
            OLDER / release,
            SITE / "reference" / release,
            "--tag",
            "older",
            "-D",
            f"release={release}",
            "-D",
            f"html_title=Orthanc {release}",
        )
    write_symbols()
    click.echo(f"The site is {SITE.relative_to(ROOT)}/index.html")
    if serve is not None:
        _serve(serve)


def _sphinx(source: Path, target: Path, *options: str) -> None:
    """Build a project; warnings are errors."""
    doctrees = SITE.with_name("doctrees") / source.name
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "--fail-on-warning",
        "--keep-going",
        "--quiet",
        "--jobs",
        "auto",
        "--builder",
        "html",
    ]
    command += ["--conf-dir", str(PAGES), "--doctree-dir", str(doctrees), *options, str(source), str(target)]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode != 0:
        raise SystemExit(done.returncode)


def _serve(port: int) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        click.echo(f"http://localhost:{server.server_port}/ (Ctrl-C stops it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()


if __name__ == "__main__":
    main()
