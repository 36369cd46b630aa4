"""Find the example of a group of functions, if the module has all that the example uses."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

from orthanc_codegen.resources import templates_dir


def examples_dir() -> Path:
    """Return the folder of the examples: scripts, each named like its group, ex) ``Images.py``."""
    return templates_dir() / "docs" / "examples"


@functools.cache
def example(group: str, available: frozenset[str]) -> tuple[str, ...]:
    """Return the lines of a group's example; none if there is none for this module."""
    file = examples_dir() / f"{group}.py"
    if not group.isidentifier() or not file.is_file():
        return ()
    script = file.read_text(encoding="utf-8")
    if _used(script) - available - {"OrthancException"}:
        return ()
    return tuple(script.splitlines())


def _used(script: str) -> set[str]:
    """Return the names of the module that a script uses, ex) ``{"RestApiGet", "ChangeType"}``."""
    return {
        node.attr
        for node in ast.walk(ast.parse(script))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "orthanc"
    }
