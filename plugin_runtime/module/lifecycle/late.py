"""Adapts a module of Python to the server once it has been imported."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import _orthanc_parts

_LIBRARY = os.path.dirname(os.__file__)


def adapt(name: str, adapter: str) -> None:
    """Adapt a package, or a module in a package, that is imported.

    A package of the same name beside the script is not meant.
    """
    if _is_pythons(sys.modules[name].__spec__):
        importlib.import_module(adapter).connect()


def _is_pythons(spec: ModuleSpec | None) -> bool:
    """Return whether a package, or a module in a package, belongs to Python."""
    return spec is not None and os.path.dirname(os.path.dirname(spec.origin or "")) == _LIBRARY


def find_spec(
    own: object, name: str, path: Sequence[str] | None, target: ModuleType | None
) -> ModuleSpec | None:
    """Find a module that waits for its adapter, with all finders but our own."""
    others = [getattr(finder, "find_spec", None) for finder in sys.meta_path if finder is not own]
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
        adapter = _orthanc_parts.waiting.pop(self._name, None)
        if adapter is not None:
            importlib.import_module(adapter).connect()
