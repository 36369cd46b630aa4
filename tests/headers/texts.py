"""Reads the small headers; most files have declarations only, and share the preamble of another header."""

from __future__ import annotations

import functools
import re
from pathlib import Path

HEADERS = Path(__file__).resolve().parent
END = "\n#ifdef __cplusplus\n}\n#endif\n"
_WHOLE = "#pragma once"  # in a header with its own preamble
_SERVICE = re.compile(r"    _OrthancPluginService_\w+ = \d+,\n")
_FIRST_FUNCTION = "  /**\n   * @brief Log a message."  # follows the preamble of minimal.h


@functools.cache
def text_of(name: str) -> bytes:
    """Return the text of a small header.

    A file without a preamble is appended to bare.h. If it begins with services, it is appended to the
    preamble of minimal.h, and its services replace the one there.
    """
    text = _read(name)
    if _WHOLE in text:
        return text.encode()
    title, _, declarations = text.partition("\n\n")
    services = "".join(_SERVICE.findall(declarations))
    if services:
        declarations = declarations.removeprefix(services).removeprefix("\n")
        preamble = _SERVICE.sub(services, _read("minimal").partition(_FIRST_FUNCTION)[0])
    else:
        preamble = _read("bare").removesuffix(END) + "\n"
    _, _, preamble = preamble.partition("\n")  # removes the title of that header
    return f"{title}\n{preamble}{declarations}{END}".encode()


def _read(name: str) -> str:
    return (HEADERS / f"{name}.h").read_text(encoding="utf-8")
