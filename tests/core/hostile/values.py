"""Values of every kind that an argument may or must not take, by the holder that takes it, as recipes."""

from __future__ import annotations

import array
import ctypes
import mmap
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy
from hypothesis import strategies as st

from ..values import LIMITS, parts_of
from . import nasty
from .nasty import Scene

LONE = "\ud800"  # a surrogate that stands for no byte
HUGE = 10**5000  # Python refuses to write it in digits
SPARSE = 5 << 30  # bytes of a mapping that takes no memory until somebody reads it
UNREAL = (2**46, 2**62, 2**63 - 1)  # sizes of buffers that are not there


@dataclass(frozen=True)
class Recipe:
    """Makes one value, anew for each call; its name is what a failure shows."""

    name: str
    make: Callable[[Scene], Any]

    def __repr__(self) -> str:
        return self.name


def constant(value: Any) -> Recipe:
    """Make a recipe of a value that nobody can change."""
    return Recipe(ascii(value)[:60] if value not in (HUGE, -HUGE) else "huge", lambda _scene: value)


def _buffer(make: Callable[[], Any]) -> Callable[[Scene], Any]:
    def made(scene: Scene) -> Any:
        value = make()
        scene.buffers.append(value)
        return value

    return made


def _released() -> memoryview:
    view = memoryview(b"abc")
    view.release()
    return view


def _closed_mapping() -> mmap.mmap:
    mapping = mmap.mmap(-1, 4096)
    mapping.close()
    return mapping


_sparse: list[mmap.mmap] = []


def sparse() -> mmap.mmap:
    """Return a buffer of more than 4 GiB that takes no memory."""
    if not _sparse:
        _sparse.append(mmap.mmap(-1, SPARSE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000))
    return _sparse[0]


def unreal(size: int) -> Any:
    """Return an exporter whose buffer has a size, but no memory: only its address is ever looked at."""
    return (ctypes.c_char * size).from_address(ctypes.addressof(ctypes.c_char.from_buffer(sparse())))


def _unreal(size: int) -> Recipe:
    return Recipe(f"{size} bytes", lambda _scene: unreal(size))


def _closed_handle(scene: Scene) -> Any:
    handles: list[Any] = []
    scene.bench.lend("RestOutput", handles.append)
    return handles[0]


def _image(scene: Scene) -> Any:
    return scene.bench.orthanc.CreateImage(1, 2, 3)


ANYTHING = [
    *map(constant, (None, 0, 1, -1, 1.5, float("nan"), b"", b"bytes", "", "text", (), (1, 2), True, ...)),
    Recipe("object", lambda _s: object()),
    Recipe("list", lambda _s: [1, "a"]),
    Recipe("dict", lambda _s: {"a": "b"}),
    Recipe("type", lambda _s: int),
    Recipe("the module", lambda s: s.bench.orthanc),
    Recipe("a function of the module", lambda s: s.bench.orthanc.RestApiGet),
    Recipe("a class of handles", lambda s: s.bench.orthanc.Image),
    Recipe("lambda", lambda _s: lambda *_a, **_k: None),
    Recipe("generator", lambda _s: (i for i in range(3))),
    Recipe("closed handle", _closed_handle),
    Recipe("image", _image),
    Recipe("self", lambda s: s.target),
    Recipe("namespace", lambda _s: SimpleNamespace()),
    Recipe("numpy scalar", lambda _s: numpy.float64(1.5)),
]
_TEXTS = [
    *map(constant, ("a\0b", "\0", LONE, "\udfff", "\udc80\udcff", "ünï", "a\r\nb", "\n", "x" * 100_000)),
    *map(constant, ("\U0001d518", "%s%n%x", "../" * 50)),
]
_INTEGERS = [
    *map(constant, (HUGE, -HUGE, 2**64, 2**64 - 1, 2**63, -(2**63), -(2**63) - 1, 2**32, 2**31, -(2**31))),
    Recipe("numpy integer", lambda _s: numpy.uint64(2**64 - 1)),
    Recipe("numpy array of one", lambda _s: numpy.array([7])),
]
_FLOATS = [
    *map(constant, (float("inf"), -float("inf"), 1e308, -1e308, 5e-324, 10**400, 3.5e38)),
    Recipe("Decimal", lambda _s: Decimal("sNaN")),
    Recipe("Fraction", lambda _s: Fraction(10**400, 3)),
]
_FIVE_GIB = Recipe("5 GiB", lambda _s: sparse())
_BUFFERS = [
    Recipe("bytearray", _buffer(lambda: bytearray(b"abc"))),
    Recipe("memoryview", _buffer(lambda: memoryview(bytearray(b"abc")))),
    Recipe("not contiguous", _buffer(lambda: memoryview(bytearray(b"abcdef"))[::2])),
    Recipe("backwards", _buffer(lambda: memoryview(b"abcdef")[::-1])),
    Recipe("released", lambda _s: _released()),
    Recipe("closed mapping", lambda _s: _closed_mapping()),
    Recipe("array", _buffer(lambda: array.array("d", [1.0, 2.0]))),
    Recipe("numpy array", lambda _s: numpy.arange(12, dtype=numpy.uint16).reshape(3, 4)),
    Recipe("numpy columns", lambda _s: numpy.arange(12).reshape(3, 4)[:, 1]),
    Recipe("numpy of Fortran", lambda _s: numpy.asfortranarray(numpy.zeros((3, 4)))),
    Recipe("numpy without dimensions", lambda _s: numpy.array(7.0)),
    Recipe("numpy of objects", lambda _s: numpy.array([object()])),
    Recipe("numpy of no bytes", lambda _s: numpy.zeros((0, 5))),
    _FIVE_GIB,
    *map(_unreal, UNREAL),
    Recipe("lone surrogate", lambda _s: LONE),
    Recipe("view of an image", lambda s: memoryview(_image(s))),
]
_HEADERS = [
    Recipe("bad key", lambda _s: {1: "a"}),
    Recipe("bad value", lambda _s: {"a": b"b"}),
    Recipe("line break", lambda _s: {"a": "b\r\nc: d"}),
    Recipe("NUL", lambda _s: {"a\0": "b"}),
    Recipe("surrogate", lambda _s: {LONE: "b"}),
    Recipe("many", lambda _s: {f"key {i}": LONE if i == 999 else "value" for i in range(1000)}),
    Recipe("good", lambda _s: {"ä": "\udcff", "b": ""}),
    Recipe("pairs", lambda _s: [("a", "b")]),
]


