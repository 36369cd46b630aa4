"""Print texts, names and types in reStructuredText, with links to the symbols of the module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.plan import CallbackPlan, ModulePlan
from orthanc_codegen.plan.python_types import arrival_type, result_type
from orthanc_codegen.render.escape import one_line, rst_inline, rst_literal, rst_paragraph, shown_type
from orthanc_codegen.render.references import Reference, References

_MODULE: Final = "orthanc"
_WIDTH: Final = 76  # of code, in columns
_NAME: Final = re.compile(r"([A-Za-z_]\w*)")
_ALTERNATIVE: Final = re.compile(r" \| (?![^\[]*\])")  # outside of brackets
# After these characters, markup starts without an escape; before those, it ends without one.
_OPENING: Final = (" ", "(")
_CLOSING: Final = (" ", ".", ",", ";", ")")


@dataclass(frozen=True, slots=True)
class Links:
    """Links to the symbols that the reference describes."""

    references: References
    described: frozenset[str]  # ex) {"RestApiGet", "RestOutput.AnswerBuffer", "ErrorCode.PLUGIN"}
    available: frozenset[str]  # those of them that are attributes of the module, ex) {"RestOutput"}

    @classmethod
    def of(cls, plan: ModulePlan) -> Links:
        """Collect the symbols of a module."""
        available = frozenset(_available(plan))
        return cls(References.of(plan), available | frozenset(_only_described(plan)), available)

    def prose(self, text: str) -> str:
        """Return a paragraph of the header, with C names as links to their Python symbols."""
        markup = ""
        pieces = [*self.references.pieces(one_line(text)), ""]
        for piece, following in zip(pieces, [*map(str, pieces[1:]), ""], strict=True):
            if isinstance(piece, Reference) and piece.target in self.described:
                before = "" if not markup or markup.endswith(_OPENING) else "\\ "
                after = "" if not following or following.startswith(_CLOSING) else "\\ "
                markup += f"{before}{_role(piece.shown, piece.target)}{after}"
            else:
                markup += rst_inline(str(piece))
        return rst_paragraph(markup)

    def symbol(self, name: str) -> str:
        """Return the name of a symbol as a link, ex) of ``RestApiGet()``. A method may lack its class."""
        target = name.removesuffix("()")
        if target in self.described:
            return _role(name, target)
        match [described for described in self.described if described.endswith(f".{target}")]:
            case [method]:
                return _role(f"{method}{name.removeprefix(target)}", method)
            case _:
                return rst_literal(name)

    def type(self, annotation: str) -> str:
        """Return a type with links to its classes, ex) to ``Image`` in ``Image | None``."""
        parts = _NAME.split(shown_type(annotation))
        linked = (_role(p, p) if p in self.described else rst_inline(p) for p in parts if p)
        return "\\ ".join(linked)

    def written_type(self, annotation: str) -> str:
        """Return a type as a script spells it, ex) ``orthanc.Image | None``."""
        parts = _NAME.split(annotation)
        return shown_type("".join(f"{_MODULE}.{p}" if p in self.available else p for p in parts))

    def definition(self, callback: CallbackPlan) -> list[str]:
        """Return the definition of a callable as a script writes it, wrapped into lines."""
        items = [*self._items(callback, keyword=False)]
        keywords = [*self._items(callback, keyword=True)]
        if keywords:
            items += ["*", *keywords]
        return wrapped_definition(
            callback.method or "callback", items, self.written_type(result_type(callback))
        )

    def _items(self, callback: CallbackPlan, *, keyword: bool) -> Iterator[str]:
        for a in callback.arguments:
            if a.keyword is keyword:
                annotation = self.written_type(arrival_type(a.conversion))
                yield f"{a.name}: {_or_none(annotation) if a.conditions else annotation}"


def wrapped_definition(name: str, items: Sequence[str], result: str) -> list[str]:
    """Return the first lines of a function: one if they fit, otherwise one for each parameter."""
    line = f"def {name}({', '.join(items)}) -> {result}:"
    if len(line) <= _WIDTH:
        return [line]
    lines = [f"def {name}(", *(f"    {item}," for item in items)] if items else [f"def {name}("]
    if len(result) + len(") -> :") <= _WIDTH:
        return [*lines, f") -> {result}:"]
    first, *others = _ALTERNATIVE.split(result)
    return [*lines, ") -> (", f"    {first}", *(f"    | {other}" for other in others), "):"]


def _or_none(annotation: str) -> str:
    """Return the type and default of an argument that is not always passed."""
    return f"{annotation.removesuffix(' | None')} | None = None"


def _role(shown: str, target: str) -> str:
    return f":py:obj:`{rst_inline(shown)} <{_MODULE}.{target}>`"


def _available(plan: ModulePlan) -> Iterator[str]:
    """Yield the attributes of the module."""
    yield from (f.qualified_name for f in plan.every_function)
    yield from (c.name for c in plan.classes)
    yield from (t.name for t in plan.named_tuples)
    for enum in plan.enums:
        yield from (enum.name, *(f"{enum.name}.{m.name}" for m in enum.members))


def _only_described(plan: ModulePlan) -> Iterator[str]:
    """Yield the types that exist for readers and type checkers only."""
    yield from ("Bytes", "Buffer")
    yield from (d.name for d in plan.dicts)
    yield from (c.name for c in plan.callbacks if not c.method)
    yield from (p.name for p in plan.protocols)
