"""Reject a header whose payloads must keep the results of more methods than the runtime has memory for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.ir import Header
from orthanc_codegen.plan import CallbackPlan, ModulePlan, ProtocolPlan
from orthanc_codegen.plan.conversions import KeptText
from orthanc_codegen.words import english_list

MOST_KEPT: Final = 4  # kMostKept in plugin_runtime/module/callbacks/payload.h


def check_payloads(plan: ModulePlan, header: Header) -> None:
    """Raise CodegenError for each payload with too many methods whose result the core reads in place."""
    lines = {callback.name: callback.line for callback in header.callbacks}
    problems = list(_problems(plan, lines, header.path))
    if problems:
        raise CodegenError(*problems)


def _problems(plan: ModulePlan, lines: dict[str, int], path: str) -> Iterator[Diagnostic]:
    for protocol in plan.protocols:
        kept = _kept(protocol)
        if len(kept) > MOST_KEPT:
            message = (
                f"the core reads the results of {len(kept)} methods of {protocol.name} in place "
                f"({english_list(list(kept))}), but a payload keeps at most {MOST_KEPT}: "
                f"exclude the function that takes it, or raise kMostKept in the runtime and MOST_KEPT"
            )
            yield Diagnostic(message, path, lines.get([*kept.values()][MOST_KEPT].c_name))


def _kept(protocol: ProtocolPlan) -> dict[str, CallbackPlan]:
    """Return the methods whose result the payload keeps, each with its first callback."""
    kept: dict[str, CallbackPlan] = {}
    for callback in protocol.methods:
        if callback.gives_bytes or any(isinstance(a.conversion, KeptText) for a in callback.result.answers):
            kept.setdefault(callback.method or "", callback)
    return kept
