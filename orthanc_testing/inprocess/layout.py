"""The structs and callback types of the interface as ctypes types, and readers of their memory."""

from __future__ import annotations

import ctypes
import os
from typing import Any, NamedTuple

from .description import Description

_SCALARS: dict[str, type[Any]] = {
    "int": ctypes.c_int32,
    **{f"int{bits}_t": getattr(ctypes, f"c_int{bits}") for bits in (8, 16, 32, 64)},
    **{f"uint{bits}_t": getattr(ctypes, f"c_uint{bits}") for bits in (8, 16, 32, 64)},
    "float": ctypes.c_float,
    "double": ctypes.c_double,
}

# C types, as the description spells them.
TEXT = "const char *"
TEXT_ARRAY = "const char *const *"
BYTES = "const void *"
MEMORY = "void *"


class Pointee(NamedTuple):
    """The target of a pointer."""

    type: str
    const: bool


def pointee_of(ctype: str) -> Pointee | None:
    """Return what a pointer points to, ex) ``("const char *", True)`` of ``const char *const *``, or None."""
    if not ctype.endswith("*"):
        return None
    inner = ctype[:-1].rstrip()
    if inner.endswith("*const"):
        return Pointee(inner.removesuffix("const"), True)
    if "*" not in inner and inner.startswith("const "):
        return Pointee(inner.removeprefix("const "), True)
    return Pointee(inner, False)


class Layouts:
    """The memory layout of the types of one interface. Every pointer is an address."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self._made: dict[str, type[ctypes.Structure]] = {}

    def is_scalar(self, ctype: str) -> bool:
        """Return whether a type is a number or an enumeration."""
        return ctype in _SCALARS or ctype in self.description.enums

    def is_struct(self, ctype: str) -> bool:
        """Return whether a type is a struct whose fields are known."""
        return ctype in self.description.structs

    def is_buffer(self, ctype: str) -> bool:
        """Return whether a type is a struct of a pointer and a size."""
        return [name for name, _ in self.description.structs.get(ctype, ())] == ["data", "size"]

    def of(self, ctype: str) -> type[Any]:
        """Return the ctypes type of a value."""
        if ctype in self.description.enums:
            return ctypes.c_int32
        if self.is_struct(ctype):
            return self.struct(ctype)
        return _SCALARS.get(ctype, ctypes.c_void_p)

    def struct(self, name: str) -> type[ctypes.Structure]:
        """Return the ctypes structure of a struct."""
        if name not in self._made:
            fields = [(field, self.of(ctype)) for field, ctype in self.description.structs[name]]
            self._made[name] = type(name, (ctypes.Structure,), {"_fields_": fields})
        return self._made[name]

    def prototype(self, name: str) -> Any:
        """Return the ctypes function type of a callback type."""
        kind = self.description.types[name]
        result = None if kind.result == "void" else self.of(kind.result)
        return ctypes.CFUNCTYPE(result, *(self.of(ctype) for _, ctype in kind.parameters))

    def read(self, name: str, address: int) -> dict[str, Any]:
        """Read a struct: decode text and bytes, return other pointers as addresses, flatten inner structs."""
        layout = self.struct(name)
        value = layout.from_address(address)
        members = dict(self.description.structs[name])
        fields: dict[str, Any] = {}
        for field, ctype in members.items():
            if self.is_struct(ctype):
                fields.update(self.read(ctype, address + getattr(layout, field).offset))
            else:
                fields[field] = _read_field(members, field, value)
        return fields


def _read_field(members: dict[str, str], name: str, value: ctypes.Structure) -> Any:
    ctype, names = members[name], list(members)
    raw = getattr(value, name)
    follower = names[names.index(name) + 1] if name != names[-1] else ""
    size_name = follower if follower == "size" or follower.endswith("Size") else f"{name}Size"
    if ctype in (BYTES, TEXT) and members.get(size_name) in _SCALARS:
        return read_bytes(raw, getattr(value, size_name))
    if ctype == TEXT:
        return read_text(raw)
    if ctype in (BYTES, MEMORY) and "pitch" in members and "height" in members:
        return read_bytes(raw, value.pitch * value.height)
    if ctype == TEXT_ARRAY:
        count = getattr(value, f"{name.removesuffix('Keys').removesuffix('Values')}Count")
        return read_texts(raw, count)
    return raw


# Reads through /proc/self/mem: the SDK leaves fields that a service does not use uninitialized, and there
# a wild pointer causes an error or a short read instead of a crash.
_MEMORY = os.open("/proc/self/mem", os.O_RDONLY)
_PIECE = 4096
_MOST = 16 << 20  # bytes of one block; a test may pass sizes that exceed the machine's memory


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
