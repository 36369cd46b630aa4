"""Reword the header's texts about values for Python: drop memory management, replace NULL by None."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ERROR = r"NULL(?: value)? (?:in (?:the )?case of (?:an )?error|if (?:the case of an )?error)"

# Sentences that apply only to C, ex) "It must be freed with OrthancPluginFreeImage().", "0 if success, …"
_SENTENCES = re.compile(r"(?<=[.!?]) ")
_OF_MEMORY = re.compile(
    r"Free it\b|[0-9] if success,|[A-Z].*\b(?:frees? it|freed|NOT be deallocated|make a copy)\b"
    r"|It must live until\b|The plugin owns\b"
)
# About a pointer to memory of the core. Python gets a copy.
_OF_LIFETIME = re.compile(r"(?:Owned by the core, v|V)alid (?:during|until)\b")
# About an output that C may omit. Python always requests it.
_OF_INTEREST = re.compile(r"May be NULL if they are of no (?:use|interest)\.")

_ASIDES = (
    (
        re.compile(
            r" \((?:out argument|output)\)"
            r"| This argument can be set to NULL if the plugin has no[^.]{0,200}\."
        ),
        "",
    ),
    (re.compile(r"\bnewly[- ]allocated "), "new "),
    (re.compile(r", allocated by the core\b"), ""),
)
_ERRORS = (
    (re.compile(rf"^(?:The )?{_ERROR}, or (?=\w)"), ""),
    (re.compile(rf" if success, {_ERROR}|[,;]? (?:or )?{_ERROR}(?:, for example [^.]{{0,200}}(?=\.))?"), ""),
)
_FILLING = re.compile(
    r"^(?:Filled by the plugin(?: with|:)|Filled with|Set to) "
    r"|[:;,]? (?:create|free) it with OrthancPlugin\w+\(\)(?=[,.])"
)
_FLAGS = (
    (re.compile(r", -1 tells of a failure(?=\.)"), ""),
    (re.compile(r"(?<![\w-])1\b"), "True"),
    (re.compile(r"(?:\bto )?(?<![\w-])0\b"), "False"),
)
_COUNTED = re.compile(r"How many (\w+(?: to [^.]+)?)")
_NAMED = re.compile(r"(?:The )?[Nn]ames of (?:the )?(?P<items>[^,.]+)(?:, (?P<detail>[^.]+))?\.?$")
_MAY_BE_NULL = re.compile(r"\bMay be NULL if\b")
_NULL = (
    (re.compile(r"\b(?:[Tt]he )?NULL value\b"), "None"),
    (re.compile(r"\bNULL\b"), "None"),
)


def for_python(text: str, *, errors_raise: bool = True) -> str:
    """Reword the text of a parameter or result; ``errors_raise`` unless None may indicate an error."""
    text = _without(_OF_MEMORY, text)
    for pattern, replacement in (*_ASIDES, *(_ERRORS if errors_raise else ()), *_NULL):
        text = pattern.sub(replacement, text)
    text = text.strip()
    return text[:1].upper() + text[1:]


def for_output(text: str, *, flag: bool = False) -> str:
    """Reword the text of a pointer that the other side fills; ``flag`` if the value is 0 or 1."""
    return for_flag(_FILLING.sub("", _without(_OF_INTEREST, text)), flag=flag)


def for_flag(text: str, *, flag: bool = True) -> str:
    """Reword the text of a value; ``flag`` if it is 0 or 1."""
    for pattern, replacement in _FLAGS if flag else ():
        text = pattern.sub(replacement, text)
    return for_python(text)


def for_mapping(count: str) -> str:
    """Describe a mapping, from the text of its count, ex) "How many headers to send."."""
    found = _COUNTED.match(count)
    return f"The {found[1]}, values by name." if found else "Values by name."


def for_keys(keys: str) -> str:
    """Describe a mapping, from the text of its keys, ex) "Names of the headers, in lower case."."""
    found = _NAMED.match(keys)
    if found is None:
        return keys
    detail = f" ({found['detail']})" if found["detail"] else ""
    return f"The {found['items']} by name{detail}."


def for_callable(text: str, *, borrowed: bool, optional: bool, flag: bool) -> str:
    """Reword the text of a value for a callable: ``borrowed`` from the core, or a copy; maybe None."""
    if not borrowed:
        text = _without(_OF_LIFETIME, text)
    if not optional:
        text = _MAY_BE_NULL.sub("Empty if", text)
    return for_flag(text, flag=flag)


def for_names(text: str, names: Mapping[str, str]) -> str:
    """Replace enumerators by the texts that Python gets, ex) ``"NONE"``."""
    pattern = re.compile("|".join(rf"\b{re.escape(c_name)}\b" for c_name in names) or r"(?!)")
    return pattern.sub(lambda found: f'"{names[found[0]]}"', text)


def _without(unwanted: re.Pattern[str], text: str) -> str:
    """Remove the sentences that begin with a pattern."""
    return " ".join(s for s in _SENTENCES.split(text) if not (s.endswith(".") and unwanted.match(s)))
