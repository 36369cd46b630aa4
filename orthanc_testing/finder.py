"""Makes `import orthanc` find the module of a built plugin, if no other one is installed."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType


class _Finder:
    """The last finder of all, so that an installed module takes precedence."""

    @staticmethod
    def find_spec(
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG004
        target: ModuleType | None = None,  # noqa: ARG004
    ) -> importlib.machinery.ModuleSpec | None:
        """Find the module `orthanc`; raise ModuleNotFoundError with the reason if there is no plugin."""
        if name != "orthanc":
            return None
        from .errors import KitError
        from .locate import find_plugin

        try:
            file = find_plugin().module
        except KitError as error:
            raise ModuleNotFoundError(f"No module named 'orthanc': {error}", name=name) from None
        return importlib.util.spec_from_file_location(name, file)


def install() -> None:
    """Add the finder, once."""
    if _Finder not in sys.meta_path:
        sys.meta_path.append(_Finder)
