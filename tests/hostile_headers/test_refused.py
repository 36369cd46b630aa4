"""Unsupported declarations are refused, each with the problem and its line."""

from __future__ import annotations

import pytest

from orthanc_codegen.plan.conversions import Integer

from ..headers.bare import FIRST, function, header_with
from .building import plan_of, refusal

_SINCE = '__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK " "{}")))\n'

# A declaration, the reported line (from 0), and a part of the message.
_REFUSED: tuple[tuple[str, int, str], ...] = (
    # Names that are equal or invalid in Python.
    (function("F", "int fooBar, int foo_bar"), 0, "'foo_bar' in Python"),
    (
        "\ntypedef enum { OrthancPluginE_FooBar = 1, OrthancPluginE_foo_bar = 2 } OrthancPluginE;",
        1,
        "'FOO_BAR' in Python",
    ),
    (
        function("F", "int a") + function("F_", "int a") + function("Print", "int class_, int _class_"),
        2,
        "'class_'",
    ),
    ("typedef enum { OrthancPluginE___A__ = 1 } OrthancPluginE;", 0, "is not a valid name in Python"),
    (function("", "int a"), 0, "OrthancPlugin would become ''"),
    (function("1st", "int a"), 0, "would become '1st'"),
    (function("__", "int a"), 0, "would become '__'"),
    (function("OrthancException", "int a"), 0, "'OrthancException' in Python"),
    (function("Bytes", "int a") + "\n", 0, "'Bytes' in Python"),
    (function("F$", "int a"), 0, "OrthancPluginF$ is not a valid name"),
    (function("F", "int \u00e9"), 0, "is not a valid name"),
    (function("F" * 300, "int a"), 0, "is not a valid name"),
    (
        "typedef struct _b OrthancPluginBird;\ntypedef enum { OrthancPluginKind_A } OrthancPluginKind;\n"
        + function("BirdKind", "const OrthancPluginBird* bird", result="OrthancPluginKind"),
        0,
        "hides the type of that name",
    ),
    ("__attribute__((unavailable)) " + function("F"), 0, "OrthancPluginF is declared unavailable"),
    # Values.
    (
        "typedef enum { OrthancPluginE_A = 0x1ffffffff } OrthancPluginE;",
        0,
        "is 8589934591, which does not fit",
    ),
    (
        "typedef enum {\n  OrthancPluginE_A = 0xffffffff } OrthancPluginE;",
        1,
        "is 4294967295, which does not fit",
    ),
    ("typedef enum {\n\n  Other_A = 1 } OrthancPluginE;", 2, "must begin with OrthancPlugin"),
    (_SINCE.format("soon") + function("F"), 0, "expects a release such as 1.12.10, not 'soon'"),
    (_SINCE.format('1.2.3\\"\\n); evil(') + function("F"), 0, "expects a release such as 1.12.10"),
    (_SINCE.format("1.2.99999") + function("F"), 0, "expects a release such as 1.12.10"),
    (function("F", ", ".join(f"int a{i}" for i in range(200))), 0, "more than 127 parameters"),
    # Invalid C, or C that is invalid C++, in which the generated code includes it.
    ("\nclass X {};", 1, "unknown type name 'class'"),
    ("template<class T> T f(T);", 0, "unknown type name 'template'"),
    ("#ifdef __cplusplus\ntemplate<class T> T f(T);\n#endif", 1, "as C++: templates must have C++ linkage"),
    ("namespace x {}", 0, "unknown type name 'namespace'"),
    (function("F", "int new"), 0, "as C++: "),
    (function("F", "OrthancPluginContext* class"), 0, "as C++: "),
    ("static inline int OrthancPluginF(context) OrthancPluginContext* context; { return 1; }", 0, "as C++: "),
    ("\n\n#error don't", 2, "don't"),
    ("\n#if 1", 1, "unterminated conditional directive"),
    ("\n#endif\n#endif", 1, "#endif without #if"),
    ("#else", 0, "#else without #if"),
    ("static inline int OrthancPluginF(OrthancPluginContext* c) { return " + "(" * 9999, 0, "nesting level"),
    ("typedef struct OrthancPluginS { struct OrthancPluginS s; } OrthancPluginS;", 0, "incomplete type"),
    # Directives and attributes that would change later code, or read other files.
    ("#define int long", 0, "#define int"),
    ("\n#define PyObject OrthancPluginContext", 1, "#define PyObject"),
    ("#ifdef NEVER\n#  define return\n#endif", 1, "#define return"),
    ("#undef NULL", 0, "#undef NULL"),
    ("%:def\\\nine x y", 0, "#define x"),
    ("/* a\n comment */ # /* b */ define /*\n*/ x", 1, "#define x"),
    ("#pragma pack(1)", 0, "#pragma pack(1)"),
    ("#pragma GCC poison printf", 0, "#pragma GCC poison"),
    ('#pragma GCC dependency "/etc/passwd"', 0, "#pragma GCC dependency"),
    ('int x; _Pragma("pack(1)")', 0, "_Pragma"),
    ('#if __has_include("/etc/passwd")\n#endif', 0, "__has_include"),
    ('#include "/etc/passwd"', 0, 'includes "/etc/passwd", but it may include only'),
    ("#include </dev/zero>", 0, "</dev/zero>"),
    ('\n#include "../../etc/passwd"', 1, "may include only"),
    ('#include "some.h"', 0, 'includes "some.h"'),
    ("#include <stdarg.h>", 0, "may include only"),
    ("#include __FILE__", 0, "may include only"),
    ('#ifdef __cplusplus\n#include "/etc/passwd"\n#endif', 1, "may include only"),
    ("#inc\\\nlude </etc/passwd>", 0, "may include only"),
    ("#include_next <stdint.h>\n#import <x.h>", 1, "may include only"),
)


