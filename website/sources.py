"""Gather the sources of the site: the pages of docs/, files of the root, and what the generator writes."""

from __future__ import annotations

import fnmatch
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Header

from . import coverage, header, listings
from .links import linked_files, relinked
from .places import C_NAMES, HEADER_PAGE, MAIN, NEWEST, OLDER, PAGES, RELEASES, ROOT, ROOT_PAGES, SOURCES

_TEXT: Final = (".md", ".rst")
_PATTERN: Final = re.compile(r"[\w/]+\*")


def gather() -> None:
    """Bring the sources up to date. Files that did not change keep their time, for Sphinx."""
    SOURCES.mkdir(parents=True, exist_ok=True)
    for name in ("samples", "tests"):  # for pages that include files
        link = SOURCES / name
        if not link.is_symlink():
            link.symlink_to(ROOT / name, target_is_directory=True)
    files = dict(_main())
    files["index.md"] = _present(files["index.md"].decode("utf-8"), files).encode("utf-8")
    _mirror(MAIN, files)
    for release in RELEASES[1:]:
        _mirror(OLDER / release, _reference(pipeline.load(release).header))


def _main() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the main project."""
    linked: set[str] = set()
    for file in sorted(PAGES.rglob("*")):
        name = file.relative_to(PAGES).as_posix()
        if file.is_file() and not name.startswith(("_", "conf.py")):
            content = file.read_bytes()
            if file.suffix in _TEXT:
                text = content.decode("utf-8")
                linked |= linked_files(text, f"docs/{name}")
                content = relinked(text, f"docs/{name}", name).encode("utf-8")
            yield name, content
    for file_name, page in ROOT_PAGES.items():
        if (ROOT / file_name).is_file():
            text = (ROOT / file_name).read_text(encoding="utf-8")
            linked |= linked_files(text, file_name)
            yield page, relinked(text, file_name, page).encode("utf-8")
    for shown in sorted(linked):
        yield str(listings.page_of(shown)), listings.listing(shown).encode("utf-8")
    newest = pipeline.load(NEWEST).header
    for name, content in _reference(newest).items():
        yield f"reference/{NEWEST}/{name}", content
    names, listing = header.listing()
    C_NAMES.write_text("\n".join(names), encoding="utf-8")
    yield f"{HEADER_PAGE}.rst", header.PAGE.encode("utf-8")
    yield f"{HEADER_PAGE}.html", listing.encode("utf-8")
    yield "coverage.rst", coverage.PAGE.encode("utf-8")
    yield "coverage.html", coverage.fragment(newest).encode("utf-8")


def _present(index: str, files: Collection[str]) -> str:
    """Drop the patterns of the index that match no page, for which Sphinx would warn."""
    pages = [file.rpartition(".")[0] for file in files]
    lines = index.split("\n")
    return "\n".join(line for line in lines if not _PATTERN.fullmatch(line) or fnmatch.filter(pages, line))


def _reference(release: Header) -> dict[str, bytes]:
    """Generate the reference for a release."""
    files = pipeline.files_for(release, formatted=False)
    docs = {path.removeprefix("docs/"): text for path, text in files.items() if path.startswith("docs/")}
    return {name: text.encode("utf-8") for name, text in docs.items()}


def _mirror(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder contain exactly these files."""
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            if not any(file.startswith(f"{name}/") for file in files):
                shutil.rmtree(path)
        elif name not in files:
            path.unlink()
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
