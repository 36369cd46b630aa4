"""The folders of the runtime form a chain: files include only their own folder and earlier ones."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_RUNTIME = _ROOT / "plugin_runtime" / "module"

# The order of the chain, as in ARCHITECTURE.md.
CHAIN = ("python", "core", "threads", "convert", "handles", "callbacks", "lifecycle")

# Headers outside these folders: those of the module, and those shared with the loader. CMake writes the
# headers of the Python files.
_SHARED = {"guard.h", "never_destroyed.h", "startup.h"}
_EMBEDDED = re.compile(r"\w+_py\.h")


def sources() -> list[Path]:
    return sorted(path for path in _RUNTIME.rglob("*") if path.suffix in {".h", ".cpp"})


def included(source: Path) -> list[str]:
    return re.findall(r'^#include "([^"]+)"', source.read_text(encoding="utf-8"), re.MULTILINE)


def of_runtime(source: Path) -> list[str]:
    return [name for name in included(source) if name not in _SHARED and not _EMBEDDED.fullmatch(name)]


def test_every_file_is_in_a_folder_of_the_chain() -> None:
    assert {path.name for path in _RUNTIME.iterdir()} == set(CHAIN)
    assert {path.parent.parent for path in sources()} == {_RUNTIME}


def test_architecture_shows_the_chain() -> None:
    shown = " → ".join(f"`{folder}/`" for folder in CHAIN)
    assert shown in (_ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", CHAIN)
def test_folder_includes_only_what_stands_left(folder: str) -> None:
    allowed = CHAIN[: CHAIN.index(folder) + 1]
    for source in (source for source in sources() if source.parent.name == folder):
        for name in of_runtime(source):
            assert (_RUNTIME / name).is_file(), f"{source.name} includes {name!r} without its folder"
            assert name.split("/")[0] in allowed, f"{folder}/{source.name} includes {name}"


def test_files_of_a_folder_include_one_another_one_way() -> None:
    """A header and its source count as one file."""
    uses: dict[str, set[str]] = {}
    for source in sources():
        unit = source.relative_to(_RUNTIME).with_suffix("").as_posix()
        uses.setdefault(unit, set()).update(name.removesuffix(".h") for name in of_runtime(source))
    for unit, used in uses.items():
        used.discard(unit)
    TopologicalSorter(uses).prepare()  # raises CycleError, whose message shows the cycle


def test_no_declaration_stands_in_for_an_include() -> None:
    declared = re.compile(r"(?<!>\n)^(?:class|struct|enum class) \w+;", re.MULTILINE)
    for source in sources():
        assert declared.findall(source.read_text(encoding="utf-8")) == [], source


def test_shared_headers_include_nothing_of_ours() -> None:
    for name in _SHARED:
        assert included(_RUNTIME.parent / name) == []
