"""Values of every kind that an argument may or must not accept, by conversion, as recipes."""

from __future__ import annotations

import array
import ctypes
import mmap
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, assert_never

import numpy
from hypothesis import strategies as st

from orthanc_codegen.plan import Answer, Input
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    Bytes,
    Callback,
    Enumeration,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Headers,
    HttpStatus,
    IgnoredSize,
    Integer,
    KeptText,
    NewBytes,
    NewPayload,
    Payload,
    Pixels,
    StatusCode,
    Text,
)

from ..harness.values import LIMITS
from . import nasty
from .nasty import Scene

LONE = "\ud800"  # a surrogate that encodes no byte
HUGE = 10**5000  # too many digits for str()
SPARSE = 5 << 30  # bytes of a mapping that uses no memory until it is read
UNREAL = (2**46, 2**62, 2**63 - 1)  # sizes of buffers without memory


@dataclass(frozen=True)
class Recipe:
    """Makes one value, anew for each call; its name appears in failures."""

    name: str
    make: Callable[[Scene], Any]

    def __repr__(self) -> str:
        return self.name


def constant(value: Any) -> Recipe:
    """Make a recipe for an immutable value."""
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
    """Return a buffer of more than 4 GiB that uses no memory."""
    if not _sparse:
        _sparse.append(mmap.mmap(-1, SPARSE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000))
    return _sparse[0]


def unreal(size: int) -> Any:
    """Return an exporter of a buffer with a size but no memory; only the address may be used."""
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


_MEMORY = [recipe for recipe in _BUFFERS if recipe is not _FIVE_GIB]  # excluded: the module copies bytes
_PIXELS = [*_BUFFERS, Recipe("pixels", lambda _s: bytes(28 * 2))]


def _made(kind: str, act: str) -> Recipe:
    return Recipe(f"{kind} that may {act}", lambda scene: nasty.KINDS[kind](scene, nasty.ACTS[act]))


NASTY = [_made(kind, act) for kind in nasty.KINDS for act in nasty.ACTS]


_ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
_ANY_INTEGER = st.integers(-(2**65), 2**65).map(constant)
_ANY_BYTES = st.binary(max_size=60).map(constant)


def _header(text: str) -> Recipe:
    return Recipe(f"header {text!a}", lambda _scene: {text: text})


def _around(c_type: str) -> list[Recipe]:
    """Return the integers at the limits of a C type, and those just outside."""
    limit = LIMITS[c_type]
    return [*map(constant, (limit, limit + 1, -limit - 1, -limit - 2))]


def _own(conversion: Input | Answer) -> tuple[list[Recipe], st.SearchStrategy[Recipe] | None]:
    """Return odd values of the accepted kind: a chosen list, and a strategy that generates more."""
    match conversion:
        case Text() | KeptText():
            return _TEXTS, _ANY_TEXT.map(constant)
        case Flag(c_type) | Integer(c_type) | IgnoredSize(c_type):
            return [*_INTEGERS, *_around(c_type)], _ANY_INTEGER
        case Enumeration() | HttpStatus() | StatusCode():
            return _INTEGERS, _ANY_INTEGER
        case Float():
            return [*_FLOATS, *_INTEGERS], st.floats().map(constant)
        case Bytes(size_type):
            return [*_BUFFERS, *_around(size_type)], _ANY_BYTES
        case Pixels():
            return _PIXELS, _ANY_BYTES
        case NewBytes() | AllocatedBytes() | FilledBytes():
            return _MEMORY, None
        case Headers():
            return _HEADERS, _ANY_TEXT.map(_header)
        case Handle() | Callback() | Payload() | NewPayload():
            return [], None
        case _:
            assert_never(conversion)


def wrong(conversion: Input | Answer) -> st.SearchStrategy[Recipe]:
    """Return a strategy for odd values of the accepted kind, values of other kinds, and nasty ones."""
    chosen, generated = _own(conversion)
    pools: list[st.SearchStrategy[Recipe]] = [st.sampled_from(ANYTHING + NASTY)]
    if chosen:
        pools.append(st.sampled_from(chosen))
    if generated is not None:
        pools.append(generated)
    return st.one_of(pools)
