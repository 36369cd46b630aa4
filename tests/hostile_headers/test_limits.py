"""Headers that are large, deeply nested or expand excessively: processed or refused in acceptable time."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.lower import lower
from orthanc_codegen.parse import parse_header

from ..headers.bare import FIRST, function, header_with
from .building import NOBODY, PATH, plan_of, printed, within

_PATIENCE = 120  # seconds, on a busy machine


def loaded(text: bytes, folder: Path) -> str:
    """Load a header as a command does; return the reason for its refusal, or an empty text."""
    file = folder / "some.h"
    file.write_bytes(text)
    with within(_PATIENCE):
        try:
            pipeline.load(file=file)
        except CodegenError as error:
            assert all(problem.file == str(file) for problem in error.diagnostics)
            return error.diagnostics[0].message
    return ""


def test_thousands_of_declarations() -> None:
    declarations = "".join(
        f"/** @brief T{i}. */ typedef struct _OrthancPluginT{i}_t OrthancPluginT{i};\n"
        f"typedef enum {{ OrthancPluginE{i}_A, OrthancPluginE{i}_B }} OrthancPluginE{i};\n"
        f"typedef OrthancPluginErrorCode (*OrthancPluginC{i}) (const char* a, OrthancPluginT{i}* t);\n"
        f"/** @brief F{i}. @ingroup G{i % 9} */\n"
        + function(f"F{i}", f"const char* a, OrthancPluginE{i} e")
        + function(f"T{i}M", f"OrthancPluginT{i}* a, int32_t* e")
        + function(f"RegisterC{i}", f"OrthancPluginC{i} callback")
        for i in range(500)
    )
    with within(_PATIENCE):
        plan = plan_of(header_with(declarations))
        files = printed(plan)
    assert len(plan.functions) == 1500
    assert all(symbol.python for symbol in plan.functions)
    assert files["orthanc.pyi"].count("\n    def M(") == 500


def test_a_macro_that_multiplies(tmp_path: Path) -> None:
    powers = "".join(f"#define ORTHANC_{i} {f'ORTHANC_{i - 1} ' * 8}\n" for i in range(1, 8))
    text = header_with(f"#define ORTHANC_0 +1\n{powers}static const int x = 0 ORTHANC_7;")
    reason = loaded(text, tmp_path)
    assert "needs more than" in reason or "expands excessively" in reason


@pytest.mark.parametrize(
    "expression",
    ["1+" * 100000 + "1", "-" * 100000 + "1", "x." * 100000 + "x", "1?" * 100000, "(int)" * 100000 + "1"],
)
def test_an_expression_that_is_deep(expression: str, tmp_path: Path) -> None:
    body = (
        f"ORTHANC_PLUGIN_INLINE int OrthancPluginF(OrthancPluginContext* context) {{ return {expression}; }}"
    )
    loaded(header_with(body), tmp_path)  # may succeed or be refused, but not hang


@pytest.mark.parametrize(
    "declaration",
    [
        "typedef struct { int " + "*" * 100000 + "p; } OrthancPluginS;",
        "typedef int OrthancPluginA" + "[1]" * 2000 + ";",
        "".join(
            f"typedef struct {{ {f'OrthancPluginS{i - 1} s;' if i else 'int x;'} }} OrthancPluginS{i};"
            for i in range(3000)
        ),
        "typedef " + "struct { " * 200 + "int x;" + " } x;" * 199 + "} OrthancPluginS;",
        "typedef void (*OrthancPluginA)(" + "void (*)(" * 200 + ")" * 200 + ");",
        "".join(f"typedef OrthancPlugin{'T' * i} *OrthancPlugin{'T' * (i + 1)};" for i in range(1, 3)),
        "".join(
            f"typedef int* OrthancPluginP{i};\ntypedef OrthancPluginP{i}* OrthancPluginQ{i};"
            for i in range(2000)
        ),
    ],
    ids=range(7),
)
def test_a_type_that_is_deep(declaration: str, tmp_path: Path) -> None:
    loaded(header_with(declaration + "\n" + function("F", "int a")), tmp_path)


def test_types_that_lead_to_themselves() -> None:
    plan = plan_of(
        header_with(
            "typedef struct _S { struct _S* next; struct _S** more; } OrthancPluginS;\n"
            "struct _B; typedef struct _A { struct _B* b; } OrthancPluginA;\n"
            "typedef struct _B { OrthancPluginA a; } OrthancPluginB;\n"
            "typedef OrthancPluginErrorCode (*OrthancPluginC) (void* self, void (*f)(void*));\n"
            + function("F", "OrthancPluginS* s, OrthancPluginA* a, OrthancPluginB* b")
            + function("RegisterC", "OrthancPluginC c, void* self")
        )
    )
    assert all(symbol.reason for symbol in plan.functions if not symbol.python)


# Comments on which a careless regular expression takes quadratic time.
_LONG = 50_000
_TEXTS = (
    *(
        "\\",
        "`",
        "*",
        "[",
        "_",
        '"',
        "'",
        "<",
        "(",
        "|",
        ":",
        "@",
        "@a ",
        "\\n",
        "??/",
        "/* ",
        "<b ",
        "a" * 50,
    ),
    *(
        "[x](y://",
        "! It must be freed",
        "! 0 if success,",
        " e.g.",
        "A. ",
        " OrthancPluginInitialize()!",
        "- ",
        "#",
    ),
    *(
        " This argument can be set to NULL if the plugin has no",
        "NULL in case of error, ",
        "*x",
        "(out argument)",
    ),
    *("1. ", "-# ", "@param x ", "@ingroup x", "\n", "\n * \n * ", "\t", "@note ", "or NULL if error", "::x"),
)


@pytest.mark.parametrize("text", _TEXTS, ids=repr)
def test_a_comment_that_is_long(text: str) -> None:
    comment = (text * (_LONG // len(text))).replace("*/", "* /")
    declarations = f"/**\n * {comment}\n * @param a {comment}\n * @return {comment} \n **/\n" + function(
        "F", "const char* a"
    )
    with within(_PATIENCE):
        files = printed(plan_of(header_with(declarations)))
    assert "orthanc.pyi" in files


@pytest.mark.parametrize(
    "text",
    ["'", '"', '"\\"', "/*", "/* ", "//", "\\\n", "#", "\n#", "#define x", "'\\'", "\r", "/**/"],
    ids=repr,
)
def test_a_line_that_is_long(text: str) -> None:
    with within(_PATIENCE):
        try:
            lower(parse_header(header_with("\n" + text * (_LONG // len(text)) + "\n"), PATH), NOBODY)
        except CodegenError as error:
            assert all((problem.line or FIRST) >= FIRST for problem in error.diagnostics)
