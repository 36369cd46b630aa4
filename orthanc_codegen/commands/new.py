"""`orthanc-codegen new`."""

from __future__ import annotations

from pathlib import Path

import click

from orthanc_codegen.new import new_project

PATH = click.Path(path_type=Path)


@click.command()
@click.argument("name", type=PATH)
def command(name: Path) -> None:
    """Create the project NAME: a script with tests and a configuration, in a folder of that name."""
    project = new_project(name)
    for file in project.files:
        click.echo(project.folder / file)
    click.echo(
        f"\nIt works already:\n\n    cd {project.folder}\n    pytest\n"
        f"    orthanc-codegen check {project.script}\n"
        f"    orthanc-codegen run {project.script} --config orthanc.json"
    )
