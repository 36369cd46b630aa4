"""The parsed doc comment of a declaration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doc:
    """A doc comment. Texts are plain; each paragraph is one line with normalized whitespace."""

    brief: str = ""  # ex) "Answer to a REST request."
    description: tuple[str, ...] = ()  # paragraphs, ex) ("This function answers …",)
    parameters: tuple[tuple[str, str], ...] = ()  # in order, ex) (("output", "The HTTP connection."),)
    returns: str = ""  # ex) "0 if success, or the error code if failure."
    errors: tuple[tuple[str, str], ...] = ()  # of \retval: error code and its condition
    c_only: tuple[str, ...] = ()  # of \par C: paragraphs that concern only plugins in C
    notes: tuple[str, ...] = ()  # of \note, ex) ("The path is relative.",)
    warnings: tuple[str, ...] = ()  # of \warning
    deprecated: str | None = None  # the advice, "" for none; None if it is not deprecated
    group: str | None = None  # of \ingroup, ex) "REST"

    def parameter(self, name: str) -> str:
        """Return the documentation of one parameter; the empty string if there is none."""
        return dict(self.parameters).get(name, "")
