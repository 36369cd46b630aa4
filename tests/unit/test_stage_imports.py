"""Every stage imports only stages to its left, and only the parser imports libclang."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_PACKAGE = Path(__file__).resolve().parents[2] / "orthanc_codegen"

# The imports that each stage may have besides itself: the order of ARCHITECTURE.md.
_MAY_IMPORT = {
    "ir": set[str](),
    "sdk": {"ir"},
    "parse": {"ir"},
    "plan": {"ir"},
    "lower": {"ir", "plan"},
    "cpp": {"ir", "plan"},
    "check": {"ir", "plan"},
    "coverage": {"ir", "plan", "render"},
    "coverage_page": {"coverage", "ir", "plan"},
    "description": {"ir", "plan"},
    "diff": {"ir"},
    "draft": {"ir", "lower"},
    "listing": {"ir", "plan"},
    "survey": {"coverage", "plan", "sdk"},
    "unchanged": set[str](),
    "verify": {"ir"},
    "render": {"ir", "plan", "cpp"},
    "write": set[str](),
}
_COMMON = {"diagnostics", "dump", "files", "resources", "stages", "tables", "templates", "words"}
# What composes the stages, or runs beside them.
_ABOVE = {
    "__init__",
    "__main__",
    "build",
    "cli",
    "commands",
    "develop",
    "new",
    "pipeline",
    "progress",
    "pythons",
    "running",
    "signals",
    "uploads",
}


def sources(stage: str) -> list[Path]:
    """Return the files of a stage, which is a folder or a single module."""
    module = _PACKAGE / f"{stage}.py"
    return [module] if module.is_file() else sorted((_PACKAGE / stage).rglob("*.py"))


def imported(source: Path) -> Iterator[str]:
    """Yield the full names of everything that a file imports, at any depth."""
    package = ("orthanc_codegen", *source.relative_to(_PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) + 1 - node.level]) + "." if node.level else ""
            yield from (f"{base}{node.module or ''}.{alias.name}".replace("..", ".") for alias in node.names)


@pytest.mark.parametrize("stage", _MAY_IMPORT)
def test_stage_imports_only_what_stands_left(stage: str) -> None:
    files = sources(stage)
    assert files, f"there is no stage {stage}"
    allowed = _MAY_IMPORT[stage] | _COMMON | {stage, "__version__"}
    for file in files:
        own = [name.split(".")[1] for name in imported(file) if name.startswith("orthanc_codegen.")]
        assert set(own) <= allowed, f"{file.relative_to(_PACKAGE)} imports {set(own) - allowed}"


def test_every_module_is_listed() -> None:
    modules = {
        path.stem for path in _PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert modules == _MAY_IMPORT.keys() | _COMMON | _ABOVE


def test_rules_and_callbacks_do_not_import_each_other() -> None:
    for own, other in (("rules", "callbacks"), ("callbacks", "rules"), ("scope.py", "callbacks")):
        path = _PACKAGE / "lower" / own
        for file in [path] if path.is_file() else path.rglob("*.py"):
            forbidden = [name for name in imported(file) if f".lower.{other}" in name]
            assert not forbidden, f"{file.relative_to(_PACKAGE)} imports {forbidden}"


def test_only_the_parser_knows_libclang() -> None:
    users = [
        file.relative_to(_PACKAGE).parts[0]
        for file in _PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == "clang" for name in imported(file))
    ]
    assert set(users) == {"parse"}
