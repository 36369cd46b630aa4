"""Checks names of tests: `make TARGET`, a file, or `FILE::TEST`."""

from __future__ import annotations

import ast
import re

from ..tools import ROOT


def require_test(test: str) -> None:
    """Fail unless there is such a test."""
    file, _, name = test.partition("::")
    if test.startswith("make "):
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{re.escape(test.removeprefix('make '))}:", makefile, re.MULTILINE), test
    else:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert name in names if name else any(found.startswith("test_") for found in names), test
