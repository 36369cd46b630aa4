"""Checks what Orthanc's configuration loads: the plugins, the script and its Python."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import configuration
from .binaries import Plugin, plugins_in
from .errors import PluginError
from .files import RECORD, InstalledPlugin
from .findings import Finding, Verdict, bad, good, odd
from .imports import check_imports
from .ports import check_ports
from .pythons import check_python


def check_configuration(plugin: InstalledPlugin, place: Path) -> Iterator[Finding]:
    """Check a configuration file, or a folder of them."""
    try:
        options, unreadable = configuration.read(place)
    except PluginError as error:
        yield bad(str(error))
        return
    yield from (odd(f"{file} can't be read: run the command as a user who may") for file in unreadable)
    folder = place if place.is_dir() else place.parent
    named = options.get("Plugins", [])
    places = [folder / entry for entry in named if isinstance(entry, str)] if isinstance(named, list) else []
    yield from (odd(f'{place}: "Plugins" names {p}, which does not exist') for p in places if not p.exists())
    plugins = plugins_in(places)
    yield from _check_plugins(plugin, place, plugins)
    # The plugin resolves paths against the parent of the path that Orthanc names, be it a file or a folder.
    yield from _check_script(options, place, place.parent)
    yield from _check_python(options, place.parent, plugins)
    yield from check_ports(options, str(place))


def _check_plugins(plugin: InstalledPlugin, place: Path, plugins: list[Plugin]) -> Iterator[Finding]:
    yield from (odd(f"{other.file} cannot be opened: {other.error}") for other in plugins if other.error)
    pythons = [other for other in plugins if other.name == "python"]
    if len(pythons) > 1:
        files = ", ".join(str(other.file) for other in pythons)
        yield bad(f"{place} loads two plugins named python, which Orthanc refuses: remove one of {files}")
    elif not pythons:
        yield odd(f'{place} loads no Python plugin: add {plugin.folder} to "Plugins"')
    else:
        yield good(f"{place} loads the Python plugin {pythons[0].version}: {pythons[0].file}")
    for other in plugins:
        if other.name != "python" and not other.error:
            yield good(f"{place} loads the plugin {other.name} {other.version}: {other.file}")


def _check_script(options: dict[str, Any], place: Path, folder: Path) -> Iterator[Finding]:
    """Report whether the configuration names a script that exists."""
    script = _section(options).get("Path") or options.get("PythonScript")
    if not isinstance(script, str) or not script:
        yield odd(f'{place} names no script: set "PythonScript"')
        return
    file = _located(script, folder)
    yield (
        good(f"the script is {file}")
        if file.is_file()
        else bad(f"{place} names a script that does not exist: {file}")
    )


def _check_python(options: dict[str, Any], folder: Path, plugins: list[Plugin]) -> Iterator[Finding]:
    """Report the Python for scripts, and the modules that the script needs and this Python lacks."""
    section = _section(options)
    program, reason = _chosen(section, folder, plugins)
    if program is None:
        yield (
            bad(reason)
            if reason
            else good(f'scripts run in {section["Library"]}, chosen by the option "Python.Library"')
        )
        return
    finding = check_python(program, reason)
    yield finding
    if "Requirements" in section:
        command = f"{shlex.quote(str(program))} -m pip install -r {section['Requirements']}"
        yield odd(f'the option "Python.Requirements" is ignored: install the packages with {command}')
    script = section.get("Path") or options.get("PythonScript")
    if finding.verdict is Verdict.GOOD and isinstance(script, str):
        yield from check_imports(_located(script, folder), program)


def _chosen(section: dict[str, Any], folder: Path, plugins: list[Plugin]) -> tuple[Path | None, str]:
    """Return the program that a server would choose, and why. Without a program: the error, or nothing."""
    environment, library = section.get("VirtualEnv"), section.get("Library")
    loader = next((plugin.file for plugin in plugins if plugin.name == "python"), None)
    record = None if loader is None else loader.resolve().parent / RECORD
    if isinstance(environment, str) and environment:
        return folder / environment / "bin" / "python", 'chosen by the option "Python.VirtualEnv"'
    if isinstance(library, str) and library:
        return None, ""
    if record is not None and record.is_file():
        program = _recorded(record)
        return program, f"{record} names no program" if program is None else f"chosen by {record}"
    return Path(sys.executable), "in which the plugin is installed"


def _located(script: str, folder: Path) -> Path:
    """Return the file that a path in the configuration names, as the plugin looks for it."""
    below, here = folder / script, Path(script).absolute()
    return here if here.is_file() and not below.is_file() else below


def _recorded(file: Path) -> Path | None:
    """Return the program that `install` or `orthanc-codegen build` has recorded."""
    try:
        return Path(json.loads(file.read_text(encoding="utf-8"))["program"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _section(options: dict[str, Any]) -> dict[str, Any]:
    section = options.get("Python")
    return section if isinstance(section, dict) else {}
