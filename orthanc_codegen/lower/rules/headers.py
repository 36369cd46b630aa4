"""Rule for HTTP headers: a mapping of text in Python; a count, keys and values in C."""

from __future__ import annotations

from orthanc_codegen.ir import IntegerType, Parameter
from orthanc_codegen.lower.docs import for_mapping
from orthanc_codegen.lower.index import is_text_array
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument
from orthanc_codegen.plan.conversions import Headers
from orthanc_codegen.plan.functions import Part, PassedArgument


def headers(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match ``uint32_t xCount, const char* const* xKeys, const char* const* xValues``."""
    if len(rest) < 3 or not isinstance(rest[0].type, IntegerType) or not rest[0].name.endswith("Count"):
        return None
    stem = rest[0].name.removesuffix("Count")
    if [p.name for p in rest[1:3]] != [f"{stem}Keys", f"{stem}Values"]:
        return None
    if not all(is_text_array(p.type) for p in rest[1:3]):
        return None
    named = Parameter(stem, rest[0].type)
    doc = for_mapping(scope.doc(rest[0]))
    plan = argument(scope, rest[:3], Headers(), named=named, default="None", doc=doc)
    parts = (Part.COUNT, Part.KEYS, Part.VALUES)
    return Fragment(tuple(PassedArgument(stem, part) for part in parts), plan)
