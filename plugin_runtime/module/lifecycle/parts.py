"""Imports the embedded files of this folder, each when it is first needed."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Parts:
    """Finds and loads the files: logs.py, for example, is the module `_orthanc_logs`."""

    def __init__(self, sources: Mapping[str, tuple[str, str]]) -> None:
        self._sources = sources

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name in self._sources else None  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave that to Python."""

    def exec_module(self, module: ModuleType) -> None:
        source, module.__file__ = self._sources[module.__name__]
        exec(compile(source, module.__file__, "exec"), vars(module))


def install(sources: Mapping[str, tuple[str, str]]) -> None:
    """Make the files importable: the source and the file by the name of the module."""
    sys.meta_path.insert(0, _Parts(sources))  # type: ignore[arg-type]
