"""Parse doc comments: paragraphs and block commands. Inline markup is removed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from orthanc_codegen.ir import Doc

_COMMAND = re.compile(r"[@\\]([A-Za-z]+)(?:\[[^\]]*\])?(?=\s|$)\s*(.*)")
_ITEM = re.compile(r"(?:-#?|\*|\+|\d+\.)\s+(?=\S)")
# A full stop ends a sentence, except after these abbreviations.
_SENTENCE = re.compile(r".*?(?<!e\.g)(?<!i\.e)(?<!wrt)(?<!etc)(?<!cf)[.!?](?=\s+[A-Z\"(]|$)")
# Commands of a single line. Text on the next line is a separate paragraph.
_ONE_LINE = frozenset({"ingroup", "defgroup", "addtogroup", "weakgroup"})
_ALIASES = {
    "short": "brief",
    "returns": "return",
    "result": "return",
    "remark": "note",
    "remarks": "note",
    "attention": "warning",
    "details": "",
}
_ERROR_CODE = "OrthancPluginErrorCode_"  # prefix of "@retval" values that are errors
_FOR_C = "C"  # title of "@par" for paragraphs that apply only to plugins in C
_INLINE_WORDS = frozenset({"a", "b", "c", "e", "em", "p", "ref", "link", "endlink"})

_INLINE = (
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?(?:tt|b|i|em|strong|code|p|ul|li|pre)\s*>", re.IGNORECASE), ""),
    (re.compile(r"[@\\](?:a|b|c|em?|p|ref|link|endlink)(?:\s+|$)"), ""),
    (re.compile(r"(?<![\w:])(?:::|#)(?=[A-Za-z_])"), ""),
    (re.compile(r"\[([^\[\]]+)\]\((\w+://[^)\s\[]+)\)"), r"\1 (\2)"),
    (re.compile(r"`([^`]*)`"), r"\1"),
    (re.compile(r"(?<![\w*])\*{1,2}(\w+)\*{1,2}(?![\w*])"), r"\1"),
    (re.compile(r"[@\\]([@\\#<>&$%\"])"), r"\1"),
    (re.compile(r"\s+"), " "),
)
# Any text on one line that one of these patterns changes matches this one, which few texts do.
_MARKUP = re.compile(r"[<@\\:#\[`*]")


@dataclass(slots=True)
class _Section:
    """A command with its lines, or a paragraph without a command."""

    command: str  # ex) "param"; "" for a paragraph
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return plain(" ".join(self.lines))


def plain(text: str) -> str:
    """Join the text on one line, without inline commands, tags and link markers."""
    text = " ".join(text.split())
    if _MARKUP.search(text):
        for pattern, replacement in _INLINE:
            text = pattern.sub(replacement, text)
    return text.strip()


def parse_doc(comment: str, *, deprecated: bool = False) -> Doc:
    """Parse a doc comment; ``deprecated`` if the declaration has the attribute."""
    texts: dict[str, list[str]] = {}  # by command
    bare = False  # whether there is a command "deprecated" without text
    for section in _sections(comment):
        if text := section.text:
            texts.setdefault(section.command, []).append(text)
        elif section.command == "deprecated":
            bare = True
    paragraphs = texts.get("", [])
    briefs = texts.get("brief", [])
    if not briefs and paragraphs:
        brief, rest = _first_sentence(paragraphs[0])
        briefs, paragraphs = [brief], ([rest] if rest else []) + paragraphs[1:]
    groups = texts.get("ingroup")
    return Doc(
        brief=" ".join(briefs),
        description=tuple(paragraphs),
        parameters=tuple(map(_parameter, texts.get("param", ()))),
        returns=" ".join(texts.get("return", ())),
        errors=tuple(map(_parameter, texts.get("error", ()))),
        c_only=tuple(texts.get("c", ())),
        notes=tuple(texts.get("note", ())),
        warnings=tuple(texts.get("warning", ())),
        deprecated=(
            " ".join(texts["deprecated"]) if "deprecated" in texts else "" if bare or deprecated else None
        ),
        group=groups[0].split()[0] if groups else None,
    )


def summary(comment: str) -> str:
    """Join all text of a comment on a field or enumerator on one line."""
    if len(comment.splitlines()) < 2 and not _COMMAND.match(comment) and not _ITEM.match(comment):
        return plain(comment)
    doc = parse_doc(comment)
    return " ".join(part for part in (doc.brief, *doc.description, *doc.notes) if part)


def parse_groups(comments: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the groups of ``@defgroup``, each with its brief, or else its title."""
    groups: dict[str, str] = {}
    for comment in comments:
        if "defgroup" not in comment.lower():
            continue
        name = ""
        for section in _sections(comment):
            if section.command == "defgroup" and section.text:
                name, _, title = section.text.partition(" ")
                groups[name] = title or name
            elif section.command == "brief" and name:
                groups[name] = section.text
    return tuple(groups.items())


def _sections(comment: str) -> Iterator[_Section]:
    """Split a comment at commands, blank lines and list items."""
    current = _Section("")
    for raw in comment.splitlines():
        line = raw.strip()
        command = _COMMAND.match(line)
        if command and command[1] not in _INLINE_WORDS:
            yield current
            current = _section(command[1].lower(), command[2])
        elif not line:
            # A blank line directly after a command without text, ex) "@note", belongs to it.
            if any(current.lines):
                yield current
                current = _Section("")
        elif item := _ITEM.match(line):
            if current.command:
                current.lines.append(line)
            else:
                yield current
                current = _Section("", ["- " + line[item.end() :]])
        elif current.command in _ONE_LINE:
            yield current
            current = _Section("", [line])
        else:
            current.lines.append(line)
    yield current


def _section(name: str, rest: str) -> _Section:
    """Start the section of a command."""
    if name == "par":
        return _Section("c", []) if rest.strip() == _FOR_C else _Section("", [rest])
    if name == "retval":
        return _Section("error" if rest.startswith(_ERROR_CODE) else "return", [rest])
    return _Section(_ALIASES.get(name, name), [rest])


def _parameter(text: str) -> tuple[str, str]:
    name, _, rest = text.partition(" ")
    return name, rest.strip()


def _first_sentence(paragraph: str) -> tuple[str, str]:
    found = _SENTENCE.match(paragraph)
    end = found.end() if found else len(paragraph)
    return paragraph[:end], paragraph[end:].strip()
