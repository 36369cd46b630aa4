"""Describe the interface as JSON for the test kit: C types, services, and callbacks as Python sees them."""

from __future__ import annotations

import json
from typing import Any

from orthanc_codegen.ir import Header, spell
from orthanc_codegen.plan import CallbackPlan, ModulePlan
from orthanc_codegen.plan.callbacks import OneOf, RunLater
from orthanc_codegen.plan.conversions import Answer, Arrival, Enumeration, EnumeratorName

FILE = "interface.json"
_FORMAT = 1  # changes if an older kit cannot read the file; `orthanc_testing` checks it
_SERVICE = "_OrthancPluginService_"
_FREE = "OrthancPluginFree"


def description_json(header: Header, plan: ModulePlan) -> str:
    """Return the description as JSON, with a line for each declaration."""
    described = describe(header, plan)
    parts = [f"{json.dumps(key)}: {_lines(value)}" for key, value in described.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, dict):
        return json.dumps(value)
    rows = (f"  {json.dumps(key)}: {json.dumps(item)}" for key, item in value.items())
    return "{\n" + ",\n".join(rows) + "\n}"


def describe(header: Header, plan: ModulePlan) -> dict[str, Any]:
    """Return the description of a header as values of JSON."""
    return {
        **describe_header(header),
        "functions": _functions(header, plan),
        "single": _single(header, plan),
        "callbacks": {c.name: _callback(c) for c in plan.callbacks},
    }


def describe_header(header: Header) -> dict[str, Any]:
    """Return the part of the description that does not depend on the plan."""
    return {
        "format": _FORMAT,
        "sdk": str(header.version),
        "services": _services(header),
        "enums": {e.name: {i.name: i.value for i in e.enumerators} for e in header.enums},
        "structs": {s.name: [[f.name, spell(f.type)] for f in s.fields] for s in header.structs},
        "types": {
            c.name: {"result": spell(c.result), "parameters": [[p.name, spell(p.type)] for p in c.parameters]}
            for c in header.callbacks
        },
    }


def _services(header: Header) -> dict[str, list[Any]]:
    """Return the number of each service, the struct of its parameters, and whether it frees an object."""
    enum = next(enum for enum in header.enums if enum.name == "_OrthancPluginService")
    blocks = {f.service: f.block or "" for f in header.functions if f.service}
    frees = {f.service for f in header.functions if f.name.startswith(_FREE)}
    return {
        e.name.removeprefix(_SERVICE): [e.value, blocks.get(e.name, ""), e.name in frees]
        for e in enum.enumerators
    }


def _functions(header: Header, plan: ModulePlan) -> dict[str, str]:
    services = {f.name: f.service.removeprefix(_SERVICE) for f in header.functions if f.service}
    return {f.name: services[f.c_name] for f in plan.every_function if f.c_name in services}


def _single(header: Header, plan: ModulePlan) -> dict[str, list[int]]:
    """Return the registry and the error code of the services that refuse a second registration."""
    codes = {i.name: i.value for e in header.enums for i in e.enumerators}
    services = _functions(header, plan)
    singles = ((services[f.name], f.call.single) for f in plan.every_function if f.name in services)
    return {service: [single.registry, codes[single.code]] for service, single in singles if single}


def _callback(plan: CallbackPlan) -> dict[str, Any]:
    return {
        "c_name": plan.c_name,
        "payload": (plan.payload.parameter if plan.payload else plan.releases or plan.about) or "",
        "method": plan.method or "",
        "registrar": plan.registrar,
        "deferred": _deferred(plan),
        "result": type(plan.result.success).__name__,
        "arguments": [
            {
                "name": argument.name,
                **_kind(argument.conversion),
                "places": [[place.parameter, place.field or ""] for place in argument.places],
            }
            for argument in plan.arguments
        ],
        "answers": [
            {"name": answer.name, **_kind(answer.conversion), "filled": list(answer.filled)}
            for answer in plan.result.answers
        ],
    }


def _deferred(plan: CallbackPlan) -> dict[str, Any] | None:
    """Return in which calls the core waits for a deferred callable; None if the callable is not deferred."""
    match plan.result.run:
        case RunLater(None):
            return {"argument": "", "awaited": []}
        case RunLater(OneOf(place, _, enumerators)):
            name = next(a.name for a in plan.arguments if place in a.places)
            return {"argument": name, "awaited": list(enumerators)}
        case _:
            return None


def _kind(conversion: Arrival | Answer) -> dict[str, str]:
    """Return the class of a conversion, and the Python name of its enumeration."""
    match conversion:
        case Enumeration(name=name) | EnumeratorName(name):
            enum = name
        case _:
            enum = ""
    return {"kind": type(conversion).__name__, "enum": enum}
