"""Which modules are the script's own: a server that is reset loads those anew, and nothing of Python's."""

# It is compiled into the module, runs inside the server, and works with CPython 3.11 and every later one.

from __future__ import annotations

import site
import sys
import sysconfig
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from types import ModuleType


class _Before:
    """What there was before the script was loaded."""

    modules: frozenset[str] = frozenset()
    hidden: Mapping[str, ModuleType] = {}  # by modules of the script with the same names
    path: tuple[str, ...] = ()
    main: ModuleType | None = None


def remember(script: Path) -> None:
    """Note what there is before a script is loaded, and make way for the modules beside it.

    As for `python script.py`, these come before modules of Python with the same names, also before those that
    the plugin has imported already. What is built in or frozen cannot be replaced there either.
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
    """Return the names of the modules and packages of a folder."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return set()
    return {entry.stem for entry in entries if entry.suffix == ".py" or (entry / "__init__.py").is_file()}


def _can_be_hidden(name: str, folder: Path) -> bool:
    package = sys.modules.get(name.partition(".")[0])
    origin = getattr(getattr(package, "__spec__", None), "origin", None)
    return origin not in (None, "built-in", "frozen") and folder not in Path(origin).parents


def forget(folder: Path) -> None:
    """Drop the modules that a script in `folder` has imported from there, and its changes of `sys.path`.

    What was there before stays, and so do packages that are installed in the folder or below it, be it by
    Python itself, in an environment, or by `pip install --target`: many, such as numpy, cannot be imported
    twice. A package with an extension module stays whole for the same reason.
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
    except Exception:  # what stands for a module may be anything, and fail in any way
        return Path()


def _is_between(folder: Path, file: Path, libraries: set[Path]) -> bool:
    """Tell whether a file is below a folder, but in no library."""
    return folder in file.parents and libraries.isdisjoint(file.parents)


def _libraries() -> set[Path]:
    """Return the folders in which Python and its packages are installed."""
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    paths = (
        [sysconfig.get_path(name) for name in names] + site.getsitepackages() + [site.getusersitepackages()]
    )
    return {Path(path) for path in paths if path}


def _installed(folder: Path) -> set[tuple[str, Path]]:
    """Return the top-level names of packages that are installed in `folder` or below, each with its place."""
    found: set[tuple[str, Path]] = set()
    places = [path for path in sys.path if folder == Path(path) or folder in Path(path).parents]
    for distribution in metadata.distributions(path=places):
        for file in distribution.files or ():
            place = Path(str(distribution.locate_file("")))
            found.add((file.parts[0].removesuffix(".py"), place))
    return found


def _root(name: str, file: Path) -> Path:
    """Return the folder from which a module's top-level package was imported."""
    levels = name.count(".") + (1 if file.name == "__init__.py" else 0)
    return file.parents[levels]
