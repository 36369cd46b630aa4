"""What can be said of a header before C is read: that it is text, whose it is, and what it includes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.parse.stand_ins import STAND_INS

_WANTED = "give the OrthancCPlugin.h of an Orthanc plugin SDK"
_TRACES = (b"ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER", b"OrthancPluginContext")
_INCLUDE = re.compile(
    rb"^[ \t\0]*(?:#|%:|\?\?=)[ \t\0]*(?:include(?:_next)?|import|embed)\b(.*)$", re.MULTILINE
)
_TARGET = re.compile(r'<([^>]*)>|"([^"]*)"')


def check_source(data: bytes, path: str) -> bytes:
    """Return the header as valid UTF-8, or say why it can't be an SDK header."""
    if not data.strip():
        raise CodegenError.of(f"the header is empty; {_WANTED}", path)
    if b"\0" in data:
        raise CodegenError.of(f"this is a binary file (or UTF-16), not a C header in UTF-8; {_WANTED}", path)
    if not any(trace in data for trace in _TRACES):
        raise not_an_sdk_header("it mentions neither the version macros nor OrthancPluginContext", path)
    # Only comments may hold other bytes; what they say is worth more than the bytes that can't be read.
    data = data.decode("utf-8", errors="replace").encode("utf-8")
    _refuse_foreign_includes(data, path)
    return data


def not_an_sdk_header(why: str, path: str) -> CodegenError:
    """Make the error for a file that is C, but of something else."""
    return CodegenError.of(f"this is not a header of the Orthanc plugin SDK: {why}; {_WANTED}", path)


def foreign_include(name: str, path: str, line: int) -> Diagnostic:
    """Make the problem of a header that needs a file beside it."""
    known = ", ".join(sorted(STAND_INS))
    message = f"the header includes {name}, which is not read: it may include only {known}"
    return Diagnostic(Severity.ERROR, message, path, line)


def _refuse_foreign_includes(data: bytes, path: str) -> None:
    """Refuse what would lead libclang out of its virtual folder; plain names it reports itself."""
    problems = []
    # The header holds no NUL, so one can stand for a line break that a backslash took away.
    text = data.replace(b"\\\r\n", b"\0").replace(b"\\\n", b"\0")
    for found in _INCLUDE.finditer(text):
        argument = found[1].replace(b"\0", b" ").decode("utf-8").strip()
        target = _TARGET.match(argument)
        name = (target[1] or target[2] or "") if target else ""
        outside = PurePosixPath(name).is_absolute() or PureWindowsPath(name).is_absolute() or ".." in name
        if not target or outside:
            before = text[: found.start()]
            problems.append(foreign_include(argument, path, len(re.findall(rb"[\n\0]", before)) + 1))
    if problems:
        raise CodegenError(*problems)
