"""The declarations of a header by name, and what the rules ask about them."""

from __future__ import annotations

from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    CharType,
    CType,
    Enum,
    Function,
    Header,
    IntegerType,
    Opaque,
    OpaqueType,
    PointerType,
    Struct,
    StructType,
    Version,
    VoidType,
)
from orthanc_codegen.lower.annotations import Annotations, ClassNote
from orthanc_codegen.lower.naming import FREE_PREFIX

CONTEXT = "OrthancPluginContext"
ERROR_CODE = "OrthancPluginErrorCode"

# The oldest server into which the plugin loads: what is newer may be missing from the one that runs.
OLDEST_CORE = Version(1, 5, 7)


@dataclass(frozen=True, slots=True)
class Index:
    """One header with the annotations that count for it."""

    header: Header
    annotations: Annotations
    functions: dict[str, Function]
    enums: dict[str, Enum]
    structs: dict[str, Struct]
    opaques: dict[str, Opaque]
    callbacks: dict[str, Callback]

    @classmethod
    def of(cls, header: Header, annotations: Annotations) -> Index:
        """Index a header."""
        return cls(
            header,
            annotations,
            {f.name: f for f in header.functions},
            {e.name: e for e in header.enums},
            {s.name: s for s in header.structs},
            {o.name: o for o in header.opaques},
            {c.name: c for c in header.callbacks},
        )

    def is_memory_buffer(self, ctype: CType) -> bool:
        """Whether the type is a struct of allocated ``data`` with its ``size``."""
        if not isinstance(ctype, StructType) or ctype.name not in self.structs:
            return False
        shape = [(f.name, type(f.type)) for f in self.structs[ctype.name].fields]
        return shape == [("data", PointerType), ("size", IntegerType)]

    def free_function(self, opaque: str) -> Function | None:
        """The function that gives an owned object of an opaque type back to the core."""
        for function in self.header.functions:
            takes = [p.type for p in function.parameters[1:]]
            if function.name.startswith(FREE_PREFIX) and takes == [
                PointerType(OpaqueType(opaque), const=False)
            ]:
                return function
        return None

    def class_note(self, opaque: str) -> ClassNote | None:
        """What the annotations say of an opaque type."""
        return self.annotations.classes.get(opaque)


def release_literal(version: Version) -> str:
    """A release in C++, ex) ``Release{1, 12, 8}``."""
    return f"Release{{{version.major}, {version.minor}, {version.revision}}}"


def is_text(ctype: CType) -> bool:
    """Whether the type is ``const char*``."""
    return ctype == PointerType(CharType(), const=True)


def is_text_array(ctype: CType) -> bool:
    """Whether the type is ``const char* const*``."""
    return ctype == PointerType(PointerType(CharType(), const=True), const=True)


def is_bytes(ctype: CType) -> bool:
    """Whether the type is ``const void*``."""
    return ctype == PointerType(VoidType(), const=True)


def opaque_name(ctype: CType) -> str | None:
    """The name of the opaque type behind a pointer, or None."""
    match ctype:
        case PointerType(OpaqueType(name)):
            return name
        case _:
            return None
