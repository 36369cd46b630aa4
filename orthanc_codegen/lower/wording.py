"""What a header says of values, in words that hold for Python: nobody frees memory, NULL is None."""

from __future__ import annotations

import re

_ERROR = r"NULL(?: value)? (?:in (?:the )?case of (?:an )?error|if (?:the case of an )?error)"

_MEMORY = (
    # ex) "It must be freed with OrthancPluginFreeImage().", "This is a static string, do not free it."
    (
        re.compile(
            r"(?:^|(?<=[.!?]) )"
            r"(?:[A-Z][^.]*\b(?:free it|freed|NOT be deallocated|make a copy)|Free it)\b[^.]*\."
        ),
        "",
    ),
    (re.compile(r"(?:^|(?<=[.!?]) )[0-9] if success,[^.]*\."), ""),
    (
        re.compile(
            r" \((?:out argument|output)\)| This argument can be set to NULL if the plugin has no[^.]*\."
        ),
        "",
    ),
    (re.compile(r"\bnewly[- ]allocated "), "new "),
)
_ERRORS = (
    (re.compile(rf"^(?:The )?{_ERROR}, or (?=\w)"), ""),
    (re.compile(rf" if success, {_ERROR}|,? (?:or )?{_ERROR}"), ""),
)
_NULL = (
    (re.compile(r"\b(?:[Tt]he )?NULL value\b"), "None"),
    (re.compile(r"\bNULL\b"), "None"),
)


def for_python(text: str, *, errors_raise: bool = True) -> str:
    """Reword what is said of a parameter or result; ``errors_raise`` unless None may still mean an error."""
    for pattern, replacement in (*_MEMORY, *(_ERRORS if errors_raise else ()), *_NULL):
        text = pattern.sub(replacement, text)
    text = text.strip()
    return text[:1].upper() + text[1:]
