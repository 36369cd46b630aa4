"""Check a header before parsing: it must be text, from the Orthanc SDK, with allowed directives."""

from __future__ import annotations

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.parse.directives import refuse_foreign_directives

_WANTED = "pass the OrthancCPlugin.h of an Orthanc plugin SDK"
_TRACES = (b"ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER", b"OrthancPluginContext")
_MARK = b"\xef\xbb\xbf"  # byte order mark


def normalized(data: bytes) -> bytes:
    """Return the text for parser and compiler: valid UTF-8, with LF at line ends.

    Invalid bytes are replaced: they can occur only in comments, whose other text remains useful.
    """
    text = data.removeprefix(_MARK).decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")


def check_source(data: bytes, path: str) -> bytes:
    """Return the header as normalized text; raise CodegenError if it can't be an SDK header."""
    if not data.strip():
        raise CodegenError.of(f"the header is empty; {_WANTED}", path)
    data = normalized(data)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise CodegenError.of(
            f"this is a binary file (or UTF-16), not a C header in UTF-8; {_WANTED}", path, line
        )
    if not any(trace in data for trace in _TRACES):
        raise not_an_sdk_header("it mentions neither the version macros nor OrthancPluginContext", path)
    refuse_foreign_directives(data, path)
    return data


def not_an_sdk_header(why: str, path: str, line: int | None = None) -> CodegenError:
    """Return the error for a C file that is not an SDK header."""
    message = f"this is not a header of the Orthanc plugin SDK: {why}; {_WANTED}"
    return CodegenError(Diagnostic(message, path, line))
