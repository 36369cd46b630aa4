"""Mutations of real headers: targeted changes, or tokens that are removed, doubled, swapped or spliced."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence

from .aims import aimed

_TOKEN = re.compile(rb"\w+|\s+|[^\w\s]", re.ASCII)

# Tokens with a meaning in one of the languages, or to the rules.
_WORDS = (
    *(
        b"*/",
        b"/*",
        b"/**",
        b"//",
        b"\\",
        b"\\\n",
        b'"',
        b"'",
        b'"""',
        b"${",
        b"}",
        b"<%",
        b"%>",
        b"\n%",
        b"##",
    ),
    *(b"??/", b"`", b"::", b"|", b"\xff", b"\xef\xbb\xbf", b"\r", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\x1b"),
    *(b"#include", b"#define ", b"#if 1", b"#endif", b"#error", b"#pragma pack(1)", b"\n#", b"__attribute__"),
    *(
        b"class",
        b"def",
        b"None",
        b"self",
        b"result",
        b"count",
        b"name",
        b"int",
        b"void",
        b"long",
        b"unsigned",
    ),
    *(
        b"const",
        b"volatile",
        b"static",
        b"typedef",
        b"struct",
        b"union",
        b"enum",
        b"...",
        b"*",
        b"[3]",
        b":3",
    ),
    *(b"(", b")", b"{", b"}", b";", b",", b"0xffffffff", b"-1", b"99999999999", b"_", b"OrthancPlugin"),
    *(b"@ingroup ", b"@param ", b"@return ", b"@deprecated", b"@defgroup ", b"@note ", b"- ", b"NULL", b"0"),
)


@functools.lru_cache(maxsize=128)  # of the seeds; tokenizing the largest is slow
def _tokens(text: bytes) -> list[bytes]:
    return _TOKEN.findall(text)


def mutate(below: Callable[[int], int], text: bytes, others: Sequence[bytes]) -> bytes:
    """Change one or two places, mostly targeted; `below(n)` chooses a number below n."""
    for _ in range(1 + below(2)):
        text = aimed(below, text) if below(4) else _blindly(below, text, others)
    return text


def _blindly(below: Callable[[int], int], text: bytes, others: Sequence[bytes]) -> bytes:
    """Change an arbitrary place."""
    tokens = _TOKEN.findall(text) or [b" "]
    at, count = below(len(tokens)), 1 + below(4)
    match below(7):
        case 0:
            del tokens[at : at + count]
        case 1:
            tokens[at:at] = tokens[at : at + count]
        case 2:
            other = below(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case 3:
            tokens[at] = _WORDS[below(len(_WORDS))]
        case 4:
            tokens.insert(at, _WORDS[below(len(_WORDS))])
        case 5:
            donor = _tokens(others[below(len(others))])
            start = below(len(donor))
            tokens[at:at] = donor[start : start + 1 + below(80)]
        case _:
            data = bytearray(tokens[at])
            data[below(len(data))] ^= 1 << below(8)
            tokens[at] = bytes(data)
    return b"".join(tokens)
