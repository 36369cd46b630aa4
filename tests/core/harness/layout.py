"""The layouts of the kit for the IR of a header: the declarations by name, and types as IR."""

from __future__ import annotations

from typing import Any

from orthanc_codegen.ir import CharType, CType, Header, PointerType, VoidType, spell
from orthanc_testing.inprocess import layout
from orthanc_testing.inprocess.description import Description
from orthanc_testing.inprocess.layout import read_bytes, read_text

__all__ = ["BYTES", "TEXT", "TEXT_ARRAY", "Layouts", "read_bytes", "read_text"]

TEXT = PointerType(CharType(), const=True)
TEXT_ARRAY = PointerType(TEXT, const=True)
BYTES = PointerType(VoidType(), const=True)


class Layouts(layout.Layouts):
    """The memory layout of the types of one header."""

    def __init__(self, header: Header, description: Description) -> None:
        super().__init__(description)
        self.header = header
        self.structs = {struct.name: struct for struct in header.structs}
        self.enums = {enum.name: enum for enum in header.enums}
        self.callbacks = {callback.name: callback for callback in header.callbacks}

    def of(self, ctype: CType | str) -> type[Any]:
        """Return the ctypes type of a value."""
        return super().of(ctype if isinstance(ctype, str) else spell(ctype))
