"""Makes headers for one test: the bare header with added declarations."""

from __future__ import annotations

from .texts import END, text_of


def header_with(declarations: str | bytes) -> bytes:
    """Return the bare header with declarations added, from line FIRST on."""
    more = declarations.encode() if isinstance(declarations, str) else declarations
    return text_of("bare").removesuffix(END.encode()) + b"\n" + more + END.encode()


FIRST = header_with("@@").partition(b"@@")[0].count(b"\n") + 1  # the line of the first added declaration


def function(
    name: str, parameters: str = "", *, result: str = "OrthancPluginErrorCode", doc: str | None = None
) -> str:
    """Return a function's declaration on one line, after a comment with the text `doc`, if any."""
    comma = ", " if parameters else ""
    value = "" if result == "void" else f"return ({result}) 0;"
    comment = "" if doc is None else f"/**\n{doc}\n**/\n"
    return (
        f"{comment}ORTHANC_PLUGIN_INLINE {result} OrthancPlugin{name}"
        f"(OrthancPluginContext* context{comma}{parameters}) {{ {value} }}\n"
    )
