"""What the words of doc comments tell of values: where NULL is one, and which integers are flags."""

from __future__ import annotations

import re

# ex) "The password (can be NULL if no password protection)."
_PARAMETER = re.compile(r"\b(?:can|may|might|could) be (?:set to )?NULL\b", re.IGNORECASE)

# ex) "0 to compress, 1 to uncompress.", "Whether to log it too.", but not "Quality from 1 to 100."
_ZERO, _ONE = re.compile(r"\b0\b"), re.compile(r"\b1\b")
_RANGE = re.compile(r"\b(?:between|from) \d|\d (?:to|and) \d")
_YES_OR_NO = re.compile(r"(?:Whether|Enable|Disable|True|Set to true)\b")


def is_flag(doc: str) -> bool:
    """Whether what is said of an integer makes it a truth value."""
    if _YES_OR_NO.match(doc) is not None:
        return True
    return bool(_ZERO.search(doc) and _ONE.search(doc)) and _RANGE.search(doc) is None


def parameter_may_be_null(doc: str) -> bool:
    """Whether what is said of a parameter allows NULL."""
    return _PARAMETER.search(doc) is not None
