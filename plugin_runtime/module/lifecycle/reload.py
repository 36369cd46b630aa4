"""Unloads the modules of the script at a reset, so that they are loaded again; others stay loaded."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import contextlib
import os
import site
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType


class _Before:
    """The state before the script was loaded."""

    modules: frozenset[str] = frozenset()
    hidden: Mapping[str, ModuleType] = {}  # replaced by modules of the same name beside the script
    path: tuple[str, ...] = ()
    main: ModuleType | None = None


def remember(script: Path) -> None:
    """Record the state before a script is loaded, and hide modules that modules beside the script replace.

    As with `python script.py`, modules beside the script take precedence over Python's modules of the same
    name, even if the plugin has imported those already. Built-in and frozen modules are never replaced.
    """
    _Before.path = tuple(sys.path)
    _Before.main = sys.modules.get("__main__")
    names = _modules_in(script.parent) - {script.stem, "__main__"}
    _Before.hidden = {
        name: module
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in names and _can_be_hidden(name, script.parent)
    }
    for name in _Before.hidden:
        del sys.modules[name]
    _Before.modules = frozenset(sys.modules)


def _modules_in(folder: Path) -> set[str]:
    """Return the names of the modules and packages in a folder."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return set()
    # Not Path.is_file(), which raises if the folder is not accessible.
    is_package = lambda entry: os.path.isfile(entry / "__init__.py")  # noqa: E731, PTH113
    return {entry.stem for entry in entries if entry.suffix == ".py" or is_package(entry)}


def _can_be_hidden(name: str, folder: Path) -> bool:
    package = sys.modules.get(name.partition(".")[0])
    origin = getattr(getattr(package, "__spec__", None), "origin", None)
    return origin not in (None, "built-in", "frozen") and folder not in Path(origin).parents


def forget(folder: Path) -> None:
    """Unload the modules that a script in `folder` has imported from there, and restore `sys.path`.

    Keep modules from before the script, and packages that are installed in the folder or below it: in
    an environment, by `pip install --target`, or as part of a Python. Many, such as numpy, can't be imported
    twice. For the same reason, keep all of a package that contains an extension module.
    """
    libraries = _libraries()
    files = {name: _file(module) for name, module in list(sys.modules.items()) if name not in _Before.modules}
    own = {name: file for name, file in files.items() if _is_between(folder, file, libraries)}
    extended = {name.partition(".")[0] for name, file in own.items() if file.suffix != ".py"}
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


def _file(module: object) -> Path:
    try:
        return Path(module.__file__ or "")  # type: ignore[attr-defined]
    except Exception:  # `sys.modules` may hold any object, which may raise anything
        return Path()


def _is_between(folder: Path, file: Path, libraries: set[Path]) -> bool:
    """Return whether a file is below a folder, but not in any of the libraries."""
    return folder in file.parents and libraries.isdisjoint(file.parents)


def _libraries() -> set[Path]:
    """Return the folders in which Python and its packages are installed."""
    import sysconfig  # slow to import

    names = ("stdlib", "platstdlib", "purelib", "platlib")
    paths = (
        [sysconfig.get_path(name) for name in names] + site.getsitepackages() + [site.getusersitepackages()]
    )
    return {Path(path) for path in paths if path}


def _installed(folder: Path) -> set[tuple[str, Path]]:
    """Return the top-level names of packages installed in or below `folder`, each with its location."""
    found: set[tuple[str, Path]] = set()
    places = [path for path in sys.path if folder == Path(path) or folder in Path(path).parents]
    if not any(map(_may_hold_packages, places)):
        return found
    from importlib import metadata  # seldom needed, and slow to import

    for distribution in metadata.distributions(path=places):
        with contextlib.suppress(Exception):  # the metadata may be invalid in any way
            place = Path(str(distribution.locate_file("")))
            found |= {(file.parts[0].removesuffix(".py"), place) for file in distribution.files or ()}
    return found


def _may_hold_packages(place: str) -> bool:
    """Return whether a place may hold metadata of packages: a folder with such an entry, or an archive."""
    try:
        return any(entry.suffix in (".dist-info", ".egg-info", ".egg") for entry in Path(place).iterdir())
    except NotADirectoryError:
        return True
    except OSError:
        return False


def _root(name: str, file: Path) -> Path:
    """Return the folder from which a module's top-level package was imported."""
    levels = name.count(".") + (1 if file.name == "__init__.py" else 0)
    return file.parents[levels]
