"""The C++ for 1.5.7 is contained in that for the newest release, so ``output/`` holds only the latter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orthanc_codegen import pipeline

from ... import interface

OLD = "1.5.7"

# Definitions that differ in the newest release: a part of their first line of code, and the reason.
CHANGED = {
    "Callback_RestCallback::Invoke(": "requests got fields in 1.12.9",
    "Callback_ServerChunkedRequestReaderFactory::Invoke(": "requests got fields in 1.12.9",
    "HandleClass classes::kDicomInstance = {": "scripts own instances since 1.7.0",
    "constexpr const char* kDoc =": "names the release",
    "NamedTupleClass kHttpAnswer = {": "its documentation lists newer functions",
}

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}(),]|[^"{}(),]+', re.DOTALL)
_LIST = re.compile(r"(constexpr EnumMember Members_\w+\[\]|PyMethodDef \w+\[\]) = \{")
# Docstrings, which the stub has as well. They use the Python names of newer functions if the release has
# them, and the C names otherwise.
_DOCSTRING = re.compile(r'\\n--\\n\\n(?:[^"\\]|\\.)*"')
_REGISTRY = re.compile(r"(kRegistry = |MayRegister\(kSignature\.function, )\d+")  # renumbered by release
_CREATED = re.compile(r"\b\w+::k\w+\.Create\(module\)|\bk\w+Functions\b")


def squeezed(code: str) -> str:
    """Join lines and adjacent strings, which the formatter breaks by length."""
    return re.sub(r"\s+", " ", re.sub(r'"\s*"', "", code)).strip()


def entries(initializer: str) -> Iterator[str]:
    """Split the list of an initializer at its top-level commas."""
    depth, entry = 0, ""
    for token in _TOKEN.findall(initializer.partition("{")[2].rpartition("}")[0]):
        depth += (token in "{(") - (token in "})")
        if token == "," and depth == 0:
            yield squeezed(entry)
            entry = ""
        else:
            entry += token
    if entry.strip():
        yield squeezed(entry)


def code_of(definition: str) -> str:
    """Return a definition without the comment above it."""
    lines = definition.split("\n")
    return "\n".join(lines[next(i for i, line in enumerate(lines) if not line.startswith("//")) :])


def parts(release: str) -> dict[str, str]:
    """Return the definitions and list entries in the C++ for a release, each with its first line."""
    found: dict[str, str] = {}
    header = pipeline.load(release).header
    for path, text in pipeline.files_for(header).items():
        if not path.startswith("cpp/"):
            continue
        for block in re.split(r"\n\n(?=\S)", _REGISTRY.sub(r"\1N", text.strip())):
            if all(line.startswith("//") for line in block.split("\n")):
                continue  # the comment at the top of a file
            code = code_of(block)
            if match := _LIST.match(code):
                for entry in entries(code):
                    found[match[1] + _DOCSTRING.sub('"', entry)] = entry
            elif code.startswith(("extern ", "bool Add")):
                for line in code.split("\n"):
                    found |= dict.fromkeys(
                        _CREATED.findall(line) or [squeezed(line.partition("//")[0])], line
                    )
            else:
                found[squeezed(code)] = code.split("\n")[0]
    return found


def test_the_old_output_is_a_part_of_the_newest() -> None:
    old, new = parts(OLD), parts(str(interface.header().version))
    missing = {first for text, first in old.items() if text not in new}
    assert len(old) > 700
    found = {first: [name for name in CHANGED if name in first] for first in missing}
    assert [first for first, names in found.items() if not names] == []
    assert {name for names in found.values() for name in names} == set(CHANGED)
