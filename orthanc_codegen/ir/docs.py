"""What the doc comment of a declaration says, taken apart into its pieces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doc:
    """A doc comment. Text is plain, one line a paragraph, with runs of white space folded."""

    brief: str = ""  # ex) "Answer to a REST request."
    description: tuple[str, ...] = ()  # paragraphs, ex) ("This function answers …",)
    parameters: tuple[tuple[str, str], ...] = ()  # in order, ex) (("output", "The HTTP connection."),)
    returns: str = ""  # ex) "0 if success, or the error code if failure."
    notes: tuple[str, ...] = ()  # of \note, ex) ("The path is relative.",)
    warnings: tuple[str, ...] = ()  # of \warning
    see: tuple[str, ...] = ()  # of \see, ex) ("OrthancPluginCheckVersion()",)
    deprecated: str | None = None  # the advice given, "" when there is none, None when not deprecated
    group: str | None = None  # of \ingroup, ex) "REST"

    def parameter(self, name: str) -> str:
        """What is said of one parameter, or the empty string."""
        return dict(self.parameters).get(name, "")
