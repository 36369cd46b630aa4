"""Unloads the modules of the script at a reset, so that they are loaded again; others stay loaded."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import contextlib
import os
import site
import sys
from collections.abc import Mapping
from types import ModuleType


class _Before:
    """The state before the script was loaded."""

    modules: frozenset[str] = frozenset()
    hidden: Mapping[str, ModuleType] = {}  # replaced by modules of the same name beside the script
    path: tuple[str, ...] = ()
    main: ModuleType | None = None


def remember(script: str) -> None:
    """Record the state before a script is loaded, and hide modules that modules beside the script replace.

    As with `python script.py`, modules beside the script take precedence over Python's modules of the same
    name, even if the plugin has imported those already. Built-in and frozen modules are never replaced.
    """
    _Before.path = tuple(sys.path)
    _Before.main = sys.modules.get("__main__")
    folder, file = os.path.split(script)
    names = _modules_in(folder) - {os.path.splitext(file)[0], "__main__"}
    _Before.hidden = {
        name: module
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in names and _can_be_hidden(name, folder)
    }
    for name in _Before.hidden:
        del sys.modules[name]
    _Before.modules = frozenset(sys.modules)


def _modules_in(folder: str) -> set[str]:
    """Return the names of the modules and packages in a folder."""
    names = set()
    for entry in _entries(folder):
        name, suffix = os.path.splitext(entry)
        if suffix == ".py" or os.path.isfile(os.path.join(folder, entry, "__init__.py")):
            names.add(name)
    return names


def _entries(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _can_be_hidden(name: str, folder: str) -> bool:
    package = sys.modules.get(name.partition(".")[0])
    origin = getattr(getattr(package, "__spec__", None), "origin", None)
    return origin not in (None, "built-in", "frozen") and not _is_below(_plain(origin), _plain(folder))


def forget(script_folder: str) -> None:
    """Unload the modules that a script has imported from its folder, and restore `sys.path`.

    Keep modules from before the script, and packages that are installed in the folder or below it: in
    an environment, by `pip install --target`, or as part of a Python. Many, such as numpy, can't be imported
    twice. For the same reason, keep all of a package that contains an extension module.
    """
    folder, libraries = _plain(script_folder), _libraries()
    files = {name: _file(module) for name, module in list(sys.modules.items()) if name not in _Before.modules}
    own = {name: file for name, file in files.items() if _is_between(folder, file, libraries)}
    extended = {name.partition(".")[0] for name, file in own.items() if not file.endswith(".py")}
    installed = _installed(folder)
    for name, file in own.items():
        package = name.partition(".")[0]
        if package not in extended and (package, _root(name, file)) not in installed:
            sys.modules.pop(name, None)
    for name, module in _Before.hidden.items():
        sys.modules.setdefault(name, module)
    if _Before.main is not None:
        sys.modules["__main__"] = _Before.main
    sys.path[:] = _Before.path


def _plain(path: str | os.PathLike[str]) -> str:
    """Return a path without empty parts and `.`, as `pathlib` does, which is slow to import at each start."""
    path = os.fspath(path)
    parts = [part for part in path.split(os.sep) if part not in ("", os.curdir)]
    return os.sep * path.startswith(os.sep) + os.sep.join(parts)


def _is_below(path: str, folder: str) -> bool:
    return folder != "" and path.startswith(os.path.join(folder, ""))


def _file(module: object) -> str:
    try:
        return _plain(module.__file__ or "")  # type: ignore[attr-defined]
    except Exception:  # `sys.modules` may hold any object, which may raise anything
        return ""


def _is_between(folder: str, file: str, libraries: set[str]) -> bool:
    """Return whether a file is below a folder, but not in any of the libraries."""
    return _is_below(file, folder) and not any(_is_below(file, library) for library in libraries)


def _libraries() -> set[str]:
    """Return the folders in which Python and its packages are installed."""
    import sysconfig  # slow to import

    names = ("stdlib", "platstdlib", "purelib", "platlib")
    paths = (
        [sysconfig.get_path(name) for name in names] + site.getsitepackages() + [site.getusersitepackages()]
    )
    return {_plain(path) for path in paths if path}


def _installed(folder: str) -> set[tuple[str, str]]:
    """Return the top-level names of packages installed in or below `folder`, each with its location."""
    found: set[tuple[str, str]] = set()
    places = [os.fsdecode(path) for path in sys.path]
    places = [path for path in places if _plain(path) == folder or _is_below(_plain(path), folder)]
    if not any(map(_may_hold_packages, places)):
        return found
    from importlib import metadata  # seldom needed, and slow to import

    for distribution in metadata.distributions(path=places):
        with contextlib.suppress(Exception):  # the metadata may be invalid in any way
            place = _plain(str(distribution.locate_file("")))
            found |= {(file.parts[0].removesuffix(".py"), place) for file in distribution.files or ()}
    return found


def _may_hold_packages(place: str) -> bool:
    """Return whether a place may hold metadata of packages: a folder with such an entry, or an archive."""
    if os.path.isfile(place):
        return True
    return any(entry.endswith((".dist-info", ".egg-info", ".egg")) for entry in _entries(place))


def _root(name: str, file: str) -> str:
    """Return the folder from which a module's top-level package was imported."""
    levels = name.count(".") + (2 if os.path.basename(file) == "__init__.py" else 1)
    return file.rsplit(os.sep, levels)[0] or os.sep
