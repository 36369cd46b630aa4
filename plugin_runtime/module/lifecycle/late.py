"""Calls a function once a module of Python has been imported."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LIBRARY = os.path.dirname(os.__file__)
_waiting: dict[str, Callable[[], None]] = {}


def after_import(name: str, action: Callable[[], None]) -> None:
    """Call `action` now if a package, or a module in a package, is imported, or else when it will be.

    A package of the same name beside the script is not meant.
    """
    module = sys.modules.get(name)
    if module is None:
        _waiting[name] = action
    elif _is_pythons(module.__spec__):
        action()


def _is_pythons(spec: ModuleSpec | None) -> bool:
    """Return whether a package, or a module in a package, belongs to Python."""
    return spec is not None and os.path.dirname(os.path.dirname(spec.origin or "")) == _LIBRARY


class _Finder:
    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in _waiting:
            return None
        others = [getattr(finder, "find_spec", None) for finder in sys.meta_path if finder is not self]
        spec = next(filter(None, (find(name, path, target) for find in others if find)), None)
        if spec is not None and _is_pythons(spec):
            spec.loader = _Loader(spec.loader, name)  # type: ignore[assignment]
        return spec


class _Loader:
    def __init__(self, loader: Any, name: str) -> None:
        self._loader = loader
        self._name = name

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        action = _waiting.pop(self._name, None)
        if action is not None:
            action()


sys.meta_path.insert(0, _Finder())  # type: ignore[arg-type]
