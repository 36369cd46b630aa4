"""Which modules are the script's own: a server that is reset loads those anew, and nothing of Python's."""

# It is compiled into the module, runs inside the server, and works with CPython 3.11 and every later one.

from __future__ import annotations

import site
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from types import ModuleType


class _Before:
    """What there was before the script was loaded."""

    modules: frozenset[str] = frozenset()
    path: tuple[str, ...] = ()
    main: ModuleType | None = None


def remember() -> None:
    """Note what there is before a script is loaded."""
    _Before.modules = frozenset(sys.modules)
    _Before.path = tuple(sys.path)
    _Before.main = sys.modules.get("__main__")


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
