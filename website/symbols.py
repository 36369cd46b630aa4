"""Write the symbols of each release, for the release switch."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .places import NEWEST, RELEASES, SITE

_ENTRY: Final = re.compile(r"^(?P<name>.+?) (?P<kind>\S+:\S+) -?\d+ (?P<uri>\S*) .*$", re.MULTILINE)


def write_symbols() -> None:
    """Write a script that defines the page of each symbol in each release."""
    symbols = {release: dict(_pages(release)) for release in RELEASES}
    text = f"window.orthancSymbols = {json.dumps(symbols, separators=(',', ':'))};\n"
    (SITE / "reference" / "symbols.js").write_text(text, encoding="utf-8")


def _pages(release: str) -> Iterator[tuple[str, str]]:
    """Yield each symbol with its page, ex) ``("orthanc.RestApiGet", "functions.html")``."""
    project = SITE if release == NEWEST else SITE / "reference" / release
    folder = f"reference/{release}/" if release == NEWEST else ""
    for name, kind, uri in inventory(project / "objects.inv"):
        if kind.startswith("py:") and uri.startswith(folder):
            yield name, uri.removeprefix(folder).partition("#")[0]


def inventory(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the kind and the URI of each object of a project."""
    compressed = file.read_bytes().split(b"\n", 4)[4]
    for found in _ENTRY.finditer(zlib.decompress(compressed).decode("utf-8")):
        yield found["name"], found["kind"], found["uri"]
