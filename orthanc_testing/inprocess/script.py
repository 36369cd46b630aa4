"""Loads a script as the plugin does, and forgets it after the test."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType


class Script:
    """A script and the modules that it imports from its folder."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.module: ModuleType | None = None
        self._before: dict[str, ModuleType] = {}
        self._path: list[str] = []
        self._argv: list[str] = []

    def load(self) -> ModuleType:
        """Run the script. Its exceptions reach the caller."""
        name = self.file.stem
        self._before, self._path, self._argv = dict(sys.modules), list(sys.path), list(sys.argv)
        sys.path.insert(0, str(self.file.parent))
        sys.argv[:] = [str(self.file)]
        importlib.invalidate_caches()
        spec = importlib.util.spec_from_file_location(name, self.file)
        if spec is None or spec.loader is None:
            raise ImportError(f"{self.file} is not a Python script")
        self.module = importlib.util.module_from_spec(spec)
        sys.modules[name] = self.module
        try:
            spec.loader.exec_module(self.module)
        except ModuleNotFoundError as error:
            error.add_note(
                f"The script runs in the Python of the tests, which lacks {error.name}. Install its package "
                f"there, ex) {sys.executable} -m pip install {(error.name or '').partition('.')[0]}"
            )
            raise
        return self.module

    def forget(self) -> None:
        """Unload what the script has loaded from its folder, and restore what it has replaced."""
        if not self._path:
            return
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            if module is self.module or (file and name not in self._before and self._is_own(Path(file))):
                del sys.modules[name]
        for name, module in self._before.items():
            sys.modules.setdefault(name, module)
        sys.path[:], sys.argv[:] = self._path, self._argv
        self._path, self.module = [], None

    def _is_own(self, file: Path) -> bool:
        """Return whether a module lies beside the script or below, but is not installed there."""
        return self.file.parent in file.parents and "site-packages" not in file.parts
