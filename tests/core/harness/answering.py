"""Makes the table from which answering.c answers every service of a header with a value of its type."""

from __future__ import annotations

import ctypes
import enum
import struct
from collections.abc import Iterator
from typing import Any

from orthanc_codegen.ir import (
    CallbackType,
    CharType,
    EnumType,
    FloatType,
    Function,
    Header,
    IntegerType,
    OpaqueType,
    PointerType,
    StructType,
    VoidType,
)

from .layout import Layouts
from .standin import StandInCore, description_of

_FREE = "OrthancPluginFree"
_JSON = b'{"key": "value"}'
_TEXT = "ünï\udcff".encode("utf-8", "surrogateescape")
_HANDLE = 0x7FFF_0000
_TABLE = "table_in_use"


class Kind(enum.IntEnum):
    """The enumeration Kind of answering.c."""

    NUMBER = 0
    HANDLE = 1
    GIVEN = 2
    BUFFER = 3
    ALLOCATE = 4
    FREED = 5
    RELEASE = 6


class Row(ctypes.Structure):
    """The struct Row of answering.c."""

    _fields_ = (
        ("service", ctypes.c_int32),
        ("kind", ctypes.c_int32),
        ("offset", ctypes.c_size_t),
        ("width", ctypes.c_size_t),
        ("value", ctypes.c_int64),
        ("data", ctypes.c_char_p),
        ("size", ctypes.c_size_t),
    )


class CoreInC:
    """The library of answering.c with the table of one header; counts the memory and handles it returns."""

    def __init__(self, library: ctypes.CDLL, header: Header) -> None:
        self._library = library
        rows = sorted(_rows(header), key=lambda row: row.service)
        table = (Row * len(rows))(*rows)
        library.UseTable(table, ctypes.c_size_t(len(rows)))
        setattr(library, _TABLE, table)  # the library reads the table as long as it answers
        self.answer = ctypes.cast(library.Answer, ctypes.c_void_p)
        self.take_back = ctypes.cast(library.TakeBack, ctypes.c_void_p)

    def count(self, name: str) -> int:
        """Return a counter, ex) ``blocks_given``."""
        return ctypes.c_int64.in_dll(self._library, name).value

    def outstanding(self) -> tuple[int, int]:
        """Return the numbers of memory blocks and handles that were given and not freed."""
        return (
            self.count("blocks_given") - self.count("blocks_freed"),
            self.count("handles_given") - self.count("handles_freed"),
        )

    def use(self, core: StandInCore) -> None:
        """Answer all requests to a core."""
        core.answer_in_c(self.answer, self.take_back)


def releases(layouts: Layouts) -> set[str]:
    """Return the callback types that release a payload: one pointer as argument, and no result."""
    return {
        name
        for name, callback in layouts.callbacks.items()
        if isinstance(callback.result, VoidType)
        and [type(p.type) for p in callback.parameters] == [PointerType]
        and name != _FREE
    }


def _rows(header: Header) -> Iterator[Row]:
    layouts = Layouts(header, description_of(header))
    services = next(e for e in header.enums if e.name == "_OrthancPluginService")
    numbers = {e.name: e.value for e in services.enumerators}
    for function in {f.service: f for f in header.functions if f.service and f.block}.values():
        number = numbers[str(function.service)]
        if function.name.startswith(_FREE):
            yield Row(number, Kind.FREED)
        elif "CreateMemoryBuffer" in function.name:
            yield _allocation(layouts, number, function)
        else:
            yield from _outputs(layouts, number, function)
            yield from _release(layouts, number, function)


def _allocation(layouts: Layouts, number: int, function: Function) -> Row:
    block = layouts.struct(str(function.block))
    target, size = block.target.offset, block.size
    return Row(number, Kind.ALLOCATE, target, size.size, size.offset)


def _outputs(layouts: Layouts, number: int, function: Function) -> Iterator[Row]:
    """Yield rows for the fields that the function sets: the SDK leaves the others uninitialized."""
    assigned = {field for field, _ in function.call.assignments} if function.call else set()

    def walk(block: str, start: int, prefix: str) -> Iterator[Row]:
        for index, field in enumerate(layouts.structs[block].fields, start=1):
            offset = start + getattr(layouts.struct(block), field.name).offset
            match field.type:
                case StructType(name):
                    yield from walk(name, offset, f"{prefix}{field.name}.")
                case PointerType(pointee, const=False) if prefix + field.name in assigned:
                    yield from _output(layouts, number, offset, field.name, pointee, index)

    yield from walk(str(function.block), 0, "")


def _output(layouts: Layouts, number: int, offset: int, name: str, pointee: Any, index: int) -> Iterator[Row]:
    pointer = ctypes.sizeof(ctypes.c_void_p)
    match pointee:
        case PointerType(OpaqueType()):
            yield Row(number, Kind.HANDLE, offset, pointer, _HANDLE)
        case PointerType(CharType(), const=False):
            yield Row(number, Kind.GIVEN, offset, 0, 0, _TEXT, len(_TEXT) + 1)
        case PointerType(CharType() | VoidType()):
            address = ctypes.cast(ctypes.c_char_p(_TEXT), ctypes.c_void_p).value
            yield Row(number, Kind.NUMBER, offset, pointer, address)
        case StructType(struct_name):
            made = layouts.struct(struct_name)
            if [f.name for f in layouts.structs[struct_name].fields] == ["data", "size"]:
                data = _JSON if name.endswith("Headers") else _TEXT
                yield Row(number, Kind.BUFFER, offset, made.size.size, 0, data, len(data))
        case FloatType(bits=bits):
            value = struct.unpack(
                "<q", struct.pack("<fi" if bits == 32 else "<d", *([0.5, 0][: 96 // bits - 1]))
            )
            yield Row(number, Kind.NUMBER, offset, bits // 8, *value)
        case EnumType(enum_name):
            yield Row(number, Kind.NUMBER, offset, 4, layouts.enums[enum_name].enumerators[0].value)
        case IntegerType():
            yield Row(number, Kind.NUMBER, offset, ctypes.sizeof(layouts.of(pointee)), index)


def _release(layouts: Layouts, number: int, function: Function) -> Iterator[Row]:
    """Yield a row that releases the payload in the call that passes it, if there is a release callback."""
    block = layouts.struct(str(function.block))
    fields = layouts.structs[str(function.block)].fields
    wanted = releases(layouts)
    found = [f.name for f in fields if isinstance(f.type, CallbackType) and f.type.name in wanted]
    payload = [f.name for f in fields if f.type == PointerType(VoidType(), const=False)]
    if found and payload:
        place = getattr(block, payload[0]).offset
        yield Row(number, Kind.RELEASE, getattr(block, found[0]).offset, 0, place)
