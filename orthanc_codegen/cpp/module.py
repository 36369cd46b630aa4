"""Translate the plan of the module to C++."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from orthanc_codegen.cpp.callbacks import spell_callback
from orthanc_codegen.cpp.calls import spell_function
from orthanc_codegen.cpp.classes import spell_class
from orthanc_codegen.cpp.model import CppDict, CppGroup, CppLock, CppModule
from orthanc_codegen.cpp.names import dict_function, lock_constant, scalar_to_python
from orthanc_codegen.plan import DictPlan, GroupPlan, LockPlan, ModulePlan
from orthanc_codegen.plan.limits import LAST_REGISTRY, MOST_LOCKS

_LONGEST: Final = 100  # maximum length of an SDK name within an identifier or file name


def spell_module(plan: ModulePlan) -> CppModule:
    """Return the C++ of the whole module."""
    files = _distinct(_file_name(class_.name) for class_ in plan.classes)
    return CppModule(
        plan=plan,
        groups=_groups(plan.groups),
        classes=tuple(
            spell_class(class_, f"class_{file}.cpp") for class_, file in zip(plan.classes, files, strict=True)
        ),
        dicts=tuple(map(_dict, plan.dicts)),
        callbacks=tuple(map(spell_callback, plan.callbacks)),
        locks=tuple(map(_lock, plan.locks)),
        assertions=(f"kMostLocks == {MOST_LOCKS}", f"kLastRegistry == {LAST_REGISTRY}"),
    )


def _groups(groups: tuple[GroupPlan, ...]) -> tuple[CppGroup, ...]:
    """Return one file for each group of functions, so that they compile in parallel."""
    names = _distinct(_identifier(group.name) for group in groups)
    files = _distinct(map(_file_name, names))
    return tuple(
        CppGroup(
            group.name,
            f"k{name}Functions",
            f"functions_{file}.cpp",
            tuple(map(spell_function, group.functions)),
        )
        for group, name, file in zip(groups, names, files, strict=True)
    )


def _dict(plan: DictPlan) -> CppDict:
    keys = tuple((key.name, scalar_to_python(key.conversion, f"value.{key.field}")) for key in plan.keys)
    return CppDict(plan, dict_function(plan.name), keys)


def _lock(plan: LockPlan) -> CppLock:
    until = f"{plan.until.major}, {plan.until.minor}, {plan.until.revision}" if plan.until else ""
    return CppLock(plan, lock_constant(plan.name), until)


def _file_name(name: str) -> str:
    """Convert a name to a part of a file name, ex) ``RestOutput`` → ``rest_output``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")[:_LONGEST] or "other"


def _identifier(text: str) -> str:
    """Convert any text to a part of an identifier, ex) ``DICOM callbacks`` → ``DICOM_callbacks``."""
    return re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")[:_LONGEST] or "Other"


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Number names that differ only in case, because some file systems ignore it."""
    taken: set[str] = set()
    result: list[str] = []
    for name in names:
        choices = (name if n == 1 else f"{name}_{n}" for n in itertools.count(1))
        result.append(next(choice for choice in choices if choice.lower() not in taken))
        taken.add(result[-1].lower())
    return tuple(result)
