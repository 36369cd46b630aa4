"""The first release of a declaration, wherever its annotation stands."""

from __future__ import annotations

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.parse import parse_header

from .conftest import ParseSmall, read_small


def test_every_kind_of_declaration(small: ParseSmall) -> None:
    header = small("since")
    color = header.enums[-1]
    shine = next(s for s in header.structs if s.name == "OrthancPluginShine")
    assert header.functions[0].since == Version(1, 12, 10)
    assert header.callbacks[-1].since == Version(1, 12, 9)
    assert header.opaques[0].since == Version(1, 1, 0)
    assert shine.since == Version(1, 9, 0)
    assert [f.since for f in shine.fields] == [None, Version(1, 12, 0)]
    assert color.since == Version(1, 4, 2)
    assert [e.since for e in color.enumerators] == [None, Version(1, 9, 1), Version(1, 12, 10), None]


def test_docs_behind_annotations(small: ParseSmall) -> None:
    color = small("since").enums[-1]
    assert [e.doc for e in color.enumerators] == ["As it always was", "To warn", "To calm", ""]


def test_without_annotation(small: ParseSmall) -> None:
    header = small("minimal")
    assert header.functions[0].since is None
    assert header.enums[0].since is None


def test_deprecated_attribute(small: ParseSmall) -> None:
    current, old = small("since").functions
    assert (current.doc.deprecated, old.doc.deprecated) == (None, "")


def test_annotation_that_is_no_release() -> None:
    text = read_small("since").replace(b'SINCE_SDK("1.12.9")', b'SINCE_SDK("soon")')
    with pytest.raises(CodegenError) as caught:
        parse_header(text, "since.h")
    (problem,) = caught.value.diagnostics
    line = text[: text.index(b'"soon"')].count(b"\n") + 1
    assert (problem.file, problem.line) == ("since.h", line)
    assert "'soon'" in problem.message
