"""The command `orthanc-plugin`."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import NoReturn

from . import configuration, doctor
from .ending import run_to_end
from .errors import PluginError
from .files import installed_plugin
from .findings import Verdict
from .install import install

_CONFIGURATION = Path("/etc/orthanc")  # that of Debian's service


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its status."""
    given = _parser().parse_args(arguments)
    sys.exit(run_to_end(lambda: given.run(given), (PluginError, OSError)))


def _path(_given: argparse.Namespace) -> int:
    print(installed_plugin().folder)
    return 0


def _config(given: argparse.Namespace) -> int:
    options = configuration.options_for(installed_plugin().folder, given.script)
    print(configuration.as_file(options) if given.whole else configuration.as_lines(options), end="")
    return 0


def _install(given: argparse.Namespace) -> int:
    chosen = None if given.python is None else _program(given.python)
    python = install(installed_plugin(), given.folder, chosen, replace=given.replace)
    kept = chosen is None and python != Path(sys.executable)
    reason = " as before; --python chooses another one" if kept else ""
    print(f"The plugin is in {given.folder}, and uses {python}{reason}")
    return 0


def _program(named: str) -> Path:
    """Return the absolute path of a program. Keep links, which determine the environment."""
    found = shutil.which(named)
    if found is None and "/" not in named:
        raise PluginError(f"the PATH has no program {named}: name another one with --python")
    return Path(found or named).absolute()


def _doctor(given: argparse.Namespace) -> int:
    status = 0
    for finding in doctor.examine(installed_plugin(), given.orthanc, given.configuration):
        print(finding, flush=True)
        if finding.verdict is Verdict.BAD:
            status = 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="orthanc-plugin", description="Configures, installs and checks the Python plugin of Orthanc."
    )
    parser.add_argument("--version", action="version", version=metadata.version("orthanc-python-plugin"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("path", help='print the folder for "Plugins" of Orthanc\'s configuration')
    command.set_defaults(run=_path)

    command = commands.add_parser("config", help="print the configuration that loads a script")
    command.add_argument("script", type=Path, metavar="SCRIPT", help="the Python script")
    command.add_argument("--whole", action="store_true", help="print a whole file that starts a server")
    command.set_defaults(run=_config)

    command = commands.add_parser("install", help="copy the plugin to a folder of plugins")
    command.add_argument("folder", type=Path, metavar="DIR", help="ex) /usr/share/orthanc/plugins")
    command.add_argument("--replace", action="store_true", help="replace another Python plugin")
    command.add_argument("--python", help="the Python for scripts (default: as before, or this one)")
    command.set_defaults(run=_install)

    command = commands.add_parser("doctor", help="check a server's plugins, script and Python")
    command.add_argument("--orthanc", type=Path, help="the server (default: in the PATH, or Debian's)")
    default = str(_CONFIGURATION) if _CONFIGURATION.exists() else None
    command.add_argument("--configuration", default=default, help="its configuration: a file or a folder")
    command.set_defaults(run=_doctor)
    return parser
