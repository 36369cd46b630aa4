"""How inputs are made from real headers: tokens and bytes removed, doubled, swapped, replaced, spliced."""

from __future__ import annotations

import re
from collections.abc import Callable

from orthanc_codegen.lower import Annotations, load_annotations
from orthanc_codegen.sdk import interface_header

from ..headers.small import HEADERS
from .building import NOBODY

_TOKEN = re.compile(rb"\w+|\s+|[^\w\s]", re.ASCII)

# What means something to one of the languages, or to the rules.
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


def seeds() -> dict[str, tuple[bytes, Annotations]]:
    """Every small header, and a part of the interface header, with the annotations for them."""
    texts = {path.stem: path for path in sorted(HEADERS.glob("*.h"))}
    notes = {name: path.with_suffix(".toml") for name, path in texts.items()}
    small = {
        name: (path.read_bytes(), load_annotations(notes[name]) if notes[name].is_file() else NOBODY)
        for name, path in texts.items()
    }
    # All of it would take a second each; what is declared last is left out, the annotations with it.
    whole = interface_header().read_bytes()
    cut = whole.index(b"/* ====", len(whole) // 3)
    return {**small, "interface": (whole[:cut] + b"\n#ifdef __cplusplus\n}\n#endif\n", NOBODY)}


def mutate(below: Callable[[int], int], text: bytes, others: list[bytes]) -> bytes:
    """Change some places; `below` chooses a number below another one."""
    tokens = _TOKEN.findall(text)
    for _ in range(1 + below(3)):
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
                donor = _TOKEN.findall(others[below(len(others))])
                start = below(len(donor))
                tokens[at:at] = donor[start : start + 1 + below(80)]
            case _:
                data = bytearray(tokens[at])
                data[below(len(data))] ^= 1 << below(8)
                tokens[at] = bytes(data)
        tokens = tokens or [b" "]
    return b"".join(tokens)
