"""The parser as a whole: the official header, bad input, and independence of the machine's headers."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.ir import Header, UnsupportedType, Version
from orthanc_codegen.parse import parse_header

from .conftest import read_small


def problems_of(text: bytes) -> tuple[Diagnostic, ...]:
    """Parse an invalid header; return the diagnostics."""
    with pytest.raises(CodegenError) as caught:
        parse_header(text, "some.h")
    assert all(problem.file == "some.h" for problem in caught.value.diagnostics)
    return caught.value.diagnostics


def line_of(text: bytes, part: bytes) -> int:
    """Return the line of the first occurrence."""
    return text[: text.index(part)].count(b"\n") + 1


def test_official_header(official: Header) -> None:
    assert official.version == Version(1, 10, 1)
    assert len(official.functions) == 166
    assert [point.name for point in official.entry_points] == ["OrthancPluginGetName"]
    assert (len(official.enums), len(official.opaques), len(official.callbacks)) == (23, 14, 56)
    assert [s.name for s in official.structs if not s.name.startswith("_")] == [
        "OrthancPluginHttpRequest",
        "OrthancPluginMemoryBuffer",
        "OrthancPluginMemoryBuffer64",
        "OrthancPluginContext",
        "OrthancPluginDictionaryEntry",
    ]
    unsupported = [
        f"{owner}.{name}"
        for owner, name, ctype in (
            *((s.name, f.name, f.type) for s in official.structs for f in s.fields),
            *((f.name, p.name, p.type) for f in official.functions for p in f.parameters),
            *((c.name, p.name, p.type) for c in official.callbacks for p in c.parameters),
        )
        if isinstance(ctype, UnsupportedType)
    ]
    assert unsupported == ["OrthancPluginContext.InvokeService"]


def test_official_services(official: Header) -> None:
    silent = {function.name for function in official.functions if function.service is None}
    assert silent == {
        "OrthancPluginFreeString",
        "OrthancPluginFreeMemoryBuffer",
        "OrthancPluginFreeMemoryBuffer64",
        "OrthancPluginCheckVersion",
        "OrthancPluginCheckVersionAdvanced",
    }
    blocks = {struct.name for struct in official.structs}
    services = {e.name for enum in official.enums for e in enum.enumerators}
    assert all(f.block is None or f.block in blocks for f in official.functions)
    assert all(f.service is None or f.service in services for f in official.functions)


def test_twice_the_same(official: Header, official_text: bytes) -> None:
    assert parse_header(official_text, official.path) == official


@pytest.mark.parametrize("text", [b"", b" \n\t\r\n"])
def test_empty(text: bytes) -> None:
    (problem,) = problems_of(text)
    assert "empty" in problem.message


@pytest.mark.parametrize(
    "text", [b"\x7fELF\x02\x00OrthancPluginContext", "OrthancPluginContext".encode("utf-16")]
)
def test_binary(text: bytes) -> None:
    (problem,) = problems_of(text)
    assert "binary" in problem.message


def test_some_other_header() -> None:
    (problem,) = problems_of(b"#include <windows.h>\nint answer(void);\n")
    assert "not a header of the Orthanc plugin SDK" in problem.message


def test_without_version_macros() -> None:
    (problem,) = problems_of(read_small("minimal").replace(b"_REVISION_NUMBER", b"_PATCH_NUMBER"))
    assert "does not define ORTHANC_PLUGINS_MINIMAL_REVISION_NUMBER" in problem.message


def test_version_macro_that_is_no_number() -> None:
    (problem,) = problems_of(read_small("minimal").replace(b"MAJOR_NUMBER     1", b'MAJOR_NUMBER     "1"'))
    assert "MAJOR_NUMBER" in problem.message


def test_without_context() -> None:
    (problem,) = problems_of(b"#define ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER 1\n")
    assert "OrthancPluginContext" in problem.message


def test_every_syntax_error_with_its_line() -> None:
    text = read_small("minimal").replace(b"const void* params);", b"const vold* params);")
    text = text.replace(b"const char* message)", b"const chair* message)")
    problems = problems_of(text)
    assert {line_of(text, b"vold"), line_of(text, b"chair")} <= {problem.line for problem in problems}
    assert any("vold" in problem.message for problem in problems)


def test_header_that_is_cut_off() -> None:
    text = read_small("minimal")
    problems = problems_of(text[: text.index(b"context->InvokeService")])
    assert any("expected '}'" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "directive",
    [
        b'#include "OrthancCPlugin.h"',
        b"#include <windows.h>",
        b'#include "/etc/hostname"',
        b"#include <../other.h>",
        b"#  include \\\n  <..\\other.h>",
        b"#include SOME_MACRO",
        b'#include "C:\\\\other.h"',
    ],
)
def test_foreign_include(directive: bytes) -> None:
    text = read_small("minimal").replace(b"#include <stdint.h>", b"#include <stdint.h>\n" + directive)
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, directive)
    assert "may include only" in problem.message


def test_include_for_another_system_is_no_matter() -> None:
    text = read_small("minimal")
    other = b"#ifdef _WIN32\n#  include <windows.h>\n#endif\n"
    assert parse_header(text.replace(b"#pragma once\n", b"#pragma once\n" + other), "x").functions


def test_environment_is_not_searched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "stdint.h").write_text("#error the machine's own\n")
    (tmp_path / "beside.h").write_text("typedef int beside;\n")
    monkeypatch.setenv("CPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    text = read_small("minimal")
    assert parse_header(text, "x").functions
    (problem,) = problems_of(text.replace(b"#include <string.h>", b"#include <beside.h>"))
    assert "beside.h" in problem.message


def test_no_file_needs_to_be_opened(official: Header, official_text: bytes) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))  # prevents further files from being opened
    try:
        found = parse_header(official_text, official.path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert found == official


def test_text_that_is_not_utf8() -> None:
    text = read_small("enumeration").replace(b"Like a brick", b"Like a br\xeeck")
    color = parse_header(text, "x").enums[2]
    assert [e.doc for e in color.enumerators[:2]] == [
        "Like a br\N{REPLACEMENT CHARACTER}ck",
        "Like the grass",
    ]


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark(prefix: bytes) -> None:
    text = read_small("doc_comment")
    expected, found = parse_header(text, "x"), parse_header(prefix + text.replace(b"\n", b"\r\n"), "x")
    assert found == expected
