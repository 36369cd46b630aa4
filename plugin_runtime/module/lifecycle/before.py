"""Records the state before a script is loaded, and hides modules that modules beside the script replace."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Short, because Python compiles
# it at each start.

import os
import sys
from types import ModuleType


class State:
    """The state before the script was loaded."""

    modules: frozenset[str] = frozenset()
    hidden: tuple[tuple[str, ModuleType], ...] = ()  # replaced by modules of the same name beside the script
    path: tuple[str, ...] = ()
    main: ModuleType | None = None


def replaces_pythons(script: str) -> bool:
    """Return whether the script, or a module beside it, has the name of one of Python's modules."""
    return not sys.stdlib_module_names.isdisjoint(_modules_beside(script, sys.stdlib_module_names))


def remember(script: str) -> None:
    """Record the state before a script is loaded, and hide modules that modules beside the script replace.

    As with `python script.py`, modules beside the script take precedence over Python's modules of the same
    name, even if the plugin has imported those already. Built-in and frozen modules are never replaced.
    """
    State.path = tuple(sys.path)
    State.main = sys.modules.get("__main__")
    folder, file = os.path.split(script)
    loaded = {name.partition(".")[0] for name in list(sys.modules)}
    names = _modules_beside(script, loaded) - {os.path.splitext(file)[0], "__main__"}
    State.hidden = tuple(
        (name, module)
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in names and _can_be_hidden(name, folder)
    )
    for name, _ in State.hidden:
        del sys.modules[name]
    State.modules = frozenset(sys.modules)


def _modules_beside(script: str, names: frozenset[str] | set[str]) -> set[str]:
    """Return which of some names are those of modules and packages in the folder of the script."""
    folder = os.path.dirname(script)
    try:
        entries = os.listdir(folder)
    except OSError:
        return set()
    files = {entry[:-3] for entry in entries if entry.endswith(".py")}
    packages = {name for name in entries if name in names and os.path.isfile(f"{folder}/{name}/__init__.py")}
    return (files | packages) & names


def _can_be_hidden(name: str, folder: str) -> bool:
    package = sys.modules.get(name.partition(".")[0])
    origin = getattr(getattr(package, "__spec__", None), "origin", None)
    return origin not in (None, "built-in", "frozen") and not origin.startswith(os.path.join(folder, ""))
