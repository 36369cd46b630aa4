"""Formatting of generated text in the project's style, regardless of configuration files nearby."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.render.format import format_cpp_files, format_python


def formatted(text: str) -> str:
    """Format one C++ file."""
    return format_cpp_files({"f.cpp": text})["f.cpp"]


def test_cpp_gets_the_style_of_the_project() -> None:
    assert formatted("int  f (char *p)\n{ return   *p ; }") == "int f(char* p) {\n  return *p;\n}"


def test_style_files_of_others_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".clang-format").write_text("BasedOnStyle: GNU\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert formatted("void f() { g(); }") == "void f() {\n  g();\n}"


def test_many_files_keep_their_names_and_characters() -> None:
    files = {f"cpp/{number}.cpp": f"// ö\u2028{number}\nint  x;\n" for number in range(5)}
    assert format_cpp_files(files) == {name: text.replace("  ", " ") for name, text in files.items()}


def test_no_files_are_fine() -> None:
    assert format_cpp_files({}) == {}


def test_stubs_are_formatted_as_stubs() -> None:
    assert format_python("class A :\n  def f( self )->int :\n    ...\n") == (
        "class A:\n    def f(self) -> int: ...\n"
    )


def test_invalid_stubs_are_refused() -> None:
    with pytest.raises(CodegenError, match="stubs are not valid Python"):
        format_python("def f(:\n")
