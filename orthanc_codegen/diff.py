"""The difference between two releases of the SDK, as text, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orthanc_codegen import ir


@dataclass(frozen=True, slots=True)
class Group:
    """The symbols of one kind that only one of two headers declares."""

    kind: str  # ex) "functions", "enumerators", "parameters"
    added: tuple[str, ...]  # ex) ("OrthancPluginSetStableStatus",), ("OrthancPluginX(timeout)",)
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderDiff:
    """The difference between two headers."""

    old: str  # ex) "1.12.8"
    new: str
    groups: tuple[Group, ...]  # only groups with changes

    @classmethod
    def of(cls, old: ir.Header, new: ir.Header) -> HeaderDiff:
        """Compare the names that two headers declare."""
        before, after = _symbols(old, new), _symbols(new, old)
        groups = (
            Group(
                kind,
                tuple(n for n in after[kind] if n not in before[kind]),
                tuple(n for n in before[kind] if n not in after[kind]),
            )
            for kind in before
        )
        return cls(str(old.version), str(new.version), tuple(g for g in groups if g.added or g.removed))

    def to_json(self) -> str:
        """Return the difference as JSON."""
        changes = {g.kind: {"added": list(g.added), "removed": list(g.removed)} for g in self.groups}
        return json.dumps({"old": self.old, "new": self.new, "changes": changes}, indent=2) + "\n"

    def to_markdown(self) -> str:
        """Return the difference as a page in Markdown."""
        lines = [f"# SDK {self.old} to {self.new}", ""]
        if not self.groups:
            lines += ["No differences.", ""]
        for group in self.groups:
            lines += [f"## {group.kind.capitalize()}", ""]
            lines += [f"- added `{name}`" for name in group.added]
            lines += [f"- removed `{name}`" for name in group.removed]
            lines.append("")
        return "\n".join(lines[:-1]) + "\n"

    def to_text(self) -> str:
        """Return the difference as text."""
        if not self.groups:
            return f"no differences between SDK {self.old} and {self.new}\n"
        lines = []
        for group in self.groups:
            lines.append(f"{group.kind}: {len(group.added)} added, {len(group.removed)} removed")
            lines += [f"  + {name}" for name in group.added]
            lines += [f"  - {name}" for name in group.removed]
        return "\n".join(lines) + "\n"


def _symbols(header: ir.Header, other: ir.Header) -> Mapping[str, Mapping[str, None]]:
    """Return a header's symbols by kind. Parameters and fields count only if both headers have the owner."""
    signatures: tuple[ir.Function | ir.Callback, ...] = (*header.functions, *header.callbacks)
    shared = {f.name for f in other.functions} | {c.name for c in other.callbacks}
    shared |= {s.name for s in other.structs}
    return {
        "functions": _names(f.name for f in header.functions),
        "parameters": _names(
            f"{item.name}({p.name})" for item in signatures if item.name in shared for p in item.parameters
        ),
        "callback types": _names(c.name for c in header.callbacks),
        "enumerations": _names(e.name for e in header.enums),
        "enumerators": _names(v.name for e in header.enums for v in e.enumerators),
        "structs": _names(s.name for s in header.structs),
        "fields": _names(f"{s.name}.{f.name}" for s in header.structs if s.name in shared for f in s.fields),
        "handles": _names(o.name for o in header.opaques),
    }


def _names(names: Iterable[str]) -> Mapping[str, None]:
    """Return an ordered set of names."""
    return dict.fromkeys(names)
