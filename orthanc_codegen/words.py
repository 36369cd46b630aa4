"""Text formatting that several stages need."""

from __future__ import annotations

from collections.abc import Sequence


def english_list(items: Sequence[str]) -> str:
    """Join items for a sentence, ex) ``POST and PUT``."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def sentence(text: str) -> str:
    """Return a reason as a sentence: a capital at its start, a period at its end."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
