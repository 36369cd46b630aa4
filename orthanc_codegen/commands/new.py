"""`orthanc-codegen new`."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from orthanc_codegen.new import new_project
from orthanc_testing.errors import KitError
from orthanc_testing.locate import find_plugin

INSTALL = "pip install 'WHEEL[testing]'"
_TESTING = ("pytest", "pydicom")  # of this extra
PATH = click.Path(path_type=Path)


@click.command()
@click.argument("name", type=PATH)
def command(name: Path) -> None:
    """Create the project NAME: a script with tests and a configuration, in a folder of that name."""
    project = new_project(name)
    for file in project.files:
        click.echo(project.folder / file)
    install = "" if _can_test() else f"    {INSTALL}\n"
    click.echo(
        f"\nNext:\n\n    cd {project.folder}\n{install}    pytest\n"
        f"    orthanc-codegen check {project.script}\n"
        f"    orthanc-codegen run {project.script} --config orthanc.json"
    )
    if install:
        click.echo("\nWHEEL is the path of the plugin's wheel: see README.md.")


def _can_test() -> bool:
    """Return whether the tests of the project can run in this environment."""
    try:
        find_plugin()
    except KitError:
        return False
    return all(importlib.util.find_spec(name) for name in _TESTING)
