"""Checks what Orthanc's configuration loads: the plugins, the script and its Python."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from .binaries import flaw_of_library
from .chosen import chosen_python
from .errors import PluginError
from .files import InstalledPlugin
from .findings import Finding, Verdict, bad, good, odd
from .imports import check_imports
from .loaded import LoadedPlugins
from .options import Options
from .paths import as_far_as_readable, is_file
from .ports import check_ports
from .pythons import check_python
from .reading import read


def check_configuration(plugin: InstalledPlugin, named: str) -> Iterator[Finding]:
    """Check a configuration file, or a folder of them, as its name is passed to Orthanc."""
    place = Path(named)
    try:
        settings = read(place)
    except PluginError as error:
        yield bad(str(error))
        return
    yield from settings.findings
    yield from _check_plugin(plugin, named, Options(settings.options, _folders(named)))
    yield from check_ports(settings.options, str(place))


def check_active_environment(program: Path) -> Iterator[Finding]:
    """Report a variable that chooses another Python, if the server gets it."""
    active = os.environ.get("VIRTUAL_ENV")
    if active and Path(active).absolute() != program.parent.parent:
        yield odd(
            f"a server that is started from here uses another environment, that of VIRTUAL_ENV: {active}"
        )


def _folders(named: str) -> tuple[Path, Path]:
    """Return the folders in which the plugin looks for relative paths.

    The first is the parent of the path that Orthanc names, be it a file or a folder. The parent of
    ``/etc/orthanc/`` is ``/etc/orthanc``, as the library of Orthanc understands paths.
    """
    here = Path.cwd()
    return Path(os.path.join(here, named).rpartition("/")[0] or "/"), here  # noqa: PTH118


def _check_plugin(plugin: InstalledPlugin, named: str, options: Options) -> Iterator[Finding]:
    loaded = LoadedPlugins(named, options.all)
    yield from as_far_as_readable(loaded.check(plugin))
    if loaded.has_another_python:
        return
    yield from options.check()
    yield from as_far_as_readable(_check_script(options, loaded.place))
    if loaded.are_known:
        yield from as_far_as_readable(_check_python(options, loaded.python))


def _check_script(options: Options, place: Path) -> Iterator[Finding]:
    """Report whether the configuration names a script that exists."""
    script = options.script
    if script is None:
        yield odd(f'{place} names no script: set "PythonScript"')
    elif script.suffix != ".py":
        yield bad(f"{place} names a script whose name does not end in .py: {script}")
    elif is_file(script):
        yield good(f"the script is {script}")
    else:
        yield bad(f"{place} names a script that does not exist: {script}")


def _check_python(options: Options, loader: Path | None) -> Iterator[Finding]:
    """Report the Python for scripts, and the modules that the script needs and this Python lacks."""
    if options.library is not None:
        yield _check_library(options.library)
        if options.environment is None:
            return
    try:
        program, reason = chosen_python(options, loader)
    except PluginError as error:
        yield bad(str(error))
        return
    finding = check_python(program, reason, options.library)
    yield finding
    if options.environment is None:
        yield from check_active_environment(program)
    if "Requirements" in options.section:
        command = f"{shlex.quote(str(program))} -m pip install -r {options.section['Requirements']}"
        yield odd(f'the option "Python.Requirements" is ignored: install the packages with {command}')
    if finding.verdict is Verdict.GOOD and options.script is not None:
        yield from check_imports(options.script, program)


def _check_library(library: Path) -> Finding:
    flaw = flaw_of_library(str(library))
    chosen = 'chosen by the option "Python.Library"'
    if flaw:
        return bad(f"{library}, {chosen}, cannot be opened: {flaw}")
    return good(f"scripts run in {library}, {chosen}")
