"""Runs the benchmarks: `python -m benchmarks build/1.13.0/plugin --page docs/benchmarks.md`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import click

from orthanc_codegen.words import english_list
from tests.e2e.harness import server_release

from . import report
from .cases import CASES
from .figures import Row
from .lab import Size, open_lab

_FULL = Size(rounds=5, seconds=3, scale=1)
_QUICK = Size(rounds=1, seconds=0.5, scale=0.02)


@click.command()
@click.argument("plugin", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--quick", is_flag=True, help="Measure little: shows that the benchmarks run, not how fast.")
@click.option("--only", multiple=True, type=click.Choice(list(CASES)), help="Run one case. Repeatable.")
@click.option("--page", type=click.Path(path_type=Path), help="Write the results to this Markdown file.")
@click.option("--rounds", type=click.IntRange(1), help="How often the targets take turns.")
def main(plugin: Path, quick: bool, only: tuple[str, ...], page: Path | None, rounds: int | None) -> None:
    """Measure the plugin in the folder PLUGIN."""
    size = _QUICK if quick else _FULL
    size = Size(rounds or size.rounds, size.seconds, size.scale)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        lab = open_lab(size, Path(name), plugin.absolute())
        for case in only or CASES:
            begin = time.monotonic()
            measured = list(CASES[case](lab))
            report.show(f"{case} ({time.monotonic() - begin:.0f} s)", measured)
            rows += measured
        where = report.setting(
            str(server_release()), lab.python.version, lab.debian_name, size.rounds, size.seconds
        )
    if page is not None:
        from . import plots  # needs matplotlib, which a quick run does without

        made = plots.write(rows, page.parent / "benchmarks")
        page.write_text(
            report.page(rows, where, [p.relative_to(page.parent) for p in made]), encoding="utf-8"
        )
    failures = report.missed(rows)
    if failures and not quick:
        raise click.ClickException(f"not reached: {english_list(failures)}")


if __name__ == "__main__":
    main()
