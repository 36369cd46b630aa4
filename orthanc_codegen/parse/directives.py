"""Check a header's preprocessor directives before parsing: reject those with an effect outside the header."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.parse.comments import LEXEME
from orthanc_codegen.parse.stand_ins import STAND_INS

_LINE_BREAK = re.compile(rb"[\n\0]")
_DIRECTIVE = re.compile(rb"^[ \t\f\v\0]*(?:#|%:)[ \t\f\v\0]*(\w+)([^\n]*)$", re.MULTILINE)
_TARGET = re.compile(r'<([^>]*)>|"([^"]*)"')
_INCLUDES = frozenset({"include", "include_next", "import", "embed"})
# Macros that a header may define. Others would change the meaning of subsequent code.
_OWN_MACRO = re.compile(r"_*ORTHANC\w*")
_OWN_PRAGMAS = frozenset({"once", "message"})  # those without effect on subsequent code
_WORD = re.compile(r"[^\s(]*")
# Operators that look up files or execute a #pragma.
_OPERATOR = re.compile(rb"\b(?:__has_include|__has_include_next|__has_embed|_Pragma|__pragma)\b")


@dataclass(frozen=True, slots=True)
class _Directive:
    name: str  # ex) "include"
    argument: str  # ex) "<stdint.h>"
    line: int  # from 1


def refuse_foreign_directives(data: bytes, path: str) -> None:
    """Reject directives that open files or change the meaning of code after the header.

    Inactive branches count as well. Relative names of files are left to libclang, which reports missing ones.
    """
    code = _without_comments(data)
    breaks = [found.start() for found in _LINE_BREAK.finditer(code)]
    problems = [problem for found in _directives(code, breaks) if (problem := _problem(found, path))]
    for found in _OPERATOR.finditer(code):
        message = f"the header uses {found[0].decode()}, which is not supported"
        line = bisect.bisect_left(breaks, found.start()) + 1
        problems.append(Diagnostic(message, path, line))
    if problems:
        raise CodegenError(*problems)


def foreign_include(name: str, path: str, line: int) -> Diagnostic:
    """Return the diagnostic for an included file that is not available."""
    known = ", ".join(sorted(STAND_INS))
    message = f"the header includes {name}, but it may include only {known}"
    return Diagnostic(message, path, line)


def _without_comments(data: bytes) -> bytes:
    """Return the code without comments. A NUL replaces a line break in a comment or after a backslash."""
    # Join continued lines, because a token may span them. Their line breaks move to the end of the line.
    lines: list[bytes] = []
    joined = 0
    for line in data.split(b"\n"):
        stripped = line.rstrip(b" \t\f\v")
        if stripped.endswith(b"\\"):
            lines.append(stripped[:-1])
            joined += 1
        else:
            lines += [line, b"\0" * joined, b"\n"]
            joined = 0
    return LEXEME.sub(_blank, b"".join(lines))


def _blank(lexeme: re.Match[bytes]) -> bytes:
    text = lexeme[0]
    return b" " + b"\0" * text.count(b"\n") + b"\0" * text.count(b"\0") if text[:1] == b"/" else text


def _directives(code: bytes, breaks: Sequence[int]) -> Iterator[_Directive]:
    for found in _DIRECTIVE.finditer(code):
        argument = found[2].replace(b"\0", b" ").decode("utf-8", errors="replace").strip()
        line = bisect.bisect_left(breaks, found.start(1)) + 1
        yield _Directive(found[1].decode("utf-8", errors="replace"), argument, line)


def _problem(directive: _Directive, path: str) -> Diagnostic | None:
    argument = directive.argument
    match directive.name:
        case name if name in _INCLUDES:
            target = _TARGET.match(argument)
            file = (target[1] or target[2] or "") if target else ""
            outside = PurePosixPath(file).is_absolute() or PureWindowsPath(file).is_absolute() or ".." in file
            return foreign_include(argument, path, directive.line) if not target or outside else None
        case "define" | "undef" if not _OWN_MACRO.fullmatch(_word(argument)):
            message = (
                f"#{directive.name} {_word(argument)} would affect code after the header: "
                "names of macros must begin with ORTHANC"
            )
        case "pragma" if _word(argument) not in _OWN_PRAGMAS:
            message = f"#pragma {argument} is not supported: use only #pragma once and #pragma message"
        case _:
            return None
    return Diagnostic(message, path, directive.line)


def _word(argument: str) -> str:
    found = _WORD.match(argument)
    return found[0] if found else ""
