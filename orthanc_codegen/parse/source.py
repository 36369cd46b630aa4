"""What can be said of a header before C is read: that it is text, whose it is, and what its directives do."""

from __future__ import annotations

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.parse.directives import refuse_foreign_directives

_WANTED = "give the OrthancCPlugin.h of an Orthanc plugin SDK"
_TRACES = (b"ORTHANC_PLUGINS_MINIMAL_MAJOR_NUMBER", b"OrthancPluginContext")
_MARK = b"\xef\xbb\xbf"  # of the byte order


def normalized(data: bytes) -> bytes:
    """Return the text as parser and compiler shall both see it: valid UTF-8, each line ended by LF.

    Only comments may hold other bytes; what they say is worth more than the bytes that can't be read.
    """
    text = data.removeprefix(_MARK).decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")


def check_source(data: bytes, path: str) -> bytes:
    """Return the header as normalized text, or say why it can't be an SDK header."""
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
    """Make the error for a file that is C, but of something else."""
    message = f"this is not a header of the Orthanc plugin SDK: {why}; {_WANTED}"
    return CodegenError(Diagnostic(Severity.ERROR, message, path, line))
