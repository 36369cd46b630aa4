"""The comments of a header do not change the generated code, whatever their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import strategies as st

from orthanc_codegen.cpp import spell_module
from orthanc_codegen.dump import to_json
from orthanc_codegen.lower import lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.render import render

from ..headers.bare import header_with
from ..tools import compile_cpp, docs_objects, type_check, write_files
from .building import NOBODY, PATH, plan_of, printed
from .rounds import in_rounds
from .seeds import WHOLE, seeds
from .skeleton import cpp_skeleton, stub_skeleton
from .texts import PIECES, said, speaking, talking

_BUDGET = 6  # seconds
_TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), min_size=1, max_size=8).map(
    "".join
)


def test_no_text_changes_the_code(record_property: Callable[[str, object], None]) -> None:
    plain = printed(plan_of(speaking("Words.")))
    cpp, stub = cpp_skeleton(plain), stub_skeleton(plain["orthanc.pyi"])
    tried: Counter[str] = Counter()

    def check(text: str) -> None:
        if "\0" in text:
            return
        header = parse_header(speaking(text), PATH)
        files = printed(lower(header, NOBODY))
        assert cpp_skeleton(files) == cpp
        assert stub_skeleton(files["orthanc.pyi"]) == stub
        assert files["docs/index.rst"] == plain["docs/index.rst"]
        tried["texts"] += 1

    for first, second in zip(PIECES[::2], PIECES[1::2], strict=False):
        check(f"{first} {second}")
    in_rounds(_TEXTS, check, seconds=_BUDGET)
    record_property("texts", tried["texts"])
    print(f"{tried['texts']} texts")


def test_no_sentence_of_the_interface_changes_the_code(tmp_path: Path) -> None:
    interface = seeds()[WHOLE]
    text = talking(interface.text)
    assert len(text) > 1.2 * len(interface.text)
    plain, files = (printed(plan_of(t, interface.annotations)) for t in (interface.text, text))
    assert cpp_skeleton(files) == cpp_skeleton(plain)
    assert stub_skeleton(files["orthanc.pyi"]) == stub_skeleton(plain["orthanc.pyi"])
    write_files(tmp_path, files)
    assert type_check([tmp_path / "orthanc.pyi"]) == ""
    assert docs_objects(tmp_path / "docs", tmp_path / "html")


def test_the_texts_arrive() -> None:
    header = parse_header(speaking('Say """ and ${x} and */ and \\" too'), PATH)
    assert sum('"""' in text and "${x}" in text for text in said(header)) >= 8


def test_every_piece_together_compiles_type_checks_and_is_documented(tmp_path: Path) -> None:
    everything = speaking(" and ".join(piece for piece in PIECES if not piece.startswith("\n")))
    plan = plan_of(everything)
    files = render(plan, spell_module(plan))
    write_files(tmp_path / "generated", files)
    sources = [tmp_path / "generated" / path for path in files if path.endswith(".cpp")]
    # Compile with harmless comments in the header: g++ warns of comments inside comments.
    assert compile_cpp(sources, speaking("Words."), tmp_path) == ""
    assert type_check([tmp_path / "generated" / "orthanc.pyi"]) == ""
    assert docs_objects(tmp_path / "generated" / "docs", tmp_path / "html")


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_ends_of_lines_and_a_byte_order_mark_mean_nothing(end: bytes, mark: bytes) -> None:
    text = speaking("Words.")
    assert to_json(parse_header(mark + text.replace(b"\n", end), PATH)) == to_json(parse_header(text, PATH))


def test_bytes_that_are_no_text_are_replaced_where_only_people_read() -> None:
    header = parse_header(speaking("Words.").replace(b"Words", b"W\xff\xc3(rds"), PATH)
    assert sum("W\N{REPLACEMENT CHARACTER}" in text for text in said(header)) >= 8


def test_comments_of_one_line_hide_no_code() -> None:
    code = "// */ /** no comment ??/\n// \\\nint hidden;\n"
    code += "/* // */ typedef struct _OrthancPluginA OrthancPluginA;\n"
    header = parse_header(header_with(code), PATH)
    assert [opaque.name for opaque in header.opaques] == ["OrthancPluginA"]
