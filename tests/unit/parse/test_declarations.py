"""Each kind of declaration in the IR, with all its details."""

from __future__ import annotations

import pytest

from orthanc_codegen import ir
from orthanc_codegen.ir import CharType, IntegerType, PointerType, UnsupportedType, Version, VoidType

from .conftest import ParseSmall

_CONTEXT = PointerType(ir.StructType("OrthancPluginContext"), const=False)
_TEXT = PointerType(CharType(), const=True)


def test_function(small: ParseSmall) -> None:
    header = small("opaque_handle")
    function = header.functions[3]
    shelf = PointerType(ir.OpaqueType("OrthancPluginShelf"), const=True)
    assert function.name == "OrthancPluginShelfContains"
    assert function.result == IntegerType("int32_t", 32, signed=True)
    assert function.parameters == (
        ir.Parameter("context", _CONTEXT),
        ir.Parameter("shelf", shelf),
        ir.Parameter("title", _TEXT),
    )
    assert function.service == "_OrthancPluginService_ShelfContains"
    assert function.block == "_OrthancPluginShelfContains"
    assert header.functions[0].result == PointerType(ir.OpaqueType("OrthancPluginShelf"), const=False)


def test_plain_parameter_has_no_block(small: ParseSmall) -> None:
    (function,) = small("minimal").functions
    assert (function.service, function.block) == ("_OrthancPluginService_LogInfo", None)
    assert function.result == VoidType()


def test_function_that_asks_nothing_of_the_core(small: ParseSmall) -> None:
    function = small("memory_buffer").functions[0]
    assert (function.name, function.service, function.block) == ("OrthancPluginFreeString", None, None)


def test_version_and_path(small: ParseSmall) -> None:
    header = small("since")
    assert header.version == Version(1, 12, 10)
    assert header.path == "since.h"


def test_opaque_and_context(small: ParseSmall) -> None:
    header = small("opaque_handle")
    assert [opaque.name for opaque in header.opaques] == ["OrthancPluginShelf"]
    context = header.structs[0]
    assert context.name == "OrthancPluginContext"
    assert [field.name for field in context.fields] == [
        "pluginsManager",
        "orthancVersion",
        "Free",
        "InvokeService",
    ]
    assert context.fields[2].type == ir.CallbackType("OrthancPluginFree")
    assert isinstance(context.fields[3].type, UnsupportedType)


def test_every_declaration_comes_once(small: ParseSmall) -> None:
    header = small("since")
    names = [d.name for kind in (header.enums, header.structs, header.opaques) for d in kind]
    assert len(names) == len(set(names))


def test_enumerators(small: ParseSmall) -> None:
    colors, flags = small("enumeration").enums[-2:]
    assert [(e.name.rpartition("_")[2], e.value, e.doc) for e in colors.enumerators] == [
        ("Red", 5, "Like a brick"),
        ("Green", 6, "Like the grass"),
        ("DarkBlue", 16, "Like the sea at night"),
        ("Transparent", 32, "No colour at all. What was there before shines through."),
        ("JPEG2000", 33, ""),
        ("INTERNAL", 0x7FFFFFFF, ""),
    ]
    assert [e.value for e in flags.enumerators] == [0, 1, 2, 0x7FFFFFFF]
    assert small("enumeration").enums[0].enumerators[0].value == -1


def test_callbacks(small: ParseSmall) -> None:
    header = small("callback")
    by_name = {callback.name: callback for callback in header.callbacks}
    room = by_name["OrthancPluginRoomCallback"]
    assert room.result == VoidType()
    assert room.parameters == (
        ir.Parameter("note", ir.CallbackType("OrthancPluginNote")),
        ir.Parameter("notebook", PointerType(VoidType(), const=False)),
        ir.Parameter("number", IntegerType("uint16_t", 16, signed=False)),
        ir.Parameter("payload", PointerType(VoidType(), const=False)),
    )
    bell = by_name["OrthancPluginBellCallback"]
    assert bell.result == ir.EnumType("OrthancPluginErrorCode")
    assert bell.parameters[1].type == PointerType(ir.StructType("OrthancPluginVisit"), const=True)
    assert bell.doc.parameter("door") == "The door in question."
    assert bell.doc.group == "Callbacks"


def test_entry_points_and_helpers(small: ParseSmall) -> None:
    header = small("entry_point")
    assert [point.name for point in header.entry_points] == [
        "OrthancPluginInitialize",
        "OrthancPluginFinalize",
        "OrthancPluginGetName",
        "OrthancPluginGetVersion",
    ]
    assert header.entry_points[0].parameters == (ir.Parameter("context", _CONTEXT),)
    assert header.entry_points[2].result == _TEXT
    assert [function.name for function in header.functions] == ["OrthancPluginLogInfo"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("i8", IntegerType("int8_t", 8, signed=True)),
        ("u64", IntegerType("uint64_t", 64, signed=False)),
        ("plain", IntegerType("int", 32, signed=True)),
        ("natural", IntegerType("unsigned int", 32, signed=False)),
        ("single", ir.FloatType("float", 32)),
        ("twice", ir.FloatType("double", 64)),
        ("text", _TEXT),
        ("buffer", PointerType(CharType(), const=False)),
        ("texts", PointerType(PointerType(CharType(), const=True), const=True)),
        ("constant", PointerType(VoidType(), const=True)),
        ("target", PointerType(PointerType(VoidType(), const=False), const=False)),
        ("code", ir.EnumType("OrthancPluginErrorCode")),
        ("constantThing", PointerType(ir.OpaqueType("OrthancPluginThing"), const=True)),
        ("callback", ir.CallbackType("OrthancPluginFree")),
        ("context", _CONTEXT),
        ("name", UnsupportedType("char[16]")),
        ("bits", UnsupportedType("unsigned int : 3")),
        ("either", UnsupportedType("union")),
        ("unnamedStruct", UnsupportedType("struct")),
        ("unnamedEnum", UnsupportedType("enum")),
        ("unnamed", UnsupportedType("void (*)(int)")),
        ("inner", ir.StructType("OrthancPluginKnownTypes")),
    ],
)
def test_field_types(small: ParseSmall, field: str, expected: ir.CType) -> None:
    fields = {f.name: f for struct in small("field_types").structs for f in struct.fields}
    assert fields[field].type == expected


def test_lines_are_those_of_the_header(official: ir.Header, official_text: bytes) -> None:
    lines = official_text.decode().splitlines()
    for function in official.functions:
        assert function.name in lines[function.line - 1]
