"""Recognizes output that a generation would not change, without parsing the header.

Imports no stage, because importing libclang and the templates takes longer than the comparison.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen.resources import sdk_headers_dir, templates_dir

# In the output folder: the digest of the input, and that of each file.
STAMP = ".orthanc-codegen.json"

_PACKAGE = Path(__file__).resolve().parent
_SOURCES = {".py", ".toml"}
# What decides about the text beside the generator's own sources.
_DISTRIBUTIONS = ("libclang", "ruff", "clang_format", "mako")


@dataclass(frozen=True, slots=True)
class Generation:
    """The input and the output folder of one generation."""

    output: Path
    options: tuple[str, ...]  # all that changes the output, ex) the release
    inputs: tuple[Path, ...]  # files that the user named

    def is_up_to_date(self) -> bool:
        """Whether the same input was generated to this folder, and its files are as they were written."""
        try:
            stamp = json.loads((self.output / STAMP).read_bytes())
            files = stamp["files"]
            return bool(
                stamp["input"] == self._digest()
                and {path: _digest_of(self.output / path) for path in files} == files
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False  # no stamp, or one that nobody can read: generate

    def record(self, paths: Iterable[str]) -> None:
        """Record the files that were written. Without the record, the next generation only takes longer."""
        with contextlib.suppress(OSError):
            files = {path: _digest_of(self.output / path) for path in sorted(paths)}
            text = json.dumps({"input": self._digest(), "files": files}, indent=1)
            (self.output / STAMP).write_text(text + "\n", encoding="utf-8")

    def _digest(self) -> str:
        """Return the digest of everything that the output depends on."""
        whole = hashlib.sha256(repr((self.options, sorted(_distributions()))).encode())
        for file in (*_own_files(), *self.inputs):
            whole.update(f"\0{file}\0{_digest_of(file)}".encode())
        return whole.hexdigest()


def _digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _own_files() -> Iterator[Path]:
    """Yield the files of the generator: its sources, the templates, the format, the interface header."""
    yield from sorted(file for file in _PACKAGE.rglob("*") if file.suffix in _SOURCES)
    for folder in (templates_dir(), sdk_headers_dir()):
        yield from sorted(file for file in folder.rglob("*") if file.is_file())
    yield templates_dir().with_name(".clang-format")


def _distributions() -> Iterator[str]:
    """Yield the names and versions of the libraries, by the names of their metadata."""
    for name in _DISTRIBUTIONS:
        for folder in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
            yield from (found.name for found in Path(folder).glob(f"{name}-*.dist-info"))
