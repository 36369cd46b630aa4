"""Find the callbacks that share a registry of the core, which may lock it while it calls one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orthanc_codegen.ir import CallbackType, Function, Header
from orthanc_codegen.lower.naming import REGISTER_PREFIX
from orthanc_codegen.plan.limits import LAST_REGISTRY

NO_REGISTRY: Final = 0  # of callbacks without registration, ex) those of a job


def registries_of(header: Header) -> dict[str, int]:
    """Return the number of the registry for each registering function and callback type.

    Functions share a registry if they take the same callback type or if their names differ only in the
    version, ex) ``OrthancPluginRegisterFindCallback`` and ``OrthancPluginRegisterFindCallback2``.
    Registries beyond the limit of the runtime share the last number.
    """
    groups: list[set[str]] = []
    for function in header.functions:
        if not function.name.startswith(REGISTER_PREFIX):
            continue
        members = set(_members(function))
        joined = [group for group in groups if group & members]
        groups = [group for group in groups if not group & members]
        groups.append(members.union(*joined))
    order = {f.name: i for i, f in enumerate(header.functions)}
    groups.sort(key=lambda group: min(order.get(name, len(order)) for name in group))
    return {
        name: min(number, LAST_REGISTRY) for number, group in enumerate(groups, start=1) for name in group
    }


def _members(function: Function) -> Iterator[str]:
    yield function.name
    yield re.sub(r"\d+$", "", function.name)
    yield from (p.type.name for p in function.parameters if isinstance(p.type, CallbackType))
