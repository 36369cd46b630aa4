"""Targets for mutations: places of a header that have a meaning, and their replacements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .texts import PIECES

_SHOWN = re.compile(rb"[^\n]")
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Aim:
    """One kind of place: the groups of its pattern, each of which any of the words may replace."""

    pattern: re.Pattern[bytes]
    words: tuple[bytes, ...]
    everywhere: bool = False  # replace all occurrences of the name
    in_code: bool = True  # search outside comments only

    def hits(self, text: bytes) -> list[tuple[int, int]]:
        """Return the spans of all such places in a text."""
        seen = _COMMENT.sub(_blank, text) if self.in_code else text
        spans = (span for found in self.pattern.finditer(seen) for span in found.regs[1:])
        return [span for span in spans if span != (-1, -1)]

    def put(self, text: bytes, place: tuple[int, int], word: bytes) -> bytes:
        """Replace a place by a word."""
        start, end = place
        if not self.everywhere:
            return text[:start] + word + text[end:]
        return re.sub(rb"\b%b\b" % re.escape(text[start:end]), lambda _: word, text)


def _blank(comment: re.Match[bytes]) -> bytes:
    return _SHOWN.sub(b" ", comment[0])


def _aim(pattern: bytes, *words: str | bytes, everywhere: bool = False, in_code: bool = True) -> Aim:
    encoded = (w.encode("utf-8", "replace") if isinstance(w, str) else w for w in words)
    return Aim(re.compile(pattern, re.MULTILINE), tuple(encoded), everywhere, in_code)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Texts that are invalid, end a comment, or are commands in a comment.
_SAID: tuple[str | bytes, ...] = (
    *PIECES,
    *(b"\xff\xfe", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf", b"\x80", b"\0", b"\x7f"),
    *("*/", "*\\\n/", "*??/\n/", "*/ int evil; /*", "*/ #define int long\n/*", "/** @brief x */", "*/\n  */"),
    *("\n   * @param context x", "\n   * @return", "\n   * @deprecated", "\n   * @ingroup Other", "@{", "@}"),
    *("\n   * @note", '\n   * @defgroup X """', "@param", "\\param", "can be NULL", "0 or 1", "\n   * - a"),
)
_NAMES = _words(
    "None True False def class lambda async await import from is not self print type str bytes object match "
    "new delete this template operator int bool auto namespace co_await and xor alignas typename wchar_t "
    "__init__ __class__ __new__ __name__ __slots__ __del__ __x _ __ _x x_ mro name value index count Any "
    "Buffer NULL EOF errno assert stdin INT_MAX PyObject Py_None std methods kSignature call result context "
    "params __FILE__ __LINE__ __cplusplus linux unix major _Bool _Generic static_assert ORTHANC_X "
    "OrthancException 1st $ \u00e9 \u6f22 \uff4eone \u00aa " + "x" * 300
)
_TYPES: tuple[str, ...] = (
    *("void", "void*", "void**", "void***", "char", "char**", "const char* const*", "const void**", "_Bool"),
    *(
        "long double",
        "__int128",
        "unsigned",
        "wchar_t*",
        "volatile int*",
        "int* restrict",
        "const int",
        "float",
    ),
    *("uint8_t*", "int64_t*", "size_t", "uint64_t", "signed char*", "double _Complex", "register int", "..."),
    *("struct _Own { struct _Own* next; }*", "struct { int a; }*", "union { int a; }", "enum { A = 1 }"),
    *("struct OrthancPluginOwn*", "enum OrthancPluginErrorCode", "OrthancPluginErrorCode*", "va_list"),
    *("OrthancPluginContext", "OrthancPluginContext**", "const OrthancPluginContext*", "OrthancPluginFree"),
    *("OrthancPluginFree*", "int (*)(int)", "void (*(*f)(void))(void),", "int(&)", "auto", "__typeof__(1)"),
    *("_Atomic int", "int __attribute__((vector_size(16)))", "__auto_type", "decltype(nullptr)", "*", ""),
)
_VALUES: tuple[str, ...] = (
    *(
        "2147483647",
        "-2147483648",
        "2147483648",
        "0x7fffffff",
        "0xffffffff",
        "-1",
        "-0",
        "007",
        "99999999999",
    ),
    *(
        "9" * 5000,
        "1 << 31",
        "1 << 40",
        "1 / 0",
        "1 % 0",
        "-(-1)",
        "~0",
        "!1",
        "'a'",
        "'\\xff'",
        "u'漢'",
        "1.5",
    ),
    *(
        "sizeof(void*)",
        "(1 ? 2 : 3)",
        "(int) 1.5",
        "1u",
        "-1u",
        "1ull << 63",
        "OrthancPluginErrorCode_Plugin",
    ),
    *("(" * 200 + "1" + ")" * 200, "1" + " + 1" * 500, '"text"', "x", "", "__LINE__", "__COUNTER__", "0b11"),
    *("1 } ; int evil; enum {", "1, OrthancPluginNew = 2", "1, OrthancPluginNew_" + "x" * 150, "1'000"),
)
_ARRAYS: tuple[str, ...] = (
    *("[0]", "[1]", "[3]", "[-1]", "[]", "[][]", "[][3]", "[3][5]", "[1000000000000]", "[4294967296]"),
    *(
        "[sizeof(int)]",
        "[1 / 0]",
        "[x]",
        "[static 3]",
        "[*]",
        "[restrict]",
        "[1]" * 300,
        " : 3",
        " : 0",
        " : -1",
    ),
    *(
        " : 65",
        " = 5",
        "(int)",
        "(*)",
        ", more",
        ", ...",
        " __attribute__((aligned(64)))",
        ' __attribute__((annotate("ORTHANC_PLUGIN_FLAG")))',
        " ORTHANC_PLUGIN_NULLABLE",
        '["text"]',
        "[1.5]",
    ),
)
_LINES: tuple[str, ...] = (
    *('#include "/etc/passwd"\n', "#include </dev/zero>\n", "#include <stdint.h>\n", '#include "some.h"\n'),
    *("#include_next <stdint.h>\n", "#import <x>\n", "#embed <x>\n", "#include\n", "%:include <vector>\n"),
    *("#inc\\\nlude </etc/passwd>\n", "??=include </etc/passwd>\n", "#include ORTHANC_X\n", "@import std;\n"),
    *("#pragma once\n", '#pragma message("x")\n', "#pragma pack(1)\n", "#pragma GCC poison printf\n"),
    *("#pragma GCC system_header\n", '#pragma clang diagnostic error "-Weverything"\n', "#pragma\n"),
    *('_Pragma("once")\n', '_Pragma("pack(1)")\n', "__pragma(pack(1))\n", '_Prag\\\nma("pack(1)")\n'),
    *(
        "#define int long\n",
        "#define ORTHANC_X ORTHANC_X\n",
        "#define ORTHANC_X(a, ...) a##a #a\n",
        "#define\n",
    ),
    *(
        "#define ORTHANC_PLUGIN_INLINE\n",
        "#define ORTHANC_PLUGIN_FLAG (\n",
        "#undef ORTHANC_PLUGIN_INLINE\n",
        "#undef NULL\n",
        "#if 0\n",
        "#if\n",
    ),
    *("#if 1\n", "#else\n", "#elif 1\n", "#endif\n", "#ifdef __cplusplus\n", "#if __has_include(<x>)\n"),
    *(
        "#line 7\n",
        '#line 7 "/etc/passwd"\n',
        '# 1 "/etc/passwd" 3\n',
        "#error \x1b[2J\n",
        "#warning x\n",
        "#\n",
    ),
    *(
        "#if " + "(" * 500 + "1" + ")" * 500 + "\n#endif\n",
        "#if 1\n" * 300,
        "\\\n" * 300,
        "// \\\n",
        "/*",
        'R"(',
    ),
    *("typedef struct _OrthancPluginR { struct _OrthancPluginR* r; } OrthancPluginR;\n",),
    *("typedef struct _OrthancPluginR { struct _OrthancPluginR r; } OrthancPluginR;\n",),
    *(
        "typedef OrthancPluginR OrthancPluginR;\n",
        "struct OrthancPluginS; typedef struct OrthancPluginS* P;\n",
    ),
    *(
        "struct {" * 300,
        "}" * 9,
        "{" * 500,
        "(" * 500,
        "typedef struct {" + "struct {" * 60 + "int a;" + "} a;" * 60,
    ),
    *(
        "template<class T> T f(T);\n",
        "namespace x {\n",
        'extern "C++" {\n',
        "using x = int;\n",
        "class X {};\n",
    ),
    *(
        'asm(".incbin \\"/etc/passwd\\"");\n',
        '_Static_assert(1, "x");\n',
        'static_assert(0, "x");\n',
        ";;;\n",
    ),
)
_ATTRIBUTES: tuple[str, ...] = (
    *(
        "__attribute__((packed)) ",
        '__attribute__((deprecated("\\""))) ',
        "__attribute__(()) ",
        "__attribute__ ",
    ),
    *('__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK soon"))) ', "__attribute__((unavailable)) "),
    *('__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK 1.2.3"))) ', "__attribute__((overloadable)) "),
    *('__attribute__((error("x"))) ', "__attribute__((weak)) ", '__attribute__((alias("main"))) '),
    *("__attribute__((constructor)) ", '__attribute__((section("x"))) ', "[[nodiscard]] ", "[[deprecated]] "),
    *('ORTHANC_PLUGIN_SINCE_SDK("") ', "ORTHANC_PLUGIN_SINCE_SDK(1) ", "ORTHANC_PLUGIN_DEPRECATED "),
    *('ORTHANC_PLUGIN_SINCE_SDK("9999.0.0") ', "__declspec(dllexport) ", "extern ", "static ", "typedef "),
    *(
        "_Noreturn ",
        "__extension__ ",
        "const ",
        "inline ",
        "_Alignas(64) ",
        "_Thread_local ",
        '__asm__("x") ',
    ),
)