_POOLS: dict[str, list[Recipe]] = {
    "Text": _TEXTS,
    "Integer": _INTEGERS,
    "Flag": _INTEGERS,
    "Enum": _INTEGERS,
    "Float": [*_FLOATS, *_INTEGERS],
    "Buffer": _BUFFERS,
    "Pixels": [*_BUFFERS, Recipe("pixels", lambda _s: bytes(28 * 2))],
    "Memory": [r for r in _BUFFERS if r is not _FIVE_GIB],  # which would be copied
    "Headers": _HEADERS,
}


def _made(kind: str, act: str) -> Recipe:
    return Recipe(f"{kind} that may {act}", lambda scene: nasty.KINDS[kind](scene, nasty.ACTS[act]))


NASTY = [_made(kind, act) for kind in nasty.KINDS for act in nasty.ACTS]


def _generated(family: str) -> st.SearchStrategy[Recipe] | None:
    """Return values that are made up: text with all code points, integers of any size, bytes."""
    match family:
        case "Text" | "Headers":
            made = st.text(st.characters(exclude_categories=()), max_size=12)
            return made.map(constant if family == "Text" else _header)
        case "Integer" | "Flag" | "Enum":
            return st.integers(-(2**65), 2**65).map(constant)
        case "Float":
            return st.floats().map(constant)
        case "Buffer" | "Pixels":
            return st.binary(max_size=60).map(constant)
    return None


def _header(text: str) -> Recipe:
    return Recipe(f"header {text!a}", lambda _scene: {text: text})


_WRAPPED = re.compile(r"(?:Required|Header)Answer<(.*)>")
_FAMILIES = {
    "HeaderText": "Text",
    "KeptText": "Text",
    "HttpStatus": "Integer",
    "Code": "Integer",
    "Filled": "Memory",
    "Allocated": "Memory",
}


def family_of(holder: str) -> str:
    """Return the family of a holder, ex) ``OptionalTextArgument`` is of the family ``Text``."""
    name = parts_of(_WRAPPED.sub(r"\1", holder))[0]
    name = name.removesuffix("Argument").removesuffix("Answer")
    for prefix in ("Optional", "Owned", "Consumed"):
        name = name.removeprefix(prefix)
    return _FAMILIES.get(name, name)


def wrong(holder: str) -> st.SearchStrategy[Recipe]:
    """Return values for a holder: of its own kind and odd, of any other kind, and nasty ones."""
    family = family_of(holder)
    pools: list[st.SearchStrategy[Recipe]] = [st.sampled_from(ANYTHING + NASTY)]
    own = list(_POOLS.get(family, []))
    limit = LIMITS.get(parts_of(_WRAPPED.sub(r"\1", holder))[1])
    if limit is not None:
        own += map(constant, (limit, limit + 1, -limit - 1, -limit - 2))
    if own:
        pools.append(st.sampled_from(own))
    generated = _generated(family)
    if generated is not None:
        pools.append(generated)
    return st.one_of(pools)
