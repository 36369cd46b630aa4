"""What one release of the SDK has that another has not, as text, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orthanc_codegen import ir


@dataclass(frozen=True, slots=True)
class Group:
    """The symbols of one kind that only one of two headers has."""

    kind: str  # ex) "functions", "enumerators", "parameters"
    added: tuple[str, ...]  # ex) ("OrthancPluginSetStableStatus",), ("OrthancPluginX(timeout)",)
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderDiff:
    """What changed between two headers."""

    old: str  # ex) "1.12.8"
    new: str
    groups: tuple[Group, ...]  # those in which something changed

    @classmethod
    def of(cls, old: ir.Header, new: ir.Header) -> HeaderDiff:
        """Compare two headers by the names in them."""
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
        """The difference for programs."""
        changes = {g.kind: {"added": list(g.added), "removed": list(g.removed)} for g in self.groups}
        return json.dumps({"old": self.old, "new": self.new, "changes": changes}, indent=2) + "\n"

    def to_markdown(self) -> str:
        """The difference as a page."""
        lines = [f"# SDK {self.old} to {self.new}", ""]
        if not self.groups:
            lines += ["The same interface.", ""]
        for group in self.groups:
            lines += [f"## {group.kind.capitalize()}", ""]
            lines += [f"- added `{name}`" for name in group.added]
            lines += [f"- removed `{name}`" for name in group.removed]
            lines.append("")
        return "\n".join(lines[:-1]) + "\n"

    def to_text(self) -> str:
        """The difference for a terminal."""
        if not self.groups:
            return f"SDK {self.old} and {self.new} declare the same\n"
        lines = []
        for group in self.groups:
            lines.append(f"{group.kind}: {len(group.added)} added, {len(group.removed)} removed")
            lines += [f"  + {name}" for name in group.added]
            lines += [f"  - {name}" for name in group.removed]
        return "\n".join(lines) + "\n"


def _symbols(header: ir.Header, other: ir.Header) -> Mapping[str, Mapping[str, None]]:
    """Name what a header declares, by kind; parameters and fields only of what the other one has too."""
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
    """Keep names in their order, for a quick look-up too."""
    return dict.fromkeys(names)