_SDK_TYPE = rb"(?:const )?(?:void|char|float|int|u?int(?:8|16|32|64)_t|_?OrthancPlugin[A-Za-z0-9]+)\b\**"
_OWN_NAME = rb"((?!_?OrthancPlugin|ORTHANC)[A-Za-z]\w*)"
AIMS: dict[str, Aim] = {
    "comment": _aim(
        rb"^ *(?:/\*\*|\*)()(?!/)(?: @\w+)?(?: (?:(?!\*/).)+)?()$|/\*[*!]<?() .*?()(?: ?\*/)",
        *_SAID,
        in_code=False,
    ),
    "name of the SDK": _aim(
        rb"\b(OrthancPlugin[A-Za-z0-9]+)\b", *(f"OrthancPlugin{name}" for name in _NAMES), everywhere=True
    ),
    "name": _aim(rb"[ *]%b(?:[,)]?$|[,);]| ORTHANC_PLUGIN_SINCE)" % _OWN_NAME, *_NAMES, everywhere=True),
    "type": _aim(rb"^ +(%b) \w|[(,] ?(%b) \w" % (_SDK_TYPE, _SDK_TYPE), *_TYPES),
    "value": _aim(rb"^ +_?OrthancPlugin\w+ .*= (\w+),?", *_VALUES),
    "array": _aim(rb"^ +[\w *]+[ *]\w+()(?: ORTHANC_PLUGIN_SINCE_SDK\(\"[^\"]*\"\))?[;,)]", *_ARRAYS),
    "line": _aim(rb"^()", *_LINES),
    "attribute": _aim(rb"^ +()(?:typedef|ORTHANC_PLUGIN_INLINE|\w+\*? \w+;)|^  \}()", *_ATTRIBUTES),
}


def aimed(below: Callable[[int], int], text: bytes) -> bytes:
    """Change one place; `below(n)` chooses a number below n."""
    aim = [*AIMS.values()][below(len(AIMS))]
    places = aim.hits(text)
    if not places:
        return text
    return aim.put(text, places[below(len(places))], aim.words[below(len(aim.words))])
