"""Escaping of any text of a header, checked by compilers and parsers."""

from __future__ import annotations

import ast
import io
import subprocess
import tokenize
from pathlib import Path

import docutils.core
import docutils.nodes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orthanc_codegen.render import escape

# Sequences with a meaning in one of the languages, mixed with arbitrary characters.
_PIECES = (
    *('"', "'", '"""', "'''", "\\", "\\\\", "\n", "\r", "\r\n", "\t", "\v", "\f", "\x1b", "\x85", "\u2028"),
    *(
        "//",
        "/*",
        "*/",
        "??/",
        "#",
        "##",
        "%",
        "%%",
        "${",
        "}",
        "<%",
        "%>",
        'R"(',
        ')"',
        "\\u0041",
        "\\N{DASH}",
    ),
    *("*", "**", "`", "``", "_", "__", "|", "::", ".. ", ".. note::", ":role:`x`", "- ", "+ ", "1. ", "(a) "),
    *(
        "====",
        ">>> ",
        "[1]_",
        "a_",
        "--x",
        "\ufeff",
        "\u202e",
        "\ud800",
        "é",
        "漢",
        "𝄞",
        " ",
        "  ",
        "a",
        "word",
    ),
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=12).map("".join)
_WITHOUT_NUL = _TEXTS.map(lambda text: text.replace("\0", ""))


def compile_cpp(source: str, folder: Path) -> str:
    """Compile and run C++; return its output."""
    file, program = folder / "test.cpp", folder / "test"
    file.write_bytes(source.encode("utf-8"))
    flags = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-O0"]
    subprocess.run(["g++", *flags, str(file), "-o", str(program)], check=True)
    return subprocess.run([str(program)], check=True, capture_output=True).stdout.decode("utf-8")


def examples(count: int) -> list[str]:
    """Draw some texts, the same ones each time."""
    drawn: list[str] = []

    @settings(max_examples=count, database=None, derandomize=True, deadline=None)
    @given(_WITHOUT_NUL)
    def draw(text: str) -> None:
        drawn.append(text)

    draw()
    return [*drawn, *_PIECES]


def test_string_literals_and_comments_of_cpp(tmp_path: Path) -> None:
    texts = examples(300)
    literals = ",\n".join(escape.cpp_string(text) for text in texts)
    comments = "\n".join(f"// {escape.cpp_comment(text)}\nlines += 1;" for text in texts)
    source = (
        "#include <cstdio>\n#include <cstring>\n"
        f"const char* const texts[] = {{\n{literals}}};\nint main() {{ int lines = 0;\n{comments}\n"
        'for (const char* text : texts) { for (const char* c = text; *c; ++c) std::printf("%02x", *c & 0xff);'
        ' std::printf("\\n"); }\nstd::printf("%d\\n", lines); }\n'
    )
    *printed, lines = compile_cpp(source, tmp_path).splitlines()
    assert [bytes.fromhex(line) for line in printed] == [text.encode("utf-8", "replace") for text in texts]
    assert int(lines) == len(texts)


def test_a_literal_for_each_line() -> None:
    assert escape.cpp_string('a "b"\nc') == '"a \\042b\\042\\n"\n"c"'
    assert escape.cpp_string("") == '""'


@settings(deadline=None)
@given(_TEXTS)
def test_a_comment_of_cpp_is_one_line_wherever_a_formatter_breaks_it(text: str) -> None:
    comment = escape.cpp_comment(text)
    assert comment.isprintable()
    assert not any(word.endswith("\\") for word in comment.split(" "))


@settings(max_examples=300, deadline=None)
@given(_WITHOUT_NUL)
def test_docstrings_of_python(text: str) -> None:
    # In the stub, the text is one line, or wrapped to several.
    printable = escape.one_line(text)
    source = f'class C:\n    """{escape.python_docstring(printable)}"""\n'
    (body,) = ast.parse(source).body
    assert isinstance(body, ast.ClassDef)
    assert ast.get_docstring(body, clean=False) == printable
    # The only string token is the docstring.
    tokens = [t.type for t in tokenize.generate_tokens(io.StringIO(source).readline)]
    assert tokens.count(tokenize.STRING) == 1


@settings(max_examples=300, deadline=None)
@given(_WITHOUT_NUL)
def test_paragraphs_of_restructuredtext(text: str) -> None:
    """The text becomes one paragraph, or one item of a list, without markup."""
    line = escape.one_line(text)
    document = docutils.core.publish_doctree(
        f"Before.\n\n.. class:: x\n\n   {escape.rst(text)}\n\nAfter.\n",
        settings_overrides={"report_level": 1, "halt_level": 5, "warning_stream": io.StringIO()},
    )
    kinds = {type(node) for node in document.findall(docutils.nodes.Element)} - {docutils.nodes.reference}
    allowed = {docutils.nodes.document, docutils.nodes.paragraph}
    if line.startswith("- "):
        allowed |= {docutils.nodes.bullet_list, docutils.nodes.list_item}
    else:
        allowed |= {docutils.nodes.pending}
    assert kinds <= allowed, document.pformat()
    shown = " ".join(document.astext().split())
    assert shown.removeprefix("Before.").removesuffix("After.").strip() == line.removeprefix("- ").strip()


@settings(deadline=None)
@given(_WITHOUT_NUL)
def test_code_in_restructuredtext(text: str) -> None:
    document = docutils.core.publish_doctree(
        f"Before {escape.rst_literal(text)} after.\n",
        settings_overrides={"report_level": 1, "halt_level": 5, "warning_stream": io.StringIO()},
    )
    kinds = {type(node) for node in document.findall(docutils.nodes.Element)}
    assert kinds <= {docutils.nodes.document, docutils.nodes.paragraph, docutils.nodes.literal}


@pytest.mark.parametrize(
    ("annotation", "shown"),
    [("_Bytes", "Bytes"), ("dict[str, _X] | None", "dict[str, X] | None"), ("HttpAnswer", "HttpAnswer")],
)
def test_types_as_people_read_them(annotation: str, shown: str) -> None:
    assert escape.shown_type(annotation) == shown
