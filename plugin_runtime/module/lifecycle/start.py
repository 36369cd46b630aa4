"""Loads the user's script."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Short, because Python compiles
# it at each start: other files have what many scripts do not need.

import os
import sys
import threading  # by the thread that starts Python, which is then its main thread
import warnings
from _frozen_importlib import module_from_spec
from _frozen_importlib_external import spec_from_file_location
from types import ModuleType, TracebackType

import _orthanc_before
import _orthanc_forks
import _orthanc_parts
from _orthanc_parts import Ignored

# How long a thread that computes keeps others waiting, in seconds. Python's own 5 ms add up if several
# threads compute: requests beside them took 50 ms and more.
_SWITCH_INTERVAL = 0.001


class Script:
    """The loaded script."""

    module: ModuleType | None = None
    launcher = ""  # the file of the script that has loaded another one in its place


loaded_file = ""  # for the message if it cannot be loaded


def load_script(path: str, module_file: str) -> BaseException | None:
    """Load the script as a module; return the exception that it raised, or None.

    The traceback begins in the script. Child processes import the module `orthanc` from `module_file`.
    """
    for stream in (sys.stdout, sys.stderr):
        with Ignored(Exception):  # the server may have closed the stream
            stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.setswitchinterval(_SWITCH_INTERVAL)
    _orthanc_parts.connect()
    warnings.showwarning = _Hook("show_warning")
    threading.excepthook = _Hook("report_thread")
    sys.unraisablehook = _Hook("report_unraisable")
    _orthanc_forks.prepare()
    # In the server, `orthanc` is built in. The folder comes last and contains only the module, so it hides
    # nothing.
    folder = os.path.dirname(module_file)
    if folder not in sys.path:
        sys.path.append(folder)
    error = load_file(path)
    if _orthanc_forks.is_fork():
        import _orthanc_lifecycle

        _orthanc_lifecycle.end_fork(error)
    return error


class _Hook:
    """A function of uncaught.py, which is imported for the first call."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *arguments: object, **named: object) -> None:
        import _orthanc_uncaught

        getattr(_orthanc_uncaught, self._name)(*arguments, **named)


def load_file(path: str) -> BaseException | None:
    """Load a script; return the exception that it raised, or None."""
    global loaded_file
    if _orthanc_before.replaces_pythons(path):
        _load_all()
    folder, file = os.path.split(path)
    name = os.path.splitext(file)[0]
    loaded_file = path
    sys.argv = [path]
    if folder in sys.path:
        sys.path.remove(folder)
    sys.path.insert(0, folder)
    _orthanc_before.remember(path)
    try:
        spec = spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path} is not a Python script")
        Script.module = module_from_spec(spec)
        # A script may have the name of an existing module, even `orthanc`.
        if name == "__main__" or (name not in sys.modules and name not in sys.builtin_module_names):
            sys.modules[name] = Script.module
        spec.loader.exec_module(Script.module)
    except BaseException as error:
        with Ignored(Exception):
            if not hasattr(error, "__notes__"):  # a launcher raises the exception of its script, which has it
                _add_hint(path, error)
        return error.with_traceback(_below_the_loader(error.__traceback__))
    return None


def _load_all() -> None:
    """Import what the plugin needs later, before the script's modules are found instead of Python's."""
    import json  # noqa: F401 - for functions of `orthanc`

    import _orthanc_late  # noqa: F401
    import _orthanc_lifecycle  # noqa: F401
    import _orthanc_reload  # noqa: F401
    import _orthanc_uncaught  # noqa: F401


def _add_hint(path: str, error: BaseException) -> None:
    import _orthanc_missing_imports

    hint = _orthanc_missing_imports.hint(_orthanc_missing_imports.Path(path), error)
    if hint is not None:
        error.add_note(hint)


def _below_the_loader(trace: TracebackType | None) -> TracebackType | None:
    frozen = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")
    while trace is not None and trace.tb_frame.f_code.co_filename in (__file__, Script.launcher, *frozen):
        trace = trace.tb_next
    return trace
