"""`orthanc-codegen generate`."""

from __future__ import annotations

import atexit
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orthanc_codegen.stages import PARTS
from orthanc_codegen.unchanged import Generation

from .source import PATH, SourceOptions, source_options

if TYPE_CHECKING:
    from orthanc_codegen.write import TreeChanges


@click.command()
@source_options
@click.option("--output", type=PATH, metavar="DIR", help="Output folder. Default: output/VERSION.")
@click.option(
    "--check", is_flag=True, help="Print the changes instead of writing them; exit 1 if there are any."
)
@click.option(
    "--part",
    "parts",
    type=click.Choice(PARTS),
    multiple=True,
    default=PARTS,
    help="Generate only this part; may be repeated.",
)
@click.option("--no-format", is_flag=True, help="Skip the formatters, which take about a third of the time.")
def command(
    given: SourceOptions, output: Path | None, check: bool, parts: tuple[str, ...], no_format: bool
) -> None:
    """Generate the C++, the stubs, the documentation and the coverage report."""
    folder = output or Path("output", given.release)
    generation = Generation(
        folder,
        (given.release, *sorted(set(parts)), "unformatted" if no_format else "formatted"),
        tuple(file for file in (given.file, given.annotations) if file is not None),
    )
    if generation.is_up_to_date():
        click.echo(f"{folder} is up to date", err=check)
        return
    if gc.isenabled():  # a generation makes many objects, and hardly any cyclic garbage
        gc.disable()
        click.get_current_context().call_on_close(gc.enable)
        atexit.register(gc.freeze)  # so that Python does not visit them all once more at its exit
    from orthanc_codegen import pipeline  # imports all stages

    changes = pipeline.generate(
        given.header, folder, check, given.annotations, parts, formatted=not no_format
    )
    if not check:
        generation.record(changes.wanted)
    if check and changes:
        click.echo(changes.diff(), nl=False)
    click.echo(_summary(changes, check), err=check)
    if check and changes:
        sys.exit(1)


def _summary(changes: TreeChanges, check: bool) -> str:
    """Summarize the changes to the output in one line."""
    if not changes:
        return f"{changes.root} is up to date"
    counts = ((changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed"))
    figures = ", ".join(f"{len(paths)} {what}" for paths, what in counts if paths)
    return f"{changes.root} is out of date: {figures}" if check else f"{changes.root}: {figures}"
