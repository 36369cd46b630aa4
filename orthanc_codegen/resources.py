"""Locate the resource folders: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError

_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """Return the folder of the Mako templates."""
    return _room("templates")


def runtime_dir() -> Path:
    """Return the folder of the C++ runtime and its CMake project."""
    return _room("plugin_runtime")


def sdk_headers_dir() -> Path:
    """Return the folder of the SDK headers and of the data about releases."""
    return _room("sdk_headers")


def _room(name: str) -> Path:
    # The wheel first, since a folder beside an installed package could belong to another project.
    for candidate in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise CodegenError.of(
        f"the installation is incomplete: {name} is missing; reinstall orthanc-codegen", str(_PACKAGE)
    )
