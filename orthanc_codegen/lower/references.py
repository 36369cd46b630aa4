"""What documentation says of other symbols, under the names that Python has for them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from orthanc_codegen.ir import Doc
from orthanc_codegen.lower.naming import C_PREFIX
from orthanc_codegen.plan import ModulePlan

_Plan = TypeVar("_Plan")

_REFERENCE = re.compile(rf"\b{C_PREFIX}\w+(?P<call>\(\))?")
# Scripts have no such entry points, ex) "Call it while the plugin starts, in OrthancPluginInitialize()."
_ENTRY_POINT = re.compile(
    rf"(?:^|(?<=[.!?:]) )[^.!?:]{{0,500}}\b{C_PREFIX}(?:Initialize|Finalize)\(\)[^.]{{0,500}}\."
)
_PROSE = ("doc", "condition_doc")  # the fields of plans that hold text
_ROWS = ("fields",)  # those whose rows end with text


def in_terms_of_python(plan: ModulePlan) -> ModulePlan:
    """Return the same plan with the texts of its documentation reworded."""
    return _reworded(plan, _python_names(plan))


def _python_names(plan: ModulePlan) -> dict[str, str]:
    """Say what Python calls each symbol of the header."""
    names = {s.name: f"{s.python[0].removeprefix('orthanc.')}()" for s in plan.functions if s.python}
    for enum in plan.enums:
        names[enum.c_name] = enum.name
        names.update({member.c_name: f"{enum.name}.{member.name}" for member in enum.members})
    names.update({c.c_name: c.name for c in plan.classes})
    names.update({d.c_name: d.name for d in plan.dicts})
    names.update({c.c_name: c.name for c in plan.callbacks})
    return names


def _reworded(plan: _Plan, names: Mapping[str, str]) -> _Plan:
    """Reword every text below one plan."""
    changes = {
        field.name: _value(field.name, getattr(plan, field.name), names)
        for field in dataclasses.fields(plan)  # type: ignore[arg-type]
    }
    return dataclasses.replace(plan, **changes)  # type: ignore[type-var]


def _value(name: str, value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case Doc():
            return _doc(value, names)
        case str() if name in _PROSE:
            return _text(value, names)
        case tuple() if name in _ROWS:
            return tuple((*row[:-1], _text(row[-1], names)) for row in value)
        case tuple():
            return tuple(_value("", item, names) for item in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return _reworded(value, names)
        case _:
            return value


def _doc(doc: Doc, names: Mapping[str, str]) -> Doc:
    def all_of(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in (_text(t, names) for t in texts) if text)

    return dataclasses.replace(
        doc,
        brief=_text(doc.brief, names),
        description=all_of(doc.description),
        parameters=tuple((parameter, _text(text, names)) for parameter, text in doc.parameters),
        returns=_text(doc.returns, names),
        notes=all_of(doc.notes),
        warnings=all_of(doc.warnings),
        see=all_of(doc.see),
        deprecated=None if doc.deprecated is None else _text(doc.deprecated, names),
    )


def _text(text: str, names: Mapping[str, str]) -> str:
    """Reword one paragraph; symbols that Python does not have keep their names."""

    def name_of(found: re.Match[str]) -> str:
        c_name = found[0].removesuffix("()")
        return names.get(c_name, found[0])

    return _REFERENCE.sub(name_of, _ENTRY_POINT.sub("", text)).strip()
