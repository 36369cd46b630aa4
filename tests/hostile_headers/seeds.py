"""Seeds for mutations: the small headers, and the interface header in groups and as a whole."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeVar

from orthanc_codegen.lower import Annotations, load_annotations
from orthanc_codegen.lower.naming import C_PREFIX, CREATE_PREFIX, FREE_PREFIX
from orthanc_codegen.sdk import interface_header

from ..headers.texts import HEADERS, text_of
from .building import NOBODY

WHOLE = "interface"  # the seed of the whole interface header; its groups have this prefix
_FUNCTIONS = 10  # at most, in one seed; they determine the time for one input
_BEGIN, _END = b'extern "C"\n{\n#endif\n', b"\n#ifdef __cplusplus\n}\n#endif\n"
# In the interface header, empty lines separate declarations, and a comment precedes its declaration.
_BETWEEN = re.compile(rb"\n\n(?=  (?:/\*|ORTHANC_|typedef))")
_SECTION = re.compile(rb"  /\* =+\n +Functions, (\w+)")
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"\b_?OrthancPlugin\w+")

_Note = TypeVar("_Note")


@dataclass(frozen=True, slots=True)
class Seed:
    """A header that is generated without an error, and its annotations."""

    text: bytes
    annotations: Annotations


@dataclass(frozen=True, slots=True)
class _Piece:
    """A declaration of the interface header with its comment."""

    text: bytes
    section: str  # ex) "Images"; empty before the functions
    names: frozenset[str]  # of the SDK, in its code

    @property
    def is_function(self) -> bool:
        return b"ORTHANC_PLUGIN_INLINE" in self.text


def seeds() -> dict[str, Seed]:
    """Return every seed by its name."""
    whole = interface_header().read_bytes()
    return {**dict(_small()), **dict(_groups(whole)), WHOLE: Seed(whole, _known())}


def _small() -> Iterator[tuple[str, Seed]]:
    for path in sorted(HEADERS.glob("*.h")):
        notes = path.with_suffix(".toml")
        yield path.stem, Seed(text_of(path.stem), load_annotations(notes) if notes.is_file() else NOBODY)


def _groups(whole: bytes) -> Iterator[tuple[str, Seed]]:
    """Split the interface header into seeds of a few functions, each with the declarations that they need."""
    before, begin, rest = whole.partition(_BEGIN)
    body, end, _ = rest.rpartition(_END)
    assert begin and end
    pieces = list(_pieces(body))
    functions = [number for number, piece in enumerate(pieces) if piece.is_function]
    for section, numbers in itertools.groupby(functions, key=lambda number: pieces[number].section):
        members = [*numbers]
        for start in range(0, len(members), _FUNCTIONS):
            needed = _needed(pieces, members[start : start + _FUNCTIONS])
            text = b"\n\n".join(piece.text for piece in needed)
            text = before + begin + text + end
            yield f"{WHOLE}-{section}-{start // _FUNCTIONS + 1}", Seed(text, annotations_for(text))


def _pieces(body: bytes) -> Iterator[_Piece]:
    section = ""
    for text in _BETWEEN.split(body.strip(b"\n")):
        banner = _SECTION.match(text)
        section = banner[1].decode() if banner else section
        yield _Piece(text, section, _names(text))


def _needed(pieces: Sequence[_Piece], chosen: Sequence[int]) -> list[_Piece]:
    """Return declarations with their dependencies: in C, in annotations, and to make and free objects."""
    declared: dict[str, int] = {}  # the first occurrence of a name declares it
    for number, piece in enumerate(pieces):
        for name in piece.names:
            declared.setdefault(name, number)
    found: set[int] = set()
    waiting = {*chosen, declared["OrthancPluginContext"]}
    while waiting:
        found |= waiting
        names = {name for number in waiting for name in pieces[number].names}
        names |= {*_NAME.findall(repr(_about(names))), *_makers(names)}
        waiting = {declared[name] for name in names if name in declared} - found
    return [pieces[number] for number in sorted(found)]


def _makers(names: Set[str]) -> Iterator[str]:
    """Yield the names of functions that would make and free objects of these types."""
    for name in names:
        yield name.replace(C_PREFIX, CREATE_PREFIX, 1)
        yield name.replace(C_PREFIX, FREE_PREFIX, 1)


@functools.cache
def _known() -> Annotations:
    return load_annotations()


def annotations_for(text: bytes) -> Annotations:
    """Return the project's annotations for the symbols in the code of a header."""
    return _about(_names(text))


def _names(text: bytes) -> frozenset[str]:
    return frozenset(_NAME.findall(_COMMENT.sub(b"", text).decode("utf-8", "replace")))


def _about(names: Set[str]) -> Annotations:
    """Return the annotations of some symbols."""
    known = _known()
    return Annotations(
        known.path,
        functions=_only(known.functions, names),
        callbacks=_only(known.callbacks, names),
        classes=_only(known.classes, names),
        enums=_only(known.enums, names),
    )


def _only(notes: Mapping[str, _Note], names: Set[str]) -> dict[str, _Note]:
    return {name: note for name, note in notes.items() if name in names}
