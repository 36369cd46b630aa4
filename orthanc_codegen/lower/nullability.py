"""Where NULL is a value rather than an error: read from the words of the doc comments."""

from __future__ import annotations

import re

# ex) "The password (can be NULL if no password protection)."
_PARAMETER = re.compile(r"\b(?:can|may|might|could) be (?:set to )?NULL\b", re.IGNORECASE)

# ex) "The NULL value if the patient is non-existent, or …", but not "NULL in the case of an error, or …"
_RESULT = re.compile(r"\bNULL\b(?P<clause>[^,.]*)")


def parameter_may_be_null(doc: str) -> bool:
    """Whether what is said of a parameter allows NULL."""
    return _PARAMETER.search(doc) is not None


def result_may_be_null(doc: str) -> bool:
    """Whether what is said of a result gives NULL a meaning other than an error."""
    clause = _RESULT.search(doc)
    return clause is not None and "if" in clause["clause"].split() and "error" not in clause["clause"]
