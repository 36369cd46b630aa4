"""What a header says of values, in words that hold for Python: nobody frees memory, NULL is None."""

from __future__ import annotations

import re

_ERROR = r"NULL(?: value)? (?:in (?:the )?case of (?:an )?error|if (?:the case of an )?error)"

# Sentences that hold for C alone, ex) "It must be freed with OrthancPluginFreeImage().", "0 if success, …"
_SENTENCES = re.compile(r"(?<=[.!?]) ")
_OF_MEMORY = re.compile(
    r"Free it\b|[0-9] if success,|[A-Z].*\b(?:free it|freed|NOT be deallocated|make a copy)\b"
)

_ASIDES = (
    (
        re.compile(
            r" \((?:out argument|output)\)"
            r"| This argument can be set to NULL if the plugin has no[^.]{0,200}\."
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
    sentences = _SENTENCES.split(text)
    text = " ".join(s for s in sentences if not (s.endswith(".") and _OF_MEMORY.match(s)))
    for pattern, replacement in (*_ASIDES, *(_ERRORS if errors_raise else ()), *_NULL):
        text = pattern.sub(replacement, text)
    text = text.strip()
    return text[:1].upper() + text[1:]
