"""The spelling of C types, and the order of versions."""

from __future__ import annotations

import pytest

from orthanc_codegen.ir import (
    CharType,
    CType,
    Doc,
    EnumType,
    IntegerType,
    OpaqueType,
    PointerType,
    UnsupportedType,
    Version,
    VoidType,
    spell,
)

_TEXT = PointerType(CharType(), const=True)


@pytest.mark.parametrize(
    ("ctype", "spelling"),
    [
        (VoidType(), "void"),
        (IntegerType("uint32_t", 32, False), "uint32_t"),
        (EnumType("OrthancPluginHttpMethod"), "OrthancPluginHttpMethod"),
        (PointerType(VoidType(), const=True), "const void *"),
        (PointerType(OpaqueType("OrthancPluginImage"), const=False), "OrthancPluginImage *"),
        (PointerType(_TEXT, const=True), "const char *const *"),
        (PointerType(_TEXT, const=False), "const char **"),
        (UnsupportedType("char[16]"), "char[16]"),
    ],
)
def test_spell(ctype: CType, spelling: str) -> None:
    assert spell(ctype) == spelling


def test_versions_are_ordered_by_number() -> None:
    assert Version.parse("1.9.7") < Version.parse("1.10.1") < Version.parse("1.10.2")
    assert str(Version.parse("1.10.1")) == "1.10.1"


@pytest.mark.parametrize("text", ["", "1.10", "1.10.1.2", "1.10.x", "1.10.-1", "1.10.²", " 1.10.1"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a version"):
        Version.parse(text)


def test_parameters_of_a_doc_by_name() -> None:
    doc = Doc(parameters=(("uri", "The URI."),))
    assert (doc.parameter("uri"), doc.parameter("body")) == ("The URI.", "")
