"""Imports the embedded files of this folder, each when it is first needed, some once Python's modules are."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Short, because Python compiles
# it at each start.

import sys
from _frozen_importlib import ModuleSpec
from types import ModuleType

# The files that adapt a module of Python, once a script imports it. Each has a function `connect`.
_ADAPTERS = {
    "logging": "_orthanc_logs",
    "multiprocessing": "_orthanc_children",
    "multiprocessing.pool": "_orthanc_pools",
}
waiting: dict[str, str] = {}  # the adapters of modules that are not imported


class _Parts:
    """Finds and loads the files: logs.py, for example, is the module `_orthanc_logs`."""

    def __init__(self, sources: dict[str, tuple[str, str]]) -> None:
        self._sources = sources

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name in self._sources:
            return ModuleSpec(name, self)  # type: ignore[arg-type]
        if name not in waiting:
            return None
        import _orthanc_late

        return _orthanc_late.find_spec(self, name, path, target)

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave that to Python."""

    def exec_module(self, module: ModuleType) -> None:
        source, module.__file__ = self._sources[module.__name__]
        exec(compile(source, module.__file__, "exec"), vars(module))


class Ignored:
    """Ignores exceptions in its scope, like `contextlib.suppress`, whose module takes 1 ms to import."""

    def __init__(self, *kinds: type[Exception]) -> None:
        self._kinds = kinds

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, _value: object, _trace: object) -> bool:
        return kind is not None and issubclass(kind, self._kinds)


def connect() -> None:
    """Adapt the modules that a script imports, or that are imported already, to the server."""
    for name, adapter in _ADAPTERS.items():
        if sys.modules.get(name) is None:
            waiting[name] = adapter
        else:
            import _orthanc_late

            _orthanc_late.adapt(name, adapter)


def install(sources: dict[str, tuple[str, str]]) -> None:
    """Make the files importable: the source and the file by the name of the module."""
    sys.meta_path.insert(0, _Parts(sources))  # type: ignore[arg-type]
