"""Replace C names in documentation by Python names."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Final

from orthanc_codegen.ir import Doc
from orthanc_codegen.plan import ModulePlan

_PREFIX: Final = "OrthancPlugin"  # of public names
_REFERENCE = re.compile(rf"\b{_PREFIX}\w+(?P<call>\(\))?")
# Functions that scripts do not have; a plugin in C defines them.
_ENTRY_POINTS: Final = frozenset(
    f"{_PREFIX}{name}" for name in ("Initialize", "Finalize", "GetName", "GetVersion")
)
# Sentences about entry points, which scripts do not have,
# ex) "Call it while the plugin starts, in OrthancPluginInitialize()."
_ENTRY_POINT = re.compile(
    rf"(?:^|(?<=[.!?:]) )[^.!?:]{{0,500}}\b{_PREFIX}(?:Initialize|Finalize)\(\)[^.]{{0,500}}\."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    """A symbol that a text names."""

    shown: str  # ex) "RestApiGet()"

    @property
    def target(self) -> str:
        """The name within the module, ex) ``RestApiGet``."""
        return self.shown.removesuffix("()")

    def __str__(self) -> str:
        return self.shown


@dataclasses.dataclass(frozen=True, slots=True)
class References:
    """The Python names of the header's symbols."""

    names: Mapping[str, str]  # ex) {"OrthancPluginRestApiGet": "RestApiGet()"}
    others: Mapping[str, str] = dataclasses.field(
        default_factory=dict
    )  # annotated names of functions of other releases, without parentheses
    unbound: frozenset[str] = frozenset()  # functions of the header that Python lacks

    @classmethod
    def of(cls, plan: ModulePlan) -> References:
        """Collect the Python names of a module."""
        unbound = frozenset(symbol.name for symbol in plan.functions if not symbol.python)
        return cls(_python_names(plan), dict(plan.other_names), unbound)

    def in_python(self, text: str) -> str:
        """Replace the C names in a paragraph. Symbols that Python lacks keep their names."""
        return "".join(map(str, self.pieces(text)))

    def pieces(self, text: str) -> Iterator[str | Reference]:
        """Split a paragraph at the symbols that it names."""
        if _PREFIX not in text:  # most texts
            yield text.strip()
            return
        text = _ENTRY_POINT.sub("", text).strip()
        end = 0
        for found in _REFERENCE.finditer(text):
            name = self.names.get(found[0].removesuffix("()")) or self._other(found)
            if name is not None:
                yield text[end : found.start()]
                yield Reference(name)
                end = found.end()
        yield text[end:]

    def _other(self, found: re.Match[str]) -> str | None:
        """Return the Python name of a function that the header lacks, ex) one of a later release."""
        c_name = found[0].removesuffix("()")
        if not found["call"] or c_name in self.unbound | _ENTRY_POINTS:
            return None
        return f"{self.others.get(c_name, c_name.removeprefix(_PREFIX))}()"

    def doc(self, doc: Doc) -> Doc:
        """Replace the C names in a doc comment, and drop paragraphs that become empty."""
        return dataclasses.replace(
            doc,
            brief=self.in_python(doc.brief),
            description=self._all(doc.description),
            parameters=tuple((name, self.in_python(text)) for name, text in doc.parameters),
            returns=self.in_python(doc.returns),
            notes=self._all(doc.notes),
            warnings=self._all(doc.warnings),
            deprecated=None if doc.deprecated is None else self.in_python(doc.deprecated),
        )

    def _all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filter(None, map(self.in_python, texts)))


def _python_names(plan: ModulePlan) -> dict[str, str]:
    """Return the Python name of each symbol of the header."""
    names = {s.name: f"{s.python[0].removeprefix('orthanc.')}()" for s in plan.functions if s.python}
    for enum in plan.enums:
        names[enum.c_name] = enum.name
        names.update({member.c_name: f"{enum.name}.{member.name}" for member in enum.members})
    names.update({c.c_name: c.name for c in plan.classes})
    names.update({d.c_name: d.name for d in plan.dicts})
    names.update({c.c_name: c.name for c in plan.callbacks})
    return names
