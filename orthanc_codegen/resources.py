"""Where the rooms beside the package are: in a checkout beside it, in an installed wheel inside it."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError

_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """Return the folder of the Mako templates."""
    return _room("templates")


def runtime_dir() -> Path:
    """Return the folder of the fixed C++ and its CMake project."""
    return _room("plugin_runtime")


def sdk_headers_dir() -> Path:
    """Return the folder of the SDK headers and of what is known of each release."""
    return _room("sdk_headers")


def _room(name: str) -> Path:
    # The wheel first: beside an installed package, a folder of this name would be another project's.
    for candidate in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise CodegenError.of(
        f"the installation is incomplete: {name} is missing; install it again", str(_PACKAGE)
    )
