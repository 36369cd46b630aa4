"""Loads a script in a server: tries it and ends the process, or prepares a debugger or a console first."""

# Copied to a folder of its own, with its settings, by `develop/launch.py`. Runs with CPython 3.11 and later.

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

_lifecycle: Any = importlib.import_module("_orthanc_lifecycle")  # of the plugin


def _main(settings: dict[str, Any]) -> None:
    if settings["console"] is not None:  # not for the processes that the script starts
        os.set_inheritable(settings["console"], False)
    if settings["changed"] is not None:
        _try(settings["script"], settings["changed"])
    if settings["debug_port"] is not None:
        _debug(settings["debug_port"], settings["debug_wait"])
    # Imported before the script is loaded, which takes this folder from sys.path.
    console: Any = None if settings["console"] is None else importlib.import_module("_orthanc_console")
    error = _lifecycle.load_instead(settings["script"])
    if error is not None:
        raise error
    if console is not None:
        console.begin(settings["console"], vars(_lifecycle.script()))


def _debug(port: int, wait: bool) -> None:
    debugger: Any = importlib.import_module("_orthanc_debugger")
    try:
        debugger.begin(port, wait)
    except ImportError as error:
        _end(1, problem=str(error))
    if debugger.threads not in _lifecycle.hidden_threads:
        _lifecycle.hidden_threads.append(debugger.threads)


def _try(script: str, changed: Iterable[str]) -> None:
    """Compile the changed files and load the script; report the result and end the process."""
    if removed := {name for file in changed if (name := _removed_module(Path(file), Path(script).parent))}:
        imports: Any = importlib.import_module("_orthanc_missing_imports")  # of the plugin
        imports.removed.update(removed)
    error = _compile(changed) or _lifecycle.load_instead(script)
    if _lifecycle._orthanc_processes.is_fork():  # the script called os.fork(), and this is the child
        _lifecycle.end_fork(error)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    if error is None:
        _end(0)
    _end(0, trace="".join(traceback.format_exception(error)), is_busy=_is_busy(error))


def _removed_module(file: Path, folder: Path) -> str | None:
    """Return the name of the top-level module whose file has been removed or renamed."""
    if file.exists() or not file.is_relative_to(folder):
        return None
    return file.relative_to(folder).parts[0].removesuffix(".py")


def _compile(files: Iterable[str]) -> BaseException | None:
    """Compile files; return the first error. The script may import some of them only later."""
    for file in filter(os.path.isfile, files):
        try:
            compile(Path(file).read_bytes(), file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, OSError) as error:
            return error.with_traceback(None)
    return None


def _is_busy(error: BaseException | None) -> bool:
    """Return whether the script failed because an address is in use, probably by the running server."""
    while error is not None:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            return True
        error = error.__cause__ or error.__context__
    return False


def _end(status: int, **outcome: object) -> None:
    """Report an outcome to `orthanc-codegen run`, and end the process before the server opens anything."""
    unfinished = _HERE / "outcome.part"
    unfinished.write_text(json.dumps(outcome), encoding="utf-8", errors="surrogateescape")
    unfinished.rename(_HERE / "outcome.json")
    os._exit(status)


_main(json.loads((_HERE / "settings.json").read_text(encoding="utf-8")))