@pytest.mark.parametrize(("declarations", "line", "words"), _REFUSED, ids=[w[2] for w in _REFUSED])
def test_refused_with_its_line(declarations: str, line: int, words: str) -> None:
    problems = refusal(header_with(declarations))
    told = [(problem.line, words in problem.message) for problem in problems]
    assert (FIRST + line, True) in told, problems


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"MAJOR_NUMBER     1", b"MAJOR_NUMBER     (-1)", "MAJOR_NUMBER is -1"),
        (b"MAJOR_NUMBER     1", b"MAJOR_NUMBER     0x7fffffff", "MAJOR_NUMBER is 2147483647"),
        (b"MAJOR_NUMBER     1", b"MAJOR_NUMBER     99999999999999999999", "MAJOR_NUMBER as numbers"),
        (b"MAJOR_NUMBER     1", b'MAJOR_NUMBER     "1\\""', "MAJOR_NUMBER as numbers"),
        (b"MAJOR_NUMBER     1", b"MAJOR_NUMBER     }; int x; enum { y", "MAJOR_NUMBER as numbers"),
        (b"MAJOR_NUMBER     1", b"MAJOR_NUMBER     ", "MAJOR_NUMBER as numbers"),
        (b"OrthancPluginErrorCode", b"OrthancPluginErrCode", "the enumeration OrthancPluginErrorCode"),
        (b"Free;", b"Release;", "has no Free of type OrthancPluginFree in OrthancPluginContext"),
        (b"const char*             orthanc", b"int orthanc", "has no orthancVersion of type const char"),
        (b"OrthancPluginErrorCode_Plugin", b"OrthancPluginErrorCode_Other", "not define OrthancPluginErr"),
        (b"(void* buffer)", b"(int buffer)", "has no OrthancPluginFree that takes a void*"),
    ],
)
def test_versions_and_parts_that_are_missing(old: bytes, new: bytes, words: str) -> None:
    (problem,) = refusal(header_with("").replace(old, new))
    assert words in problem.message


# Odd declarations that are accepted: left out with a reason, or bound under a valid Python name.
_TAKEN: tuple[tuple[str, dict[str, str | None]], ...] = (
    ("enum { OrthancPluginA = 1 };", {}),
    ("typedef enum { OrthancPluginE_A = -5, OrthancPluginE_B = -5 } OrthancPluginE;", {}),
    ("typedef union { int a; } OrthancPluginU;\n" + function("F", "OrthancPluginU* u"), {"F": None}),
    (
        "typedef struct { union { int a; }; struct { int b; }; int c : 3; int : 0; int d[3]; int (*e)(int); }"
        "OrthancPluginS;\n" + function("F", "OrthancPluginS* s"),
        {"F": None},
    ),
    (function("F", "int a, ..."), {"F": None}),
    (function("F", "int " + "*" * 5000 + " a"), {"F": None}),
    (function("F", "volatile int* a"), {"F": None}),
    ("typedef enum { A = 1 } Core;\n" + function("F", "Core a"), {"F": None}),
    ("typedef int Core;\n" + function("F", "Core a"), {"F": "F"}),
    (function("F", "int, int argument2"), {"F": "F"}),
    (function("F", "int32_t* result, int32_t* count", result="int32_t"), {"F": "F"}),
    (function("int", "int str"), {"int": "int_"}),
    (function("__name__", "int a") + function("_F", "int a"), {"__name__": "name__", "_F": "F"}),
    (function("Mapping", "int _a, int None"), {"Mapping": "Mapping_"}),
    ("typedef struct _X OrthancPluginX;\ntypedef struct _X OrthancPluginX;", {}),
    ('#pragma once\n#pragma message("Words")\n#define ORTHANC_X 1\n#undef ORTHANC_X', {}),
    ("/* # include <x.h>\n#define int long\n*/\n// \\\n#define int long\n", {}),
    ("/** it's a #define int */\n" + function("F", "int a"), {"F": "F"}),
)


def test_a_number_whose_type_is_an_expression_goes_by_its_plain_name() -> None:
    (function_plan,) = plan_of(header_with(function("F", "__typeof__(1) a"))).every_function
    assert function_plan.arguments[0].conversion == Integer("int")


def test_keys_and_values_whose_count_is_no_number() -> None:
    arrays = "{} xCount, const char* const* xKeys, const char* const* xValues"
    for kind, taken in (("uint32_t", True), ("const char* const*", False)):
        callback = f"typedef OrthancPluginErrorCode (*OrthancPluginC) ({arrays.format(kind)});\n"
        plan = plan_of(header_with(callback + function("RegisterC", "OrthancPluginC c")))
        assert bool(plan.functions[0].python) is taken
        assert taken or "'xCount', the count of 'x', is not an integer" in (plan.functions[0].reason or "")


@pytest.mark.parametrize(("declarations", "expected"), _TAKEN)
def test_taken(declarations: str, expected: dict[str, str | None]) -> None:
    symbols = {s.name.removeprefix("OrthancPlugin"): s for s in plan_of(header_with(declarations)).functions}
    for name, python in expected.items():
        assert symbols[name].python == ((f"orthanc.{python}",) if python else ())
        assert python or symbols[name].reason
