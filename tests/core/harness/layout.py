"""The structs and callback types of an SDK header as ctypes types, made from the IR."""

from __future__ import annotations

import ctypes
import os
from typing import Any

from orthanc_codegen.ir import (
    CharType,
    CType,
    EnumType,
    FloatType,
    Header,
    IntegerType,
    PointerType,
    Struct,
    StructType,
    VoidType,
)

_INTEGERS: dict[tuple[int, bool], type[Any]] = {
    (8, True): ctypes.c_int8,
    (8, False): ctypes.c_uint8,
    (16, True): ctypes.c_int16,
    (16, False): ctypes.c_uint16,
    (32, True): ctypes.c_int32,
    (32, False): ctypes.c_uint32,
    (64, True): ctypes.c_int64,
    (64, False): ctypes.c_uint64,
}

TEXT = PointerType(CharType(), const=True)
TEXT_ARRAY = PointerType(TEXT, const=True)
BYTES = PointerType(VoidType(), const=True)
MEMORY = PointerType(VoidType(), const=False)


class Layouts:
    """The memory layout of the types of one header. Every pointer is an address."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.structs = {struct.name: struct for struct in header.structs}
        self.enums = {enum.name: enum for enum in header.enums}
        self.callbacks = {callback.name: callback for callback in header.callbacks}
        self._made: dict[str, type[ctypes.Structure]] = {}

    def of(self, ctype: CType) -> type[Any]:
        """Return the ctypes type of a value."""
        match ctype:
            case IntegerType(_, bits, signed):
                return _INTEGERS[bits, signed]
            case FloatType(bits=bits):
                return ctypes.c_float if bits == 32 else ctypes.c_double
            case EnumType():
                return ctypes.c_int32
            case StructType(name):
                return self.struct(name)
            case _:
                return ctypes.c_void_p

    def struct(self, name: str) -> type[ctypes.Structure]:
        """Return the ctypes structure of a struct."""
        if name not in self._made:
            fields = [(field.name, self.of(field.type)) for field in self.structs[name].fields]
            self._made[name] = type(name, (ctypes.Structure,), {"_fields_": fields})
        return self._made[name]

    def prototype(self, name: str) -> Any:
        """Return the ctypes function type of a callback type."""
        callback = self.callbacks[name]
        result = None if isinstance(callback.result, VoidType) else self.of(callback.result)
        return ctypes.CFUNCTYPE(result, *(self.of(parameter.type) for parameter in callback.parameters))

    def read(self, name: str, address: int) -> dict[str, Any]:
        """Read a struct: decode text and bytes, return other pointers as addresses, flatten inner structs."""
        value = self.struct(name).from_address(address)
        fields: dict[str, Any] = {}
        for field in self.structs[name].fields:
            if isinstance(field.type, StructType):
                place = address + getattr(self.struct(name), field.name).offset
                fields.update(self.read(field.type.name, place))
            else:
                fields[field.name] = self._read_field(self.structs[name], field.name, value)
        return fields

    def _read_field(self, struct: Struct, name: str, value: ctypes.Structure) -> Any:
        types = {field.name: field.type for field in struct.fields}
        names = [field.name for field in struct.fields]
        raw = getattr(value, name)
        follower = names[names.index(name) + 1] if name != names[-1] else ""
        size_name = follower if follower == "size" or follower.endswith("Size") else f"{name}Size"
        if types[name] in (BYTES, TEXT) and isinstance(types.get(size_name), IntegerType):
            return read_bytes(raw, getattr(value, size_name))
        if types[name] == TEXT:
            return read_text(raw)
        if types[name] in (BYTES, MEMORY) and "pitch" in types and "height" in types:
            return read_bytes(raw, value.pitch * value.height)
        if types[name] == TEXT_ARRAY:
            count = getattr(value, f"{name.removesuffix('Keys').removesuffix('Values')}Count")
            return read_texts(raw, count)
        return raw


# Reads through /proc/self/mem: the SDK leaves fields that a service does not use uninitialized, and there
# a wild pointer causes an error or a short read instead of a crash.
_MEMORY = os.open("/proc/self/mem", os.O_RDONLY)
_PIECE = 4096
_MOST = 16 << 20  # bytes of one block; some tests pass sizes that exceed the machine's memory


def read_bytes(address: int | None, size: int) -> bytes | None:
    """Read memory; return None if it cannot be read."""
    if not address:
        return None
    try:
        return os.pread(_MEMORY, min(size, _MOST), address)
    except (OSError, OverflowError):
        return None


def read_text(address: int | None) -> str | None:
    """Read NUL-terminated text; return None for NULL or an unreadable address."""
    data = b""
    while b"\0" not in data:
        piece = read_bytes((address or 0) + len(data) if address else None, _PIECE)
        if not piece:
            return None
        data += piece
    return data.partition(b"\0")[0].decode("utf-8", "surrogateescape")


def read_texts(address: int | None, count: int) -> list[str | None]:
    """Read an array of texts."""
    items = (ctypes.c_void_p * count).from_address(address) if address and count else ()
    return [read_text(item) for item in items]
