"""Show the interface header as HTML, with an anchor for each declaration."""

from __future__ import annotations

from typing import Final

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import CLexer

from orthanc_codegen import pipeline, sdk
from orthanc_codegen.ir import Callback, Enum, Function, Opaque, Struct

PAGE: Final = """The interface header
====================

``sdk_headers/orthanc/OrthancCPlugin.h`` declares the plugin SDK of every release of Orthanc, with the first
release of each declaration. The Python API is generated from it.

.. raw:: html
   :file: header.html
"""


def listing() -> tuple[list[str], str]:
    """Return the names of the declarations, which are the anchors, and the HTML."""
    declared = pipeline.interface()
    symbols: list[Function | Callback | Enum | Struct | Opaque] = []
    symbols += [*declared.functions, *declared.callbacks, *declared.enums, *declared.structs]
    symbols += declared.opaques
    names = {symbol.line: symbol.name for symbol in symbols if not symbol.name.startswith("_")}
    text = sdk.interface_header().read_text(encoding="utf-8")
    lines = highlight(text, CLexer(stripnl=False), HtmlFormatter(nowrap=True)).splitlines()
    marked = (_line(names.get(number), line) for number, line in enumerate(lines, 1))
    code = "\n".join(marked)
    return sorted(names.values()), f'<div class="highlight header" tabindex="0"><pre>{code}\n</pre></div>\n'


def _line(name: str | None, line: str) -> str:
    return line if name is None else f'<span class="declaration" id="{name}"></span>{line}'
