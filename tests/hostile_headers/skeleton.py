"""The code in generated files without comments and strings, which no text of a header may change."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from clang.cindex import TokenKind, TranslationUnit  # type: ignore[import-untyped]

_FLAGS = ["-std=c++17", "-nostdinc", "-w", "-ferror-limit=1"]


def cpp_skeleton(files: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the tokens of every C++ file by path, without comments and strings."""
    return {path: _tokens(text) for path, text in files.items() if path.startswith("cpp/")}


def _tokens(text: str) -> list[str]:
    unit = TranslationUnit.from_source("code.cpp", _FLAGS, [("code.cpp", text)])
    return [
        token.spelling
        for token in unit.get_tokens(extent=unit.cursor.extent)
        if token.kind != TokenKind.COMMENT and not token.spelling.startswith('"')
    ]


def stub_skeleton(text: str) -> str:
    """Return the syntax tree of a stub without its docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [statement for statement in node.body if not _is_text(statement)]
    return ast.dump(tree)


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
