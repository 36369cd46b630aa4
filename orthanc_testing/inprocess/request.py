"""One call of a service by the module: its inputs, and where the module expects the outputs."""

from __future__ import annotations

import ctypes
import threading
from typing import TYPE_CHECKING, Any

from .layout import TEXT, pointee_of, read_text
from .memory import encode

if TYPE_CHECKING:
    from .standin import StandInCore


class Request:
    """One call of a service of the core."""

    def __init__(self, core: StandInCore, service: str, block: str, address: int | None) -> None:
        self.core = core
        self.service = service  # ex) "RestApiGet"
        self.thread = threading.get_ident()
        self.filled: dict[str, Any] = {}
        self.types: dict[str, str] = {}  # of the fields, those of inner structs included
        self.raw: dict[str, int] = {}  # pointers that are not decoded
        if block and address:
            self.fields = core.layouts.read(block, address)
            struct = core.layouts.struct(block).from_address(address)
            pointers = [field[0] for field in struct._fields_ if field[1] is ctypes.c_void_p]
            self.raw = {name: getattr(struct, name) for name in pointers}
            self._collect(block)
        else:
            self.fields = {"argument": read_text(address)}

    def _collect(self, block: str) -> None:
        for name, ctype in self.core.layouts.description.structs[block]:
            if self.core.layouts.is_struct(ctype):
                self._collect(ctype)
            else:
                self.types[name] = ctype

    def type_of(self, name: str) -> str:
        """Return the callback type of a field; an empty text for a field of another type."""
        ctype = self.types.get(name, "")
        return ctype if ctype in self.core.layouts.description.types else ""

    @property
    def outputs(self) -> dict[str, str]:
        """The outputs that the module requests: the name of each pointer, and the type that it points to."""
        wanted = {name: pointee_of(ctype) for name, ctype in self.types.items() if self.fields[name]}
        return {n: p.type for n, p in wanted.items() if p and not p.const and self._is_output(p.type)}

    def _is_output(self, pointee: str) -> bool:
        return (
            self.core.layouts.is_scalar(pointee)
            or self.core.layouts.is_struct(pointee)
            or pointee.endswith("*")
        )

    def fill(self, name: str, value: Any) -> None:
        """Fill one output: bytes, text, a number, an address, or the fields of a struct; None means NULL."""
        layouts, place, pointee = self.core.layouts, self.fields[name], self.outputs[name]
        self.filled[name] = value
        if layouts.is_struct(pointee) and isinstance(value, dict):
            target = layouts.struct(pointee).from_address(place)
            for key, item in value.items():
                setattr(target, key, item)
        elif layouts.is_struct(pointee):
            target = layouts.struct(pointee).from_address(place)
            target.data = None if value is None else self.core.memory.give(value)
            target.size = len(value or b"")
        elif layouts.is_scalar(pointee):
            layouts.of(pointee).from_address(place).value = value
        else:
            ctypes.c_void_p.from_address(place).value = (
                None if value is None else self._pointer(pointee, value)
            )

    def _pointer(self, pointee: str, value: Any) -> int:
        match pointee:
            case "char *":
                return self.core.memory.give(_bytes(value) + b"\0")
            case "void *" | "const void *":
                return self.core.memory.lend(value)
            case _ if pointee == TEXT:
                return self.core.memory.lend(_bytes(value))
            case _:
                return int(value)


def _bytes(value: str | bytes) -> bytes:
    return encode(value) if isinstance(value, str) else value
